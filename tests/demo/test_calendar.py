"""The demo schools' calendar suits whoever looks at it, on any day of any year."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clubs.demo.filling import days
from clubs.timetable.counting import Mark
from clubs.timetable.days import Facts, work_out

ANY_DAY = st.dates(date(2026, 1, 1), date(2040, 12, 31))


@given(ANY_DAY)
def test_today_and_the_coming_weeks_are_in_a_term(today: date) -> None:
    terms = list(days.terms(today))
    assert all(first < last for _name, first, last in terms)
    for later in range(57):
        on = today + timedelta(days=later)
        assert any(first <= on <= last for _name, first, last in terms), on


@given(ANY_DAY)
def test_terms_follow_each_other(today: date) -> None:
    terms = list(days.terms(today))
    for (_one, _first, last), (_other, begins, _last) in pairwise(terms):
        assert last < begins


@given(ANY_DAY)
@example(date(2036, 12, 12))  # Christmas and New Year's Day are Thursdays
def test_there_is_an_assembly_on_a_thursday_with_school(today: date) -> None:
    day = days.assembly_day(today)
    assert day.weekday() == 3
    assert today < day < today + timedelta(days=29)
    assert days.no_school(day) is None


@pytest.mark.parametrize(
    "on, words",
    [
        (date(2026, 9, 7), "Labour Day"),
        (date(2026, 9, 30), "National Day for Truth and Reconciliation"),
        (date(2026, 10, 12), "Thanksgiving"),
        (date(2026, 10, 16), "PD day"),
        (date(2026, 11, 11), "Remembrance Day"),
        (date(2027, 2, 15), "Family Day"),
        (date(2027, 5, 24), "Victoria Day"),
        (date(2026, 11, 24), None),
        (date(2026, 12, 28), None),
    ],
)
def test_days_without_school_are_those_of_alberta(on: date, words: str | None) -> None:
    assert days.no_school(on) == words


@pytest.mark.parametrize(
    "today, begun",
    [
        (date(2026, 11, 21), date(2026, 9, 8)),
        (date(2027, 6, 1), date(2026, 9, 8)),
        (date(2026, 9, 10), date(2026, 7, 30)),
    ],
)
def test_the_term_began_in_september(today: date, begun: date) -> None:
    assert days.term_begins(today) == begun


def test_a_pd_day_moves_the_cycle_days_after_it() -> None:
    pd_day = date(2026, 12, 4)
    facts = Facts(
        week="01234",
        terms=[(first, last) for _name, first, last in days.terms(date(2026, 11, 21))],
        marks={pd_day: Mark(closed=True)},
        cycle_length=6,
    )
    by_date = {day.on_date: day for day in work_out(facts, date(2026, 8, 1), pd_day)}
    before = by_date[pd_day - timedelta(days=1)].cycle_day
    assert before is not None
    later = list(work_out(facts, date(2026, 8, 1), pd_day + timedelta(days=3)))
    assert later[-1].cycle_day == before % 6 + 1
