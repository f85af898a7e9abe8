"""On which days a series meets: by the rule, and never on a day without school."""

from collections.abc import Sequence
from datetime import date, datetime, time

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekdays
from hypothesis import given
from hypothesis import strategies as some

from clubs import clock
from clubs.models.meetings import Rule
from clubs.planning.recurrence import MOST_OCCURRENCES, Recurs, days_of
from clubs.timetable import Day

FIRST = date(2026, 9, 1)
YEAR = [FIRST + clock.days(number) for number in range(330)]

holidays = some.sets(some.sampled_from(YEAR), max_size=120)
first_days = some.sampled_from(YEAR[:40])
day_of_week = some.integers(0, 6)


def school(closed: set[date], first: date = FIRST, cycle: int = 6) -> list[Day]:
    """Every day but those; the days of the cycle are counted over days with school."""
    open_on = [on for on in YEAR if on >= first and on not in closed]
    return [Day(on, cycle_day=n % cycle + 1) for n, on in enumerate(open_on)]


def by_rrule(rule: rrule, closed: set[date]) -> list[date]:
    return [at.date() for at in rule if at.date() not in closed]


def at(day: date) -> datetime:
    return datetime.combine(day, time())


@given(holidays, first_days, day_of_week, some.sampled_from([1, 2]))
def test_every_week_or_second_week_as_calendars_count_them(
    closed: set[date], first: date, weekday: int, every: int
) -> None:
    rule = Rule.WEEKLY if every == 1 else Rule.FORTNIGHTLY
    found = days_of(Recurs(rule, weekday), school(closed, first), begins=first)
    begins = first + clock.days((weekday - first.weekday()) % 7)
    wanted = rrule(WEEKLY, interval=every, dtstart=at(begins), until=at(YEAR[-1]))
    assert found == by_rrule(wanted, closed)


@given(holidays, first_days, day_of_week, some.sets(some.integers(1, 5), min_size=1))
def test_weeks_of_the_month_as_calendars_count_them(
    closed: set[date], first: date, weekday: int, weeks: set[int]
) -> None:
    chosen = ",".join(str(one) for one in sorted(weeks))
    found = days_of(Recurs(Rule.MONTHLY, weekday, chosen), school(closed, first))
    nth = [weekdays[weekday](-1 if one == 5 else one) for one in weeks]
    wanted = rrule(MONTHLY, byweekday=nth, dtstart=at(first), until=at(YEAR[-1]))
    assert found == sorted(set(by_rrule(wanted, closed)))


@given(holidays, some.sets(some.integers(1, 6), min_size=1))
def test_cycle_days_and_only_those(closed: set[date], numbers: set[int]) -> None:
    days = school(closed)
    chosen = ",".join(str(one) for one in numbers)
    found = days_of(Recurs(Rule.CYCLE, None, chosen), days)
    assert (
        found
        == [day.on_date for day in days if day.cycle_day in numbers][: MOST_OCCURRENCES + 1]
    )


@given(holidays, some.sets(some.sampled_from(YEAR)))
def test_chosen_dates_that_have_school(closed: set[date], dates: set[date]) -> None:
    chosen = ",".join(one.isoformat() for one in dates)
    found = days_of(Recurs(Rule.DATES, None, chosen), school(closed))
    assert found == sorted(dates - closed)[: MOST_OCCURRENCES + 1]


def test_a_week_without_school_does_not_flip_every_second_week() -> None:
    tuesday = date(2026, 11, 17)
    closed = {tuesday, date(2026, 12, 1)}
    days = school(closed, date(2026, 11, 16))
    found = days_of(Recurs(Rule.FORTNIGHTLY, 1), days, begins=date(2026, 11, 16))
    assert found[:2] == [date(2026, 12, 15), date(2026, 12, 29)]


@pytest.mark.parametrize("days", [[], [Day(FIRST)]])
def test_nothing_to_choose_from_gives_no_day(days: Sequence[Day]) -> None:
    assert days_of(Recurs(Rule.DATES, None, ""), days) == []


def test_it_never_runs_away() -> None:
    every_day = Recurs(Rule.CYCLE, None, "1,2,3,4,5,6")
    assert len(days_of(every_day, school(set()))) == MOST_OCCURRENCES + 1
