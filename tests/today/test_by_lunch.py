"""Today by lunch: each student's own sitting, where now is, and what comes next."""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from clubs.db import db
from clubs.models.clubs import Audience, Club, Step
from clubs.models.meetings import MeetingState, Sitting
from clubs.models.people import Person
from clubs.models.timetable import SlotKind
from tests.factories import ZONE, Builder
from tests.factories_school_time import SchoolTime
from tests.today.reading import section
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MARK = "Zephyrlamp"
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo(ZONE))


@pytest.fixture(autouse=True)
def _a_tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def school(build: Builder) -> SchoolTime:
    return SchoolTime(build)


def at(hour: int, minute: int = 0) -> time_machine.travel:
    return time_machine.travel(TUESDAY.replace(hour=hour, minute=minute), tick=False)


def member(build: Builder, school: SchoolTime, club: Club, lunch: str) -> Person:
    student = school.student(lunch)
    build.member(club, student)
    return student


@pytest.mark.parametrize("lunch, when", [("A", "11:00"), ("C", "13:00")])
@pytest.mark.parametrize("step", Step)
def test_each_sees_their_own_sitting_of_one_meeting(
    build: Builder, visitor: Visit, school: SchoolTime, lunch: str, when: str, step: Step
) -> None:
    club = build.club(step, name=MARK)
    school.meets(club, "AC")
    page = visitor(member(build, school, club, lunch)).get("/")
    own = section(page, f"Your lunch: {lunch}")
    assert f"{when} {MARK}" in own
    assert page.words.count(MARK) == 1


