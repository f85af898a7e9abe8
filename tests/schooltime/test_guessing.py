"""What the events of a calendar mean is guessed well enough to be looked at, not typed."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from flask import Flask

from clubs.schooltime.calendar_plan import plan_of
from clubs.schooltime.happenings import Happening
from clubs.schooltime.meanings import Group, grouped, guess, in_letters
from clubs.schooltime.services.terms import WantedTerm

ON = date(2026, 11, 24)
KINDS = [("k1", "Early closing"), ("k2", "Assembly")]
pytestmark = pytest.mark.usefixtures("_words")


@pytest.fixture
def _words(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def group(title: str, *, days: int = 1, timed: bool = False) -> Group:
    return Group(title, ((ON, ON + timedelta(days=days - 1)),), timed)


@pytest.mark.parametrize(
    "title, meaning",
    [
        ("No School", "closed"),
        ("NO CLASSES – Teachers’ Convention", "closed"),
        ("Non-instructional day", "closed"),
        ("End of 1st Semester (non-student day)", "closed"),
        ("Indigenous People's (in-service) Day", "closed"),
        ("Winter Break", "closed"),
        ("PD Day", "closed"),
        ("Veteran's Day", "closed"),
        ("President's Day Break", "closed"),
        ("MLK Day", "closed"),
        ("Thanksgiving", "closed"),
        ("Family Day", "closed"),
        ("A Day", "cycle:1"),
        ("b day", "cycle:2"),
        ("Day 3", "cycle:3"),
        ("6 Day", "cycle:6"),
        ("Day F", "cycle:6"),
        ("A Day: Start of 2nd Semester", "cycle:1"),
        ("A Day of Remembrance", ""),
        ("Day 11", ""),
        ("Early Dismissal", "kind:k1"),
        ("Early closing (staff meeting)", "kind:k1"),
        ("Christmas assembly", "kind:k2"),
        ("First day of school", "begins"),
        ("Semester 2 begins", "begins"),
        ("Last day of classes", "ends"),
        ("End of term 1", "ends"),
        ("Exams", ""),
        ("Breakfast club", ""),
        ("Daylight saving time begins", ""),
        ("", ""),
    ],
)
def test_a_title_has_its_likeliest_meaning(title: str, meaning: str) -> None:
    assert guess(group(title), KINDS) == meaning


def test_a_lunch_break_of_an_hour_is_no_holiday() -> None:
    assert guess(group("Pizza before the break", timed=True), KINDS) == ""
    assert guess(group("No school today", timed=True), KINDS) == "closed"


def test_a_long_event_called_a_term_is_one() -> None:
    assert guess(group("Fall semester", days=90), KINDS) == "term"
    assert guess(group("Fall semester", days=2), KINDS) == ""
    assert guess(group("Half term", days=30), KINDS) == "closed"


def test_early_dismissal_means_nothing_where_no_kind_of_day_is_early() -> None:
    assert guess(group("Early dismissal"), [("k2", "Assembly")]) == ""


def test_equal_titles_are_one_row_in_the_order_of_the_year() -> None:
    days = [
        Happening("B Day", ON + timedelta(days=n), ON + timedelta(days=n)) for n in (3, 1)
    ]
    days += [Happening("A day", ON, ON), Happening("A Day", ON, ON, timed=True)]
    days += [Happening("A DAY", ON + timedelta(days=2), ON + timedelta(days=2))]
    found = grouped(days)
    assert [(one.title, len(one.spans), one.timed) for one in found] == [
        ("A Day", 1, True),
        ("A day", 2, False),
        ("B Day", 2, False),
    ]
    assert (found[1].days, found[1].first_on) == (2, ON)


@pytest.mark.parametrize(
    "titles, letters",
    [(["Exams", "A Day"], True), (["Day 1"], False), (["Exams"], False), ([], False)],
)
def test_a_calendar_calls_its_days_by_letters_or_numbers(
    titles: list[str], *, letters: bool
) -> None:
    assert in_letters([group(one) for one in titles]) is letters


def test_a_plan_says_what_each_date_becomes() -> None:
    groups = [
        group("Winter Break", days=3),
        group("A Day"),
        group("Early closing"),
        group("X"),
    ]
    plan = plan_of(groups, {0: "closed", 1: "cycle:1", 2: "kind:k1"})
    assert (plan.closed, plan.switched, plan.cycle_days, plan.cycle_length) == (3, 1, 1, 1)
    said = plan.days[ON]
    assert (said.closed, said.words, said.day_type_id) == (True, "Winter Break", "k1")
    assert plan_of(groups, {}).empty


def test_terms_are_whole_or_made_of_a_first_and_a_last_day() -> None:
    def on(title: str, *days: date) -> Group:
        return Group(title, tuple((one, one) for one in days))

    groups = [
        on("Term starts", date(2026, 9, 8), date(2027, 2, 1), date(2027, 6, 1)),
        on("Term ends", date(2027, 1, 29), date(2027, 5, 28)),
        Group("Summer term", ((date(2027, 7, 1), date(2027, 7, 20)),)),
    ]
    plan = plan_of(groups, {0: "begins", 1: "ends", 2: "term"})
    assert plan.terms == [
        WantedTerm("Term", date(2026, 9, 8), date(2027, 1, 29)),
        WantedTerm("Term", date(2027, 2, 1), date(2027, 5, 28)),
        WantedTerm("Summer term", date(2027, 7, 1), date(2027, 7, 20)),
    ]
    assert plan.notes == ["No last day was found for the term of “Term starts”"]


@pytest.mark.parametrize(
    "title, name",
    [
        ("First day of school – Fall semester", "Fall semester"),
        ("Semester 2 begins", "Semester 2"),
        ("Start of the 2nd Semester", "2nd Semester"),
        ("First day of school", "Term 1"),
    ],
)
def test_a_term_is_called_what_its_first_day_says(title: str, name: str) -> None:
    ends = Group("Last day", ((ON + timedelta(days=60),) * 2,))
    (term,) = plan_of([group(title), ends], {0: "begins", 1: "ends"}).terms
    assert term.name == name
