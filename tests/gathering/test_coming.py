"""“I'm coming” to a meeting: counted from ten on, listed never."""

import pytest
import time_machine
from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Audience, ClubState, Step
from clubs.models.gathering import MeetingComing
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from tests.factories import Builder
from tests.factories_gathering import says_so
from tests.gathering.reading import WEDNESDAY, Visit, comings, told


def test_a_member_says_so_and_takes_it_back(
    build: Builder, visitor: Visit, member: Person
) -> None:
    club = build.club(Step.CONFIDENTIAL)
    build.member(club, member)
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(member)
    page = visit.get(f"/m/{meeting.id}")
    assert "Nobody sees who." in page.words
    visit.submit(page, "/coming")
    assert len(comings(build)) == 1
    page = visit.get(f"/m/{meeting.id}")
    assert "You are coming" in page.words
    assert "Are you coming?" not in page.words
    visit.submit(page, "/not-coming")
    assert comings(build) == []
    assert "Are you coming?" in visit.get(f"/m/{meeting.id}").words


def test_saying_so_three_times_counts_once(
    build: Builder, visitor: Visit, member: Person
) -> None:
    club = build.club()
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(member)
    for _time in range(3):
        visit.post(f"/m/{meeting.id}/coming")
    assert len(comings(build)) == 1
    for _time in range(2):
        visit.post(f"/m/{meeting.id}/not-coming")
    assert comings(build) == []


def test_taking_it_back_takes_back_nobody_elses(build: Builder, visitor: Visit) -> None:
    club = build.club()
    one, two = build.meeting(club, WEDNESDAY), build.meeting(club, WEDNESDAY)
    person = build.student()
    says_so(build, one, build.student())
    says_so(build, two, person)
    visitor(person).post(f"/m/{one.id}/not-coming")
    assert len(comings(build)) == 2


def test_what_was_taken_back_leaves_the_file(build: Builder, visitor: Visit) -> None:
    meeting = build.meeting(build.club(), WEDNESDAY)
    visit = visitor(build.student())
    visit.post(f"/m/{meeting.id}/coming")
    [row] = comings(build)
    visit.post(f"/m/{meeting.id}/not-coming")
    with build.site():
        if db.engine.dialect.name != "sqlite":
            return
        file = str(db.engine.url.database)
    for path in (file, f"{file}-wal"):
        with open(path, "rb") as raw:
            loot = raw.read()
        assert row.token not in loot
        assert row.body not in loot


STANDS = ("member", "leader", "sponsor", "classmate", "teacher", "caregiver", "asked")
MAY = {
    Step.OPEN: {"member", "leader", "sponsor", "classmate", "asked"},
    Step.PRIVATE: {"member", "leader", "sponsor"},
    Step.CONFIDENTIAL: {"member", "leader", "sponsor"},
    Step.UNLISTED: {"member", "leader", "sponsor"},
}


@pytest.mark.parametrize("step", list(Step))
def test_who_may_say_so(build: Builder, visitor: Visit, step: Step) -> None:
    people = {
        "member": build.student(),
        "leader": build.student(),
        "sponsor": build.staff(),
        "classmate": build.student(),
        "teacher": build.staff(),
        "caregiver": build.caregiver(),
        "asked": build.student(),
    }
    club = build.club(step, leader=people["leader"], sponsor=people["sponsor"])
    build.member(club, people["member"])
    build.member(club, people["asked"], standing="asked")
    meeting = build.meeting(club, WEDNESDAY)
    # Who may not know when it meets, hears of no such meeting; others hear why not.
    refused = 403 if step in (Step.OPEN, Step.PRIVATE) else 404
    for who in STANDS:
        may = who in MAY[step]
        visit = visitor(people[who])
        if may or refused == 403:
            shown = "I'm coming" in visit.get(f"/m/{meeting.id}").words
            assert shown is may, who
        visit.post(f"/m/{meeting.id}/coming", expect=303 if may else refused)
    assert len(comings(build)) == len(MAY[step])


def test_a_mixed_open_group_is_for_staff_and_caregivers_too(
    build: Builder, visitor: Visit
) -> None:
    meeting = build.meeting(build.club(audience=Audience.MIXED), WEDNESDAY)
    for person in (build.staff(), build.caregiver(), build.student()):
        visitor(person).post(f"/m/{meeting.id}/coming")
    assert len(comings(build)) == 3


