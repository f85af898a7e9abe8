"""Counting days in a cycle, over days with school, as the school wants it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """What was said about one date; see models.timetable.DayMark.

    `cycle_day` was typed; `told_cycle_day` comes from a calendar that tells of every date.
    """

    closed: bool | None = None
    words: str = ""
    day_type_id: str | None = None
    cycle_day: int | None = None
    keeps_count: bool = False
    told_cycle_day: int | None = None


@dataclass
class Counting:
    """Goes through the dates in order and counts cycle days over days with school.

    A calendar may tell the cycle day of every date. When the school then closes such a day
    and lets the ones after it move, all that it tells from there on is late: `behind`.
    """

    length: int
    upcoming: int | None = None
    behind: int = 0

    def begin(self) -> None:
        """A school year begins with the first day of the cycle."""
        self.upcoming, self.behind = 1, 0

    def cycle_day(self, mark: Mark, *, is_open: bool, counts: bool) -> int | None:
        """The cycle day of the next date; None without school, or before any is known."""
        self.upcoming = self._within(mark.told_cycle_day) or self.upcoming
        typed = self._within(mark.cycle_day)
        if is_open and typed and (not mark.keeps_count or self.upcoming is None):
            self.upcoming = self.upcoming or typed
            self.behind = (self.upcoming - typed) % self.length
        if self.upcoming is None:
            return None
        found = typed or (self.upcoming - 1 - self.behind) % self.length + 1
        if counts or mark.told_cycle_day:
            self.upcoming = self.upcoming % self.length + 1
        if mark.told_cycle_day and not counts:
            self.behind = (self.behind + 1) % self.length
        return found if is_open else None

    def _within(self, cycle_day: int | None) -> int | None:
        """A cycle that was made shorter may have left days it does not have any more."""
        return cycle_day if cycle_day and cycle_day <= self.length else None
