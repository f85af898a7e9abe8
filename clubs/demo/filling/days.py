"""The demo schools' calendar, seen from today: terms, days without school, an assembly."""

from collections.abc import Iterator
from datetime import date

from clubs import clock
from clubs.timetable import Timetable

_WEEKS_AHEAD = 8
_FEWEST_WEEKS_BACK = 6
_FRIDAY = 4
_FIXED = {
    (9, 30): "National Day for Truth and Reconciliation",
    (11, 11): "Remembrance Day",
    (12, 25): "Christmas Day",
    (12, 26): "Boxing Day",
    (1, 1): "New Year's Day",
    (7, 1): "Canada Day",
}
# Which Monday or Friday of a month it is.
_MONDAYS = {(2, 3): "Family Day", (9, 1): "Labour Day", (10, 2): "Thanksgiving"}
_PD_FRIDAYS = {(10, 3), (12, 1), (2, 1), (5, 1)}


def no_school(on: date) -> str | None:
    """Why there is no school on a weekday of term: a public holiday or a PD day.

    Long holidays are left out on purpose: somebody may look at the demo in them.
    """
    place = (on.month, (on.day + 6) // 7)
    if on.weekday() == 0 and place in _MONDAYS:
        return _MONDAYS[place]
    if (on.month, on.weekday()) == (5, 0) and 18 <= on.day <= 24:
        return "Victoria Day"
    if on.weekday() == _FRIDAY and place in _PD_FRIDAYS:
        return "PD day"
    return _FIXED.get((on.month, on.day))


def terms(today: date) -> Iterator[tuple[str, date, date]]:
    """The terms of this school year and the next, so that today is in one.

    Who looks at the demo in summer finds summer school.
    """
    year = clock.school_year(today)
    first, last = term_begins(today), plans_end(today)
    for ends in (year, year + 1):
        autumn, spring = _autumn_begins(ends), date(ends, 6, 26)
        if first < autumn and date(ends - 1, 6, 26) < last:
            autumn = date(ends - 1, 8, 1)
        if first < _autumn_begins(ends + 1) and spring < last:
            spring = date(ends, 7, 31)
        yield "Autumn term", autumn, date(ends, 1, 31)
        yield "Spring term", date(ends, 2, 1), spring


def _autumn_begins(school_year: int) -> date:
    """The day after Labour Day."""
    september = date(school_year - 1, 9, 1)
    return september + clock.days(-september.weekday() % 7 + 1)


def next_school_day(timetable: Timetable, today: date) -> date:
    """Today, if there is school, else the next day there is."""
    return next(timetable.open_days(today, plans_end(today))).on_date


def assembly_day(today: date) -> date:
    """The first Thursday with school, from next week on."""
    day = today + clock.days(7 + (3 - today.weekday()) % 7)
    while no_school(day):
        day += clock.days(7)
    return day


def term_begins(today: date) -> date:
    """When meetings began: in early September; in late summer a few weeks back instead."""
    september = _autumn_begins(clock.school_year(today))
    return min(september, today - clock.days(7 * _FEWEST_WEEKS_BACK))


def plans_end(today: date, weeks: int = _WEEKS_AHEAD) -> date:
    return today + clock.days(7 * weeks)
