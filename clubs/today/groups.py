"""A day's meetings by slot, in the order of the day, and where in it now is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from flask_babel import gettext as _

from clubs.timetable import SlotOn
from clubs.timetable.own_time import OwnTime
from clubs.today.entries import Entry
from clubs.web.school_time import slot_name


@dataclass(frozen=True)
class Group:
    """What is on in one slot, or at times of its own. `own`: it is the viewer's lunch."""

    name: str
    starts: time
    ends: time
    entries: Sequence[Entry]
    slot: SlotOn | None = None
    own: bool = False
    over: bool = False
    running: bool = False


def groups_of(own: OwnTime, entries: Iterable[Entry], day: date, now: time) -> list[Group]:
    slots = {one.id: one for one in own.timetable.slots_on(day)}
    lunch = own.lunch_on(day) if own.says_lunch else None
    lunches = [one for one in slots.values() if one.lunch]
    by_name: dict[str, list[Entry]] = {}
    for one in entries:
        name = one.line.slot_id or _part_of_day(lunches, one)
        by_name.setdefault(name, []).append(one)
    found = [
        _group(name, some, slots.get(name), now, own=name == lunch)
        for name, some in by_name.items()
    ]
    return sorted(found, key=lambda one: (one.starts, one.ends))


def _group(
    name: str, entries: list[Entry], slot: SlotOn | None, now: time, *, own: bool
) -> Group:
    starts = slot.starts if slot else min(one.line.starts for one in entries)
    ends = slot.ends if slot else max(one.line.ends for one in entries)
    line = entries[0].line
    title = slot_name(line.kind, line.slot or "") if line.kind else name
    return Group(
        title,
        starts,
        ends,
        entries,
        slot,
        own,
        over=ends <= now,
        running=starts <= now < ends,
    )


def _part_of_day(lunches: Sequence[SlotOn], one: Entry) -> str:
    """Of what has no slot: where in the day it is, seen from lunch."""
    if not lunches:
        return ""
    if one.line.ends <= lunches[0].starts:
        return str(_("Before lunch"))
    after = one.line.starts >= lunches[-1].ends
    return str(_("Later") if after else _("Around lunch"))
