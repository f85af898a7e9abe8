"""Whether somebody can get to a club, and if not, when they could."""

from collections.abc import Callable
from datetime import date, time

import pytest

from clubs.models.clubs import Step
from clubs.models.meetings import MeetingState
from tests.directory.reading import names
from tests.factories import Builder
from tests.factories_school_time import SchoolTime
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def school(build: Builder) -> SchoolTime:
    return SchoolTime(build)


def short_day(day: date) -> str:
    return f"{day:%a, %b} {day.day}"


def page_for(visitor: Visit, school: SchoolTime, club_id: str, lunch: str) -> str:
    return visitor(school.student(lunch)).get(f"/c/{club_id}").words


def test_two_lunches_are_both_told_that_they_can_come(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    school.meets(club, "AC", 1)
    for lunch in "AC":
        words = page_for(visitor, school, club.id, lunch)
        assert f"You can get there: it is at your lunch, {lunch}." in words
        assert "Lunch A, 11:00 to 12:00 · Lunch C, 13:00 to 13:30" in words


def test_a_third_reads_that_they_cannot_and_when_they_could(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    for ahead in (1, 8, 15):
        school.meets(club, "AC" if ahead < 15 else "C", ahead)
    school.closes_early(15)
    words = page_for(visitor, school, club.id, "B")
    assert "Your lunch is B. The next one is at lunch A and C." in words
    day = short_day(school.day(15))
    assert f"On {day} all have the same lunch, so you could come then." in words


def test_another_meeting_at_their_own_lunch_or_after_school(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club, other = build.club(), build.club()
    school.meets(club, "A", 1)
    school.meets(club, "B", 9)
    school.meets(other, "A", 1)
    build.meeting(other, school.day(4))
    day = short_day(school.day(9))
    own = page_for(visitor, school, club.id, "B")
    assert f"You could come on {day}: it is at your lunch that day." in own
    after = page_for(visitor, school, other.id, "B")
    assert f"You could come on {short_day(school.day(4))}, 12:05 to 12:45." in after


def test_a_lunch_of_their_own_on_another_kind_of_day_counts(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    build.slot_time(school.lunch["A"], school.early, time(10), time(10, 30))
    school.closes_early(3)
    school.meets(club, "A", 3)
    student = school.student("B", early="A")
    assert "it is at your lunch, A." in visitor(student).get(f"/c/{club.id}").words
    assert names(visitor(student).get("/clubs?reachable=1")) == [club.name]
    other = school.student("B", early="C")
    assert "Your lunch is C. The next one" in visitor(other).get(f"/c/{club.id}").words
    assert names(visitor(other).get("/clubs?reachable=1")) == []


def test_no_meeting_ever_at_their_lunch_is_said_plainly(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    school.meets(club, "A", 1)
    school.meets(club, "B", 2, state=MeetingState.CANCELLED)
    words = page_for(visitor, school, club.id, "B")
    assert "None of the meetings planned so far" in words


@pytest.mark.parametrize("who", ["staff", "caregiver", "student"])
def test_who_has_said_no_lunch_is_told_nothing_of_it(
    build: Builder, visitor: Visit, school: SchoolTime, who: str
) -> None:
    club = build.club()
    school.meets(club, "AC", 1)
    answer = visitor(getattr(build, who)()).get(f"/c/{club.id}")
    assert answer.page.select(".reach") == []


def test_outside_of_lunches_there_is_nothing_to_say(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club()
    build.meeting(club, school.day(1))
    answer = visitor(school.student("A")).get(f"/c/{club.id}")
    assert answer.page.select(".reach") == []


def test_when_they_could_is_not_told_above_the_ladder(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club = build.club(Step.CONFIDENTIAL, sponsor=build.staff())
    school.meets(club, "AC", 1)
    school.meets(club, "B", 2)
    assert "lunch" not in page_for(visitor, school, club.id, "B").replace("at lunch.", "")


def test_looking_as_somebody_else_says_nothing_of_ones_own_lunch(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    leader = school.student("B")
    club = build.club(leader=leader)
    school.meets(club, "AC", 1)
    reader = visitor(leader)
    assert reader.get(f"/c/{club.id}").page.select(".reach")
    assert reader.get(f"/c/{club.id}/as/classmate").page.select(".reach") == []


# lunches of the meeting, whether that day closes early, found by a student of lunch B
REACHED = [
    ("A", False, False),
    ("AC", False, False),
    ("B", False, True),
    ("C", True, True),
    ("A", True, False),
]


@pytest.mark.parametrize("lunches, early, found", REACHED)
def test_the_filter_says_the_same_as_the_page(
    build: Builder,
    visitor: Visit,
    school: SchoolTime,
    lunches: str,
    early: bool,
    found: bool,
) -> None:
    club = build.club()
    school.meets(club, lunches, 2)
    if early:
        school.closes_early(2)
    reader = visitor(school.student("B"))
    assert bool(names(reader.get("/clubs?reachable=1"))) == found
    said = reader.get(f"/c/{club.id}").words
    assert ("You can get there" in said) == found
