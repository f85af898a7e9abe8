"""On which days the demo school meets, seen from today."""

from collections.abc import Iterator
from datetime import date

from clubs import clock

_WEEKS_AHEAD = 8
_FEWEST_WEEKS_BACK = 6
# Long holidays are left out on purpose: somebody may look at the demo in them.
_FREE = {(9, 30), (11, 11), (12, 25), (12, 26), (1, 1), (7, 1)}


def is_school_day(day: date) -> bool:
    return day.weekday() < 5 and (day.month, day.day) not in _FREE


def next_school_day(today: date) -> date:
    """Today, if there is school, else the next day there is."""
    while not is_school_day(today):
        today += clock.days(1)
    return today


def term_begins(today: date) -> date:
    """A Tuesday in early September; in late summer a few weeks back instead."""
    september = date(clock.school_year(today) - 1, 9, 8)
    return min(september, today - clock.days(7 * _FEWEST_WEEKS_BACK))


def meeting_days(weekday: int, first: date, last: date) -> Iterator[date]:
    """The school days of this weekday between two dates."""
    day = first + clock.days((weekday - first.weekday()) % 7)
    while day <= last:
        if is_school_day(day):
            yield day
        day += clock.days(7)


def plans_end(today: date, weeks: int = _WEEKS_AHEAD) -> date:
    return today + clock.days(7 * weeks)
