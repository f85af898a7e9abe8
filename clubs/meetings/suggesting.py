"""Which slots suit a club best: how many of its members can come, where rooms are free."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from clubs import clock
from clubs.booking.counting import how_many_free
from clubs.booking.stretches import Stretch
from clubs.meetings.offer import MEETING_KINDS
from clubs.models.clubs import Club
from clubs.planning.reach import Share, known_reach
from clubs.policy.viewer import Viewer
from clubs.timetable import SlotOn, Timetable
from clubs.timetable.own_time import own_time
from clubs.web.school_time import slot_name
from clubs.web.when import time_is_over

WEEKS = 4
_BEST_FIRST = (Share.MOST, Share.SOME, None, Share.FEW)
# Each slot on each day of the week, with the dates and its times on them.
Held = dict[tuple[str, int], list[tuple[date, SlotOn]]]


@dataclass(frozen=True)
class Chance:
    """A slot on a day of the week. `rooms` are free on each of its dates."""

    first: date
    starts: time
    ends: time
    rooms: int


@dataclass(frozen=True)
class Suggestion:
    """A slot. `share` of the regular members can come; None where nothing can be said."""

    slot: SlotOn
    share: Share | None
    by_weekday: Mapping[int, Chance]

    @property
    def name(self) -> str:
        return slot_name(self.slot.kind, self.slot.name)

    def on(self, weekday: int) -> Chance | None:
        return self.by_weekday.get(weekday)


@dataclass(frozen=True)
class Suggestions:
    """What there is to suggest; `as_of` is the day the shares are of, if there are any."""

    slots: list[Suggestion]
    as_of: date | None


def suggestions(viewer: Viewer, club: Club) -> Suggestions:
    """The slots of the coming weeks, those first that suit most; in three queries."""
    reach, today = known_reach(club), clock.today(viewer.zone)
    shares = reach.shares if reach else {}
    last = today + clock.days(7 * WEEKS - 1)
    days = own_time(viewer.school_id, viewer.person_id, viewer.wave_id, today, last)
    held = _held(days.timetable, today, last, viewer.zone)
    bells = days.timetable.bells
    rooms = _rooms(viewer.school_id, club, held)
    found: dict[str, Suggestion] = {}
    for (slot_id, weekday), dates in held.items():
        first, slot = dates[0]
        # Called by its regular time, unless regular days do not have it.
        usual = bells.time_of(slot_id, bells.regular_id) or slot
        new = Suggestion(usual, shares.get(slot_id), {})
        chance = Chance(first, slot.starts, slot.ends, rooms[slot_id, weekday])
        one = found.setdefault(slot_id, new)
        found[slot_id] = Suggestion(
            one.slot, one.share, {**one.by_weekday, weekday: chance}
        )
    slots = sorted(found.values(), key=_best_first)
    return Suggestions(slots, reach.as_of if reach else None)


def _best_first(one: Suggestion) -> tuple[int, int, time]:
    kind = MEETING_KINDS.index(one.slot.kind)
    return _BEST_FIRST.index(one.share), kind, one.slot.starts


def _held(timetable: Timetable, first: date, last: date, zone: str) -> Held:
    held: Held = {}
    for day in timetable.open_days(first, last):
        on = day.on_date
        # Where a school has said nothing of its days, a weekend is still none to suggest.
        if on.weekday() > 4 and on not in timetable.days:
            continue
        for slot in timetable.slots_on(on):
            if slot.kind in MEETING_KINDS and not time_is_over(on, slot.starts, zone):
                held.setdefault((slot.id, on.weekday()), []).append((on, slot))
    return held


def _rooms(school_id: str, club: Club, held: Held) -> dict[tuple[str, int], int]:
    wanted: list[Sequence[Stretch]] = [
        [Stretch(on, slot.starts, slot.ends) for on, slot in dates]
        for dates in held.values()
    ]
    counts = how_many_free(school_id, wanted, club_id=club.id)
    return dict(zip(held, counts, strict=True))
