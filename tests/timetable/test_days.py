"""Which days have school, and which day of the cycle each is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubs.timetable.counting import Mark
from clubs.timetable.days import Day, Facts, dates, work_out

FIRST, LAST = date(2026, 8, 1), date(2027, 7, 31)
AUTUMN = (date(2026, 9, 8), date(2026, 12, 18))
WINTER = (date(2027, 1, 4), date(2027, 6, 25))
WEEK = "01234"
CLOSED = Mark(closed=True)


def days(facts: Facts) -> dict[date, Day]:
    return {day.on_date: day for day in work_out(facts, FIRST, LAST)}


def cycle(facts: Facts, first: date, last: date) -> str:
    """The cycle days of dates in a row, with a dot where there is none."""
    found = days(facts)
    return "".join(str(found[on].cycle_day or ".") for on in dates(first, last))


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """A school that has said all kinds of things."""
    length = draw(st.integers(2, 10))
    in_year = st.dates(FIRST, LAST)
    mark = st.builds(
        Mark,
        closed=st.sampled_from([None, None, True, False]),
        cycle_day=st.none() | st.integers(1, length),
        keeps_count=st.booleans(),
        told_cycle_day=st.none() | st.integers(1, length),
    )
    return Facts(
        week="".join(sorted(draw(st.sets(st.sampled_from("0123456"), min_size=1)))),
        terms=draw(st.sampled_from([(), (AUTUMN,), (AUTUMN, WINTER)])),
        marks=draw(st.dictionaries(in_year, mark, max_size=12)),
        cycle_length=length,
    )


def test_a_school_that_has_said_nothing_has_school_every_day() -> None:
    found = list(work_out(Facts(), FIRST, FIRST + timedelta(days=20)))
    assert all(day.open for day in found)
    assert not any(day.words or day.day_type_id or day.cycle_day for day in found)


@pytest.mark.parametrize(
    "on, mark, is_open",
    [
        (date(2026, 11, 24), Mark(), True),  # a Tuesday in term
        (date(2026, 11, 28), Mark(), False),  # a Saturday
        (date(2026, 12, 28), Mark(), False),  # between the terms
        (date(2026, 11, 24), CLOSED, False),
        (date(2026, 11, 28), Mark(closed=False), True),
        (date(2026, 12, 28), Mark(closed=False), True),
        (date(2026, 11, 28), Mark(told_cycle_day=1), True),
        (date(2026, 11, 28), Mark(cycle_day=1), True),
        (date(2026, 11, 24), Mark(closed=True, told_cycle_day=1), False),
    ],
)
def test_what_is_said_of_a_date_goes_before_the_week_and_the_terms(
    on: date, mark: Mark, *, is_open: bool
) -> None:
    said = Facts(week=WEEK, terms=(AUTUMN, WINTER), marks={on: mark}, cycle_length=2)
    assert days(said)[on].open is is_open


def test_a_year_without_terms_has_school_though_another_year_has_terms() -> None:
    said = Facts(week=WEEK, terms=((date(2025, 9, 2), date(2026, 6, 26)),))
    assert days(said)[date(2026, 12, 28)].open


def test_a_weekday_has_its_kind_of_day_and_a_date_may_have_another() -> None:
    wednesday, next_one = date(2026, 11, 25), date(2026, 12, 2)
    said = Facts(
        week=WEEK,
        weekday_types={2: "early", 5: "early"},
        marks={next_one: Mark(day_type_id="assembly")},
    )
    found = days(said)
    assert found[wednesday].day_type_id == "early"
    assert found[next_one].day_type_id == "assembly"
    assert found[date(2026, 11, 28)].day_type_id is None  # a Saturday has no bells
    assert found[date(2026, 11, 24)].day_type_id is None


def test_cycle_days_begin_with_the_first_day_of_term_and_skip_weekends() -> None:
    said = Facts(week=WEEK, terms=(AUTUMN, WINTER), cycle_length=6)
    # 8 September 2026 is a Tuesday.
    assert cycle(said, date(2026, 9, 5), date(2026, 9, 17)) == "...1234..5612"
    # The second term goes on where the first one stopped: Friday 18 December is day 2.
    assert cycle(said, date(2026, 12, 17), date(2026, 12, 19)) == "12."
    assert cycle(said, date(2027, 1, 3), date(2027, 1, 5)) == ".34"


def test_without_terms_counting_begins_with_a_day_that_was_set() -> None:
    marks = {date(2026, 11, 24): Mark(cycle_day=2)}
    said = Facts(week=WEEK, marks=marks, cycle_length=3)
    assert cycle(said, date(2026, 11, 23), date(2026, 11, 27)) == ".2312"


TOLD = {date(2026, 11, 23 + n): Mark(told_cycle_day=n % 2 + 1) for n in range(5)}
TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "mark, expected",
    [
        (Mark(closed=True), "1.212..12"),  # the days after it move by one
        (Mark(closed=True, keeps_count=True), "1.121..21"),
        (Mark(cycle_day=1), "11212..12"),  # another day, and the rest follow it
        (Mark(cycle_day=1, keeps_count=True), "11121..21"),  # for this date alone
        (Mark(), "12121..21"),
    ],
)
def test_a_school_says_whether_the_cycle_days_after_a_change_move(
    mark: Mark, expected: str
) -> None:
    """The same whether days are counted or a calendar tells each of them."""
    monday, last = date(2026, 11, 23), date(2026, 12, 1)
    counted = {monday: Mark(cycle_day=1), TUESDAY: mark}
    said = Facts(week=WEEK, marks=counted, cycle_length=2)
    assert cycle(said, monday, last) == expected
    told = {**TOLD, TUESDAY: replace(mark, told_cycle_day=2)}
    told |= {date(2026, 11, 30): Mark(told_cycle_day=2)}
    assert cycle(replace(said, marks=told), monday, last) == expected


def test_closing_a_day_a_calendar_tells_nothing_of_moves_none_it_tells_of() -> None:
    thursday = date(2026, 11, 26)
    told = {on: mark for on, mark in TOLD.items() if on != thursday}
    said = Facts(week=WEEK, marks={**told, thursday: CLOSED}, cycle_length=2)
    assert cycle(said, date(2026, 11, 23), date(2026, 11, 27)) == "121.1"


def test_a_cycle_made_shorter_forgets_days_it_does_not_have() -> None:
    marks = {date(2026, 11, 24): Mark(cycle_day=6), date(2026, 11, 23): Mark(cycle_day=1)}
    said = Facts(week=WEEK, marks=marks, cycle_length=2)
    assert cycle(said, date(2026, 11, 23), date(2026, 11, 26)) == "1212"


@given(facts())
def test_every_date_is_there_once_and_only_school_days_are_in_the_cycle(
    said: Facts,
) -> None:
    found = list(work_out(said, FIRST, LAST))
    assert [day.on_date for day in found] == list(dates(FIRST, LAST))
    assert said.cycle_length is not None
    for day in found:
        if day.cycle_day is not None:
            assert day.open
            assert 1 <= day.cycle_day <= said.cycle_length
        if not day.open:
            assert day.day_type_id is None
        assert day.open == said.open_on(day.on_date)


@given(facts())
def test_from_one_school_day_to_the_next_the_cycle_goes_on_by_one(said: Facts) -> None:
    """Wherever nothing else is said in between."""
    length = said.cycle_length
    assert length is not None
    begins = AUTUMN[0] if said.terms else None
    before: Day | None = None
    for day in work_out(said, FIRST, LAST):
        if day.on_date in said.marks or day.on_date == begins:
            before = None
        if not day.open:
            continue
        untouched = day.on_date not in said.marks
        if before is not None and before.cycle_day and untouched:
            assert day.cycle_day == before.cycle_day % length + 1
        before = day if untouched else None


@given(facts(), st.dates(AUTUMN[0] + timedelta(days=1), AUTUMN[1]))
def test_a_holiday_moves_the_days_after_it_by_one_and_no_day_before_it(
    said: Facts, holiday: date
) -> None:
    said = replace(said, terms=(AUTUMN, WINTER), marks={}, week=WEEK)
    before = days(said)
    after = days(replace(said, marks={holiday: CLOSED}))
    stays = days(replace(said, marks={holiday: replace(CLOSED, keeps_count=True)}))
    length = said.cycle_length or 0
    for on, day in before.items():
        if on == holiday:
            assert not after[on].open
        elif not day.open or on < holiday or not before[holiday].open:
            assert after[on] == stays[on] == day
        else:
            assert day.cycle_day is not None
            assert after[on].cycle_day == (day.cycle_day - 2) % length + 1
            assert stays[on] == day
