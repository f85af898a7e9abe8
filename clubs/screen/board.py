"""What a display shows of the day: groups by slot, as many as fit, the rest in turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time

from clubs.screen.queries import On
from clubs.timetable import SlotOn
from clubs.web.school_time import slot_name

# How high a display is, in lines: a heading is one, and two entries side by side are two.
_LINES = 15
_HEADING, _ROW, _BESIDE = 1, 2, 2


@dataclass(frozen=True)
class Group:
    """What is on in one slot, or at one time. `name` is empty where there is no slot."""

    name: str
    starts: time
    ends: time
    entries: Sequence[On]
    running: bool


@dataclass(frozen=True)
class Board:
    """One page of a display, and which of how many it is, from 1."""

    groups: Sequence[Group]
    page: int
    pages: int


def board(on: Sequence[On], slots: Sequence[SlotOn], now: time) -> Board:
    """What is over makes room, and pages take turns by the minute."""
    groups = [one for one in _groups(on, slots, now) if one.ends > now]
    pages = list(_pages(groups)) or [[]]
    page = now.minute % len(pages)
    return Board(pages[page], page + 1, len(pages))


def _groups(on: Sequence[On], slots: Sequence[SlotOn], now: time) -> list[Group]:
    by_id = {one.id: one for one in slots}
    found: dict[tuple[str, time, time], list[On]] = {}
    for one in on:
        slot = by_id.get(one.slot_id or "")
        name = slot_name(one.kind, one.slot) if one.kind and one.slot else ""
        times = (slot.starts, slot.ends) if slot else (one.starts, one.ends)
        found.setdefault((name, *times), []).append(one)
    return [
        Group(name, starts, ends, entries, running=starts <= now < ends)
        for (name, starts, ends), entries in sorted(
            found.items(), key=lambda item: (item[0][1], item[0][2], item[0][0])
        )
    ]


def _pages(groups: Sequence[Group]) -> Iterator[list[Group]]:
    """As many whole rows as fit; a group that goes on has its heading again."""
    page: list[Group] = []
    left = _LINES
    for group in groups:
        rest = list(group.entries)
        while rest:
            if left < _HEADING + _ROW:
                yield page
                page, left = [], _LINES
            rows = (left - _HEADING) // _ROW
            part, rest = rest[: rows * _BESIDE], rest[rows * _BESIDE :]
            page.append(_part_of(group, part))
            left -= _HEADING + _ROW * -(-len(part) // _BESIDE)
    if page:
        yield page


def _part_of(group: Group, part: Sequence[On]) -> Group:
    return Group(group.name, group.starts, group.ends, part, group.running)
