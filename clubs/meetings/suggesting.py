"""Which slots suit a club best: how many of its members can come, where rooms are free."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from flask_babel import format_date

from clubs import clock
from clubs.booking.counting import how_many_free
from clubs.booking.stretches import Stretch
from clubs.models.clubs import Club
from clubs.models.timetable import SlotKind
from clubs.planning.reach import Share, reach_of
from clubs.policy.viewer import Viewer
from clubs.timetable import SlotOn, Timetable
from clubs.timetable.own_time import own_time
from clubs.web.school_time import slot_name
from clubs.web.when import time_is_over

WEEKS = 4
_ORDER = (Share.MOST, Share.SOME, None, Share.FEW)


@dataclass(frozen=True)
class Chance:
    """A slot on a day of the week. `rooms` are free on each of the days."""

    days: Sequence[date]
    starts: time
    ends: time
    rooms: int

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def weekday(self) -> str:
        """Such as "Tuesday"."""
        return str(format_date(self.first, "EEEE"))


@dataclass(frozen=True)
class Suggestion:
    """A slot. `share` of the regular members can come; None where nothing can be said."""

    slot: SlotOn
    share: Share | None
    chances: Sequence[Chance]

    @property
    def name(self) -> str:
        return slot_name(self.slot.kind, self.slot.name)


def suggestions(viewer: Viewer, club: Club) -> list[Suggestion]:
    """The slots of the coming weeks, those first that suit most; three queries."""
    reach = reach_of(club) or {}
    today = clock.today(viewer.zone)
    last = today + clock.days(7 * WEEKS)
    timetable = own_time(
        viewer.school_id, viewer.person_id, viewer.wave_id, today, last
    ).timetable
    held = _held(timetable, today, last, viewer.zone)
    wanted = {
        key: [Stretch(day, slot.starts, slot.ends) for day, slot in found]
        for key, found in held.items()
    }
    rooms = how_many_free(viewer.school_id, list(wanted.values()), club_id=club.id)
    free = dict(zip(wanted, rooms, strict=True))
    slots: dict[str, SlotOn] = {}
    chances: dict[str, list[Chance]] = {}
    for (slot_id, weekday), found in sorted(held.items(), key=lambda one: one[0][1]):
        first = found[0][1]
        slots.setdefault(slot_id, first)
        chance = Chance(
            [day for day, _slot in found], first.starts, first.ends, free[slot_id, weekday]
        )
        chances.setdefault(slot_id, []).append(chance)
    found_slots = [
        Suggestion(slot, reach.get(slot_id), chances[slot_id])
        for slot_id, slot in slots.items()
    ]
    return sorted(found_slots, key=lambda one: (_ORDER.index(one.share), one.slot.starts))


def _held(
    timetable: Timetable, first: date, last: date, zone: str
) -> dict[tuple[str, int], list[tuple[date, SlotOn]]]:
    """Each slot by day of the week, with the days on which it is and its times then."""
    held: dict[tuple[str, int], list[tuple[date, SlotOn]]] = {}
    for day in timetable.open_days(first, last):
        for slot in timetable.slots_on(day.on_date):
            if slot.kind is SlotKind.PERIOD or time_is_over(day.on_date, slot.starts, zone):
                continue
            held.setdefault((slot.id, day.on_date.weekday()), []).append(
                (day.on_date, slot)
            )
    return held
