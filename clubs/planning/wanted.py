"""On which days a series wants to meet, and when on each of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from clubs.models.meetings import MeetingSeries
from clubs.planning.recurrence import Recurs, days_of
from clubs.planning.sittings import Part, parts_on
from clubs.timetable import Timetable


@dataclass(frozen=True)
class Pattern:
    """The rule of a series, from when to when, and its slots or its own time."""

    recurs: Recurs
    first: date
    last: date
    slot_ids: Sequence[str] = ()
    own: tuple[time, time] | None = None

    @classmethod
    def of(cls, series: MeetingSeries, slot_ids: Sequence[str]) -> "Pattern":
        own = (series.starts, series.ends) if series.starts and series.ends else None
        recurs = Recurs(series.rule, series.weekday, series.chosen)
        return cls(recurs, series.first_on, series.last_on, slot_ids, own)


def wanted_days(
    pattern: Pattern, timetable: Timetable, since: date | None = None
) -> dict[date, list[Part]]:
    """The days, from `since` on, with what there is to sit in on each.

    Never one without school, nor one that has none of the slots.
    """
    first = max(pattern.first, since or pattern.first)
    open_days = list(timetable.open_days(first, pattern.last))
    days = days_of(pattern.recurs, open_days, begins=pattern.first)
    found = {on: parts_on(timetable, on, pattern.slot_ids, pattern.own) for on in days}
    return {on: parts for on, parts in found.items() if any(part.held for part in parts)}
