"""On which days a series meets. No database in here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from clubs import clock
from clubs.models.meetings import Rule
from clubs.timetable import Day

MOST_OCCURRENCES = 220  # every day of a school year, with a few to spare
LAST_OF_MONTH = 5


@dataclass(frozen=True)
class Recurs:
    """A rule, its weekday (Monday is 0), and what else it needs: see MeetingSeries."""

    rule: Rule
    weekday: int | None = None
    chosen: str = ""

    @property
    def numbers(self) -> frozenset[int]:
        """The chosen weeks of the month, or cycle days."""
        return frozenset(int(part) for part in self.chosen.split(",") if part.strip())

    @property
    def dates(self) -> frozenset[date]:
        parts = (part.strip() for part in self.chosen.split(","))
        return frozenset(date.fromisoformat(part) for part in parts if part)


def days_of(
    recurs: Recurs, open_days: Sequence[Day], *, begins: date | None = None
) -> list[date]:
    """The days with school on which a series meets; never another one.

    `begins` is the first day of the series (of the days, if not given): every second week
    is counted from there in calendar weeks, so that a week without school flips nothing.
    Never more than MOST_OCCURRENCES + 1: enough to know that there are too many.
    """
    if not open_days:
        return []
    fits = _fits(recurs, begins or open_days[0].on_date)
    return list(
        islice((day.on_date for day in open_days if fits(day)), MOST_OCCURRENCES + 1)
    )


def _fits(recurs: Recurs, begins: date) -> Callable[[Day], bool]:
    if recurs.rule is Rule.DATES:
        dates = recurs.dates
        return lambda day: day.on_date in dates
    if recurs.rule is Rule.CYCLE:
        numbers = recurs.numbers
        return lambda day: day.cycle_day in numbers
    on_weekday = _on_weekday(recurs, begins)
    return lambda day: on_weekday(day.on_date)


def _on_weekday(recurs: Recurs, begins: date) -> Callable[[date], bool]:
    weekday, weeks = recurs.weekday, recurs.numbers
    if recurs.rule is Rule.MONTHLY:
        return lambda on: on.weekday() == weekday and bool(weeks & _weeks_of_month(on))
    if recurs.rule is Rule.FORTNIGHTLY:
        first = begins + clock.days(((weekday or 0) - begins.weekday()) % 7)
        return lambda on: (on - first).days % 14 == 0
    return lambda on: on.weekday() == weekday


def _weeks_of_month(on: date) -> frozenset[int]:
    """Which of its weekday in its month a day is: the first to fourth, or the last."""
    nth = (on.day - 1) // 7 + 1
    last = (on + clock.days(7)).month != on.month
    return frozenset({nth} - {LAST_OF_MONTH} | ({LAST_OF_MONTH} if last else set()))