def test_a_third_sees_that_they_cannot_come_and_when_they_could(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club(name=MARK)
    school.meets(club, "AC")
    school.meets(club, "C", 7)
    school.closes_early(7)
    words = visitor(member(build, school, club, "B")).get("/").words
    assert "Not at your lunch On Tue, Dec 1 all have the same lunch" in words
    assert f"Lunch A 11:00–12:00 11:00 {MARK}" in words


def test_without_another_meeting_soon_it_only_says_that_they_cannot(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club(name=MARK)
    school.meets(club, "A")
    page = visitor(member(build, school, club, "B")).get("/")
    assert "Not at your lunch" in page.words
    assert "You could come" not in page.words


def test_others_in_another_lunch_are_not_shown(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.meets(build.club(name=MARK), "AC")
    assert MARK not in visitor(school.student("B")).get("/").words
    assert MARK in visitor(school.student("C")).get("/").words


def test_a_lunch_on_another_kind_of_day(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.closes_early(0)
    club = build.club(name=MARK)
    school.meets(club, "C")
    page = visitor(member(build, school, club, "A")).get("/")
    assert MARK in section(page, "Your lunch: C, 10:30–11:00")
    assert "Tuesday, November 24 · Early closing" in page.words


def test_the_lead_line_names_the_cycle_day(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.closes_early(0, cycle_day=3)
    words = visitor(build.student()).get("/").words
    assert "Tuesday, November 24 · Day 3 · Early closing" in words


def test_now_stands_between_what_is_over_and_what_comes(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    teacher = build.staff()
    build.meeting(build.club(name="Early birds"), starts=time(7, 45), ends=time(8, 30))
    school.meets(build.club(name="Noon"), "B")
    school.meets(build.club(name="Late lunch"), "C")
    # hour, minute, and what stands before and after "Now"
    order = [
        (7, 0, ["Now", "Early birds", "Noon", "Late lunch"]),
        (9, 0, ["Early birds", "Now", "Noon", "Late lunch"]),
        (12, 30, ["Early birds", "Now", "Noon", "Late lunch"]),
        (13, 10, ["Early birds", "Noon", "Now", "Late lunch"]),
        (15, 0, ["Early birds", "Noon", "Late lunch", "Now"]),
    ]
    for hour, minute, wanted in order:
        with at(hour, minute):
            today = section(visitor(teacher).get("/"), "On today")
        assert sorted(wanted, key=today.index) == wanted, today


# the hour, and what the heading of lunch B says
STATES = [(11, ""), (12, "now"), (13, "over")]


@pytest.mark.parametrize("hour, said", STATES)
def test_ones_own_lunch_says_whether_it_is_on(
    build: Builder, visitor: Visit, school: SchoolTime, hour: int, said: str
) -> None:
    school.meets(build.club(), "B")
    student = school.student("B")
    with at(hour, 20):
        heading = visitor(student).get("/").page.select_one("section.today h2")
    assert heading is not None
    assert heading.get_text(" ", strip=True) == f"Your lunch: B, 12:00–13:00 {said}".strip()


def test_what_has_no_slot_is_told_by_its_part_of_the_day(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    for hour in (8, 12, 15):
        build.meeting(build.club(), starts=time(hour), ends=time(hour, 30))
    flex = build.wave("Flex", time(14), kind=SlotKind.FLEX)
    build.meeting(build.club(), wave_id=flex.id, starts=time(14), ends=time(14, 30))
    page = visitor(school.student("A")).get("/")
    heads = [one.get_text(" ", strip=True) for one in page.page.select("main h3")]
    assert heads == [
        "Before lunch over",
        "Around lunch",
        "Flex 14:00–15:00",
        "Later",
    ]


def test_cancelled_is_said_in_words_and_why(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club(name=MARK)
    school.meets(
        club, "A", state=MeetingState.CANCELLED, change_words="The room is being painted."
    )
    page = visitor(member(build, school, club, "A")).get("/")
    struck = page.page.select_one("section.today s")
    assert struck is not None
    assert struck.get_text() == MARK
    assert "Cancelled The room is being painted." in section(page, "Your lunch")


def test_a_cancelled_meeting_elsewhere_does_not_say_when_one_could_come(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    school.meets(club, "A", state=MeetingState.CANCELLED)
    school.meets(club, "B", 1)
    assert "You could come" not in visitor(member(build, school, club, "B")).get("/").words


def test_a_day_without_school_says_so_once(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.no_school(0, "Family Day")
    club = build.club(name=MARK)
    school.meets(club, "A", state=MeetingState.CANCELLED, by_calendar=True)
    caregivers = build.club(name="Evening circle", audience=Audience.MIXED)
    build.meeting(caregivers, starts=time(18), ends=time(19))
    page = visitor(member(build, school, club, "A")).get("/")
    today = section(page, "No school today: Family Day")
    assert "Evening circle" in today
    assert MARK not in today


def test_a_day_without_school_and_without_a_reason(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.no_school(0)
    page = visitor(build.student()).get("/")
    assert "Enjoy the day." in section(page, "No school today")


def test_a_meeting_of_which_no_sitting_is_held_does_not_break_the_page(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club(name=MARK)
    meeting = build.meeting(club, school.day(0), place="Ostrava")
    with build.site():
        for one in db.session.query(Sitting).filter_by(meeting_id=meeting.id):
            one.held = False
    assert MARK in visitor(member(build, school, club, "A")).get("/").words


def test_tomorrow_at_a_glance(build: Builder, visitor: Visit, school: SchoolTime) -> None:
    club, other = build.club(Step.UNLISTED, name=MARK), build.club(name="Elsewhere")
    school.meets(club, "AC", 1)
    school.meets(other, "A", 1)
    school.meets(build.club(name="Not for C"), "A", 1)
    page = visitor(member(build, school, club, "A")).get("/")
    tomorrow = section(page, "Tomorrow")
    assert tomorrow.index(MARK) < tomorrow.index("Elsewhere")
    assert "Nothing planned today" not in page.words
    late = section(visitor(member(build, school, club, "C")).get("/"), "Tomorrow")
    assert f"13:00 {MARK}" in late
    assert "Not for C" not in late


def test_after_days_without_school_the_next_one_is_named(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.no_school(1)
    school.no_school(2)
    school.closes_early(3)
    club = build.club(name=MARK)
    school.meets(club, "C", 3)
    page = visitor(member(build, school, club, "A")).get("/")
    assert MARK in section(page, "Friday, November 27 · Early closing")


@pytest.mark.parametrize("step", Step)
def test_a_substitute_reads_when_and_where_and_of_no_club_they_could_not_find(
    build: Builder, visitor: Visit, school: SchoolTime, step: Step
) -> None:
    substitute = build.staff()
    club = build.club(step, name=MARK, sponsor=build.staff())
    meeting = school.meets(club, "AC", adult_id=substitute.id, place="Ostrava")
    page = visitor(substitute).get("/")
    assert page.words.count("You are the adult at this meeting") == 2
    assert page.words.count("Ostrava") == 2
    assert page.page.select_one(f'main a[href="/m/{meeting.id}"]')
    assert (MARK in page.text) == (step is not Step.UNLISTED)
    assert "Ostrava" not in visitor(build.student()).get("/").words or step in (
        Step.OPEN,
        Step.PRIVATE,
    )


def test_a_substitute_who_is_needed_tomorrow_reads_it_today(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    substitute = build.staff()
    club = build.club(Step.CONFIDENTIAL, sponsor=build.staff())
    school.meets(club, "A", 1, adult_id=substitute.id)
    tomorrow = section(visitor(substitute).get("/"), "Tomorrow")
    assert "You are the adult at this meeting" in tomorrow


def test_only_staff_can_be_the_adult(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    student = school.student("A")
    club = build.club(Step.CONFIDENTIAL, name=MARK)
    school.meets(club, "A", adult_id=student.id)
    assert MARK not in visitor(student).get("/").words