def test_the_named_adult_sees_the_meeting_but_not_who_comes_nor_the_jobs(
    build: Builder, visitor: Visit
) -> None:
    adult = build.staff()
    meeting = build.meeting(build.club(Step.CONFIDENTIAL), WEDNESDAY, adult_id=adult.id)
    words = visitor(adult).get(f"/m/{meeting.id}").words
    assert "coming" not in words
    assert "Jobs" not in words
    visitor(adult).post(f"/m/{meeting.id}/coming", expect=403)


@pytest.mark.parametrize("state", [MeetingState.CANCELLED, None])
def test_nobody_comes_to_what_does_not_take_place(
    build: Builder, visitor: Visit, leader: Person, state: MeetingState | None
) -> None:
    club = build.club(leader=leader, state=ClubState.ACTIVE if state else ClubState.CLOSED)
    meeting = build.meeting(club, WEDNESDAY, state=state or MeetingState.PLANNED)
    visit = visitor(leader)
    assert "I'm coming" not in visit.get(f"/m/{meeting.id}").words
    visit.post(f"/m/{meeting.id}/coming", expect=403)
    assert comings(build) == []


def test_when_it_is_over_one_can_only_take_it_back(
    build: Builder, visitor: Visit, monday: time_machine.Traveller
) -> None:
    meeting, person = build.meeting(build.club()), build.student()
    visitor(person).post(f"/m/{meeting.id}/coming")
    monday.move_to("2026-11-16T18:45:00Z")  # it ends at 12:45 at the school
    visit = visitor(build.student())
    assert "I'm coming" not in visit.get(f"/m/{meeting.id}").words
    visit.post(f"/m/{meeting.id}/coming", expect=403)
    visit = visitor(person)
    visit.submit(visit.get(f"/m/{meeting.id}"), "/not-coming")
    assert comings(build) == []


@pytest.mark.parametrize(
    "count, words", [(0, "fewer than 10"), (9, "fewer than 10"), (10, "10"), (11, "11")]
)
def test_how_many_is_said_from_ten_on_to_those_who_run_the_club(
    build: Builder, visitor: Visit, leader: Person, count: int, words: str
) -> None:
    sponsor = build.staff()
    club = build.club(Step.PRIVATE, leader=leader, sponsor=sponsor)
    meeting, another = build.meeting(club, WEDNESDAY), build.meeting(club, WEDNESDAY)
    for _number in range(count):
        says_so(build, meeting, build.student())
    says_so(build, another, leader)
    for person in (leader, sponsor):
        page = visitor(person).get(f"/m/{meeting.id}")
        assert told(page, "How many are coming") == words
    assert "You are coming" not in visitor(leader).get(f"/m/{meeting.id}").words
    assert "You are coming" in visitor(leader).get(f"/m/{another.id}").words


def test_nobody_else_sees_how_many(build: Builder, visitor: Visit, member: Person) -> None:
    club = build.club()
    build.member(club, member)
    meeting = build.meeting(club, WEDNESDAY)
    people = [member, build.student(), build.staff(), build.admin(), build.caregiver()]
    addresses = (f"/m/{meeting.id}", f"/c/{club.id}/meetings", f"/c/{club.id}", "/")
    before = [pages(visitor, person, addresses) for person in people]
    for _number in range(12):
        says_so(build, meeting, build.student())
    assert [pages(visitor, person, addresses) for person in people] == before


def pages(visitor: Visit, person: Person, addresses: tuple[str, ...]) -> list[str]:
    return [visitor(person).get(address).words for address in addresses]


def test_all_rows_are_of_one_length_and_none_names_a_meeting(build: Builder) -> None:
    school = build.another_school()
    for school_id in (school.id, None) * 2:
        club = build.club(Step.UNLISTED, school_id=school_id)
        says_so(build, build.meeting(club, WEDNESDAY), build.student())
    rows = comings(build)
    assert len({row.token for row in rows}) == len({row.body for row in rows}) == 4
    assert len({len(row.body) for row in rows}) == 1
    with build.site():
        columns = set(MeetingComing.__table__.columns.keys())
        assert db.session.scalars(select(MeetingComing.token)).all()
    assert columns == {"token", "school_id", "body"}
