"""Which sitting is mine, and that a meeting is not at my lunch."""

from collections.abc import Callable

import pytest

from clubs.models.clubs import Club
from clubs.models.people import Person
from clubs.models.timetable import SlotKind
from tests.factories import Builder
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import part
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def school(build: Builder) -> SchoolTime:
    return SchoolTime(build)


def test_a_meeting_at_ones_own_lunch_says_so(
    visitor: Visit, club: Club, school: SchoolTime
) -> None:
    meeting = school.meets(club, "AC", ahead=2)
    for lunch in "AC":
        page = visitor(school.student(lunch)).get(f"/m/{meeting.id}").words
        assert f"You can get there: it is at your lunch, {lunch}." in page


def test_who_has_another_lunch_reads_it_and_when_they_could(
    visitor: Visit, club: Club, school: SchoolTime
) -> None:
    meeting = school.meets(club, "AC", ahead=2)
    school.meets(club, "B", ahead=9)
    page = visitor(school.student("B")).get(f"/m/{meeting.id}").words
    assert "Your lunch is B. This meeting is at lunch A and C." in page
    assert "You could come on Wed, Nov 25" in page


def test_a_leader_with_another_lunch_reads_it_too(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    leader = school.student("B")
    meeting = school.meets(build.club(leader=leader), "A", ahead=2)
    page = visitor(leader).get(f"/m/{meeting.id}").words
    assert "Your lunch is B. This meeting is at lunch A." in page


def test_a_member_with_another_lunch_and_all_of_the_page(
    build: Builder, visitor: Visit, club: Club, school: SchoolTime
) -> None:
    member = school.student("B")
    build.member(club, member)
    meeting = school.meets(club, "A", ahead=2)
    page = visitor(member).get(f"/m/{meeting.id}").words
    assert "Your lunch is B." in page
    assert "Are you coming?" in page


def test_after_school_is_for_everybody(
    build: Builder, visitor: Visit, club: Club, school: SchoolTime
) -> None:
    after = build.wave("After school", kind=SlotKind.AFTER)
    meeting = build.meeting(club, school.day(2), wave_id=after.id)
    page = visitor(school.student("B")).get(f"/m/{meeting.id}").words
    assert "Your lunch" not in page
    assert "After school, 12:05 to 12:45" in page


def test_nothing_is_said_of_what_is_cancelled_or_over(
    visitor: Visit, club: Club, school: SchoolTime
) -> None:
    off = school.meets(club, "A", ahead=2, state="cancelled")
    over = school.meets(club, "A", ahead=-3)
    for meeting in (off, over):
        page = visitor(school.student("B")).get(f"/m/{meeting.id}").words
        assert "Your lunch" not in page


def test_the_list_marks_the_sitting_that_is_mine(
    visitor: Visit, club: Club, school: SchoolTime
) -> None:
    school.meets(club, "AC", ahead=2)
    address = f"/c/{club.id}/meetings"
    page = visitor(school.student("C")).get(address)
    assert part(page, ".occasion .tag").get_text() == "Your lunch: 13:00 to 13:30"
    assert "Lunch A · Lunch C" in page.words
    for person in (school.student("B"), school.student()):
        assert "Your lunch" not in visitor(person).get(address).words


def test_on_another_kind_of_day_it_is_the_lunch_of_that_day(
    visitor: Visit, club: Club, school: SchoolTime
) -> None:
    school.closes_early(2)
    school.meets(club, "C", ahead=2)
    student = school.student("A", early="C")
    assert "Your lunch: " in visitor(student).get(f"/c/{club.id}/meetings").words


def test_a_slot_that_day_does_not_have_is_said_to_be_off(
    build: Builder, visitor: Visit, leader: Person, club: Club, school: SchoolTime
) -> None:
    meeting = school.meets(club, "C", ahead=2)
    build.sitting(meeting, slot_id=school.lunch["B"].id, held=False)
    page = visitor(leader).get(f"/m/{meeting.id}").words
    assert "Lunch B is not held that day" in page
