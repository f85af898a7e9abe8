"""A meeting in one's own calendar: a lunch in a room, and not a word more."""

from collections.abc import Callable
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, SchoolDay, Slot, SlotKind
from tests.factories import ZONE, Builder
from tests.feeds.reading import Entry, entries
from tests.visitor import MOST_QUERIES, Answer, Visitor

pytestmark = pytest.mark.usefixtures("monday")
Visit = Callable[..., Visitor]
TUESDAY = date(2026, 11, 17)
SECRETS = ("Zephyrlamp", "Quorvane", "Bellwick", "Thistledrift")


def file_of(meeting: Meeting) -> str:
    return f"/m/{meeting.id}/lunch.ics"


def download(who: Visitor, meeting: Meeting) -> tuple[Answer, list[Entry]]:
    answer = who.get(file_of(meeting))
    assert len(answer.queries) <= MOST_QUERIES
    return answer, entries(answer.text)


@pytest.mark.parametrize("step", list(Step))
def test_it_says_lunch_and_where_whatever_the_club(
    build: Builder, visitor: Visit, step: Step
) -> None:
    member = build.student()
    club = build.club(step, name="Zephyrlamp", focus="Quorvane", purpose="Bellwick")
    build.member(club, member)
    meeting = build.meeting(
        club, TUESDAY, wave_id=build.wave().id, place="Room 12", agenda="Thistledrift"
    )
    answer, (entry,) = download(visitor(member), meeting)
    assert (entry.summary, entry.place) == ("Lunch", "Room 12")
    assert entry.starts == clock.moment(TUESDAY, meeting.starts, ZONE)
    headers = answer.response.headers
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Content-Disposition"] == "attachment; filename=lunch.ics"
    assert headers["Cache-Control"] == "no-store"
    told = answer.text + str(headers)
    for secret in (*SECRETS, club.id, meeting.id, member.id, "DESCRIPTION", "METHOD"):
        assert secret not in told


def test_outside_lunch_it_says_meeting(build: Builder, visitor: Visit) -> None:
    member = build.student()
    club = build.club()
    after = build.wave("After school", time(15), kind=SlotKind.AFTER)
    for slot_id in (after.id, None):
        meeting = build.meeting(club, TUESDAY, wave_id=slot_id)
        _answer, (entry,) = download(visitor(member), meeting)
        assert entry.summary == "Meeting"


@pytest.mark.parametrize("who", ["classmate", "teacher", "admin", "other school"])
def test_who_may_not_know_when_gets_nothing(
    app: Flask, build: Builder, visitor: Visit, who: str
) -> None:
    person = {
        "classmate": build.student,
        "teacher": build.staff,
        "admin": build.admin,
        "other school": lambda: build.student(school_id=build.another_school().id),
    }[who]()
    meeting = build.meeting(build.club(Step.CONFIDENTIAL), TUESDAY)
    visitor(person).get(file_of(meeting), expect=404)
    for nothing in ("short", "%00" * 22):
        visitor(person).get(f"/m/{nothing}/lunch.ics", expect=404)
    assert app.test_client().get(file_of(meeting)).status_code == 303


def test_the_adult_who_is_named_for_it_may_have_it(build: Builder, visitor: Visit) -> None:
    adult = build.staff()
    meeting = build.meeting(build.club(Step.CONFIDENTIAL), TUESDAY, adult_id=adult.id)
    assert download(visitor(adult), meeting)[1]


def in_two_lunches(build: Builder) -> Meeting:
    early, late = build.wave("A"), build.wave("C", time(12, 20))
    meeting = build.meeting(build.club(), TUESDAY, wave_id=early.id, starts=time(11, 20))
    build.sitting(meeting, slot_id=late.id, starts=time(12, 20), ends=time(12, 45))
    return meeting


def starts(found: list[Entry]) -> list[time]:
    return [one.starts.astimezone(ZoneInfo(ZONE)).time() for one in found]


def with_lunch(build: Builder, meeting: Meeting, name: str) -> Person:
    with build.site():
        slot = db.session.query(Slot).filter_by(name=name).one()
    return build.student(wave_id=slot.id)


def test_of_two_sittings_one_gets_ones_own(build: Builder, visitor: Visit) -> None:
    meeting = in_two_lunches(build)
    build.wave("B", time(13, 30))
    both = [time(11, 20), time(12, 20)]
    for name, own in (("A", both[:1]), ("C", both[1:]), ("B", both)):
        who = visitor(with_lunch(build, meeting, name))
        assert starts(download(who, meeting)[1]) == own
    assert starts(download(visitor(build.staff()), meeting)[1]) == both


def test_on_another_kind_of_day_ones_lunch_may_be_another(
    build: Builder, visitor: Visit
) -> None:
    meeting = in_two_lunches(build)
    student = with_lunch(build, meeting, "A")
    early_closing = build.keep(DayType(school_id=build.school.id, name="Early closing"))
    build.keep(
        SchoolDay(
            school_id=build.school.id,
            on_date=TUESDAY,
            open=True,
            day_type_id=early_closing.id,
        )
    )
    with build.site():
        late = db.session.query(Slot).filter_by(name="C").one()
        for slot in db.session.query(Slot):
            build.slot_time(slot, early_closing, time(10), time(11))
    build.keep(
        PersonLunch(
            person_id=student.id,
            day_type_id=early_closing.id,
            school_id=build.school.id,
            slot_id=late.id,
        )
    )
    assert starts(download(visitor(student), meeting)[1]) == [time(12, 20)]


def test_a_cancelled_one_says_so_under_the_same_uid(build: Builder, visitor: Visit) -> None:
    student = visitor(build.student())
    meeting = build.meeting(build.club(), TUESDAY)
    _answer, (before,) = download(student, meeting)
    with build.site():
        held = db.session.get_one(Meeting, meeting.id)
        held.state, held.sequence = MeetingState.CANCELLED, 1
    _answer, (after,) = download(student, meeting)
    assert (after.uid, after.status, after.sequence) == (before.uid, "CANCELLED", 1)


def test_two_peoples_files_cannot_be_told_to_be_of_one_meeting(
    build: Builder, visitor: Visit
) -> None:
    meeting = build.meeting(build.club(), TUESDAY)
    people = build.student(), build.student()
    uids = {download(visitor(one), meeting)[1][0].uid for one in people}
    assert len(uids) == 2
