"""Which meeting of a series goes to which day, after its days have changed.

No database in here. Meetings are kept, never made anew: what hangs on them (an agenda,
jobs, "I'm coming") goes where they go.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date


@dataclass(frozen=True)
class Existing:
    """A coming meeting of a series. `off`: it does not take place, for whatever reason."""

    id: str
    planned_for: date
    on_date: date
    off: bool = False

    @property
    def moved(self) -> bool:
        """Somebody moved it by hand to where it is."""
        return self.on_date != self.planned_for


@dataclass(frozen=True)
class Placed:
    """Where a meeting goes. Without `fits` the calendar has no place for it any more."""

    id: str
    planned_for: date
    on_date: date
    fits: bool


@dataclass(frozen=True)
class Matching:
    """Each existing meeting once, and the days that get a new one."""

    placed: list[Placed] = field(default_factory=list)
    new: list[date] = field(default_factory=list)


def match(
    existing: Collection[Existing],
    wanted: Collection[date],
    is_open: Callable[[date], bool],
) -> Matching:
    """Give each wanted day to one meeting.

    A meeting whose day is still wanted keeps it. Of the others, those between the same two
    kept ones take over, in order, the days in there that are wanted now; what is left over
    of them waits without a day, and what is left over of the days is new. One that was
    moved by hand stays where it was moved to, as long as there is school.
    """
    rows, days = sorted(existing, key=lambda one: one.planned_for), set(wanted)
    goes_to = _kept(rows, days)
    kept = sorted(goes_to.values())
    free: dict[int, list[Existing]] = defaultdict(list)
    missing: dict[int, list[date]] = defaultdict(list)
    for one in rows:
        if one.id not in goes_to:
            free[bisect(kept, one.planned_for)].append(one)
    for day in sorted(days - set(kept)):
        missing[bisect(kept, day)].append(day)
    for gap, without_meeting in missing.items():
        goes_to |= _taken_over(free[gap], without_meeting)
    placed = [_placed(one, goes_to.get(one.id), is_open) for one in rows]
    taken = set(goes_to.values())
    return Matching(placed, sorted(days - taken))


def _kept(rows: list[Existing], days: set[date]) -> dict[str, date]:
    """Its own day is still wanted; or if not, then the one it was moved to by hand is."""
    goes_to = {one.id: one.planned_for for one in rows if one.planned_for in days}
    for one in rows:
        if not one.moved or one.id in goes_to:
            continue
        if one.on_date in days - set(goes_to.values()):
            goes_to[one.id] = one.on_date
    return goes_to


def _taken_over(free: list[Existing], missing: list[date]) -> dict[str, date]:
    """Those that take place go first where there are fewer days than meetings."""
    first = sorted(free, key=lambda one: (one.off, one.planned_for))[: len(missing)]
    in_order = sorted(first, key=lambda one: one.planned_for)
    return {one.id: day for one, day in zip(in_order, missing, strict=False)}


def _placed(one: Existing, day: date | None, is_open: Callable[[date], bool]) -> Placed:
    stays = Placed(one.id, day or one.planned_for, one.on_date, is_open(one.on_date))
    if one.moved:
        return stays
    if day is None:
        return replace(stays, fits=False)
    return replace(stays, on_date=day, fits=True)
