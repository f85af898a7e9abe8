"""Reminders the day before: one neutral mail each, at one hour, once a day."""

import json
from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.meetings import MeetingState
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.models.timetable import SchoolDay
from clubs.planning.reminding import remind
from clubs.seal import seal
from tests.factories import ZONE, Builder

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
HOUR = 16


@pytest.fixture
def afternoon(monday: time_machine.Traveller) -> time_machine.Traveller:
    monday.move_to("2026-11-16T22:05:00Z")  # five past four at the school
    return monday


def reminded(build: Builder) -> list[str]:
    """To whom the mail that waits goes."""
    return sorted(mail["to"] for mail in mails(build))


def mails(build: Builder) -> list[dict[str, str]]:
    with build.site():
        rows = db.session.scalars(select(Mail)).all()
        return [
            json.loads(seal().open(one.body, one.school_id, "mail", one.id)) for one in rows
        ]


def run(build: Builder, hour: int = HOUR) -> bool:
    school_id = build.school.id
    with build.site():
        return remind(school_id, ZONE, hour)


def wanting(build: Builder, club: Club) -> Person:
    person = build.student()
    build.member(club, person, reminders=True)
    return person


def closed(build: Builder, *days: date) -> None:
    for on in days:
        build.keep(SchoolDay(school_id=build.school.id, on_date=on, open=False))


def test_members_are_reminded_the_day_before(
    build: Builder, afternoon: time_machine.Traveller
) -> None:
    club = build.club()
    build.meeting(club, TUESDAY)
    build.meeting(build.club(leader=build.student()), TUESDAY + timedelta(days=1))
    person = wanting(build, club)
    assert run(build)
    assert reminded(build) == [person.email]


def test_once_a_day_from_the_hour_on(
    build: Builder, monday: time_machine.Traveller
) -> None:
    club = build.club()
    wanting(build, club)
    for day in (17, 18):
        build.meeting(club, date(2026, 11, day))
    for at, now, count in (
        ("2026-11-16T21:59:00Z", False, 0),
        ("2026-11-16T22:00:00Z", True, 1),
        ("2026-11-16T23:59:00Z", False, 1),
        ("2026-11-17T21:59:00Z", False, 1),
        ("2026-11-18T01:00:00Z", True, 2),
    ):
        monday.move_to(at)
        assert run(build) is now, at
        assert len(mails(build)) == count, at


@pytest.mark.parametrize("step", list(Step))
def test_by_default_only_of_open_clubs(
    build: Builder, afternoon: time_machine.Traveller, step: Step
) -> None:
    club = build.club(step)
    build.meeting(club, TUESDAY)
    default, on, off = (build.student() for _ in range(3))
    for person, said in ((default, None), (on, True), (off, False)):
        build.member(club, person, reminders=said)
    build.member(club, build.student(), reminders=True, standing="asked")
    run(build)
    expected = [on.email, *([default.email] if step is Step.OPEN else [])]
    assert reminded(build) == sorted(map(str, expected))


def test_one_mail_however_many_meetings(
    build: Builder, afternoon: time_machine.Traveller
) -> None:
    person = build.student()
    for step in Step:
        club = build.club(step)
        build.member(club, person, reminders=True)
        for _number in range(2):
            build.meeting(club, TUESDAY)
    run(build)
    assert reminded(build) == [person.email]


def test_the_mail_is_the_same_whatever_one_is_reminded_of(
    build: Builder, afternoon: time_machine.Traveller
) -> None:
    chess = build.club(Step.OPEN, name="Chess")
    alliance = build.club(Step.UNLISTED, name="Gay-Straight Alliance")
    for club in (chess, alliance):
        build.meeting(club, TUESDAY)
        wanting(build, club)
    run(build)
    one, other = (mail["words"] for mail in mails(build))
    assert one.encode() == other.encode()
    assert not any(word in one for word in ("Chess", "Alliance", "Tuesday", "17", "meet"))
    with build.site():
        rows = db.session.scalars(select(Mail)).all()
        assert len({len(row.body) for row in rows}) == 1


def test_where_there_is_no_list_nobody_can_be_written_to(
    build: Builder, afternoon: time_machine.Traveller
) -> None:
    club = build.club(Step.CONFIDENTIAL, no_list=True)
    build.meeting(club, TUESDAY)
    wanting(build, club)
    run(build)
    assert mails(build) == []


def test_not_of_what_does_not_take_place(
    build: Builder, afternoon: time_machine.Traveller
) -> None:
    cancelled, closed_club, without = build.club(), build.club(), build.club()
    build.meeting(cancelled, TUESDAY, state=MeetingState.CANCELLED)
    build.meeting(closed_club, TUESDAY)
    meeting = build.meeting(without, TUESDAY)
    with build.site():
        db.session.get_one(Club, closed_club.id).state = ClubState.CLOSED
        db.session.execute(
            db.text("UPDATE sitting SET held = false WHERE meeting_id = :id"),
            {"id": meeting.id},
        )
    for club in (cancelled, closed_club, without):
        wanting(build, club)
    assert run(build)
    assert mails(build) == []


def test_not_of_another_school(build: Builder, afternoon: time_machine.Traveller) -> None:
    there = build.another_school()
    club = build.club(school_id=there.id)
    build.meeting(club, TUESDAY)
    build.member(club, build.student(school_id=there.id))
    run(build)
    assert mails(build) == []


FRIDAY = date(2026, 11, 20)
WEEKEND = (date(2026, 11, 21), date(2026, 11, 22))


def test_on_friday_of_monday_and_never_twice(
    build: Builder, monday: time_machine.Traveller
) -> None:
    closed(build, *WEEKEND)
    club = build.club()
    wanting(build, club)
    build.meeting(club, date(2026, 11, 23))
    counts = []
    for day in range(16, 24):
        monday.move_to(f"2026-11-{day}T22:30:00Z")
        run(build)
        counts.append(len(mails(build)))
    assert counts == [0, 0, 0, 0, 1, 1, 1, 1]


def test_after_a_long_break_the_day_before(
    build: Builder, monday: time_machine.Traveller
) -> None:
    closed(build, *(date(2026, 12, day) for day in range(1, 15)))
    club = build.club()
    wanting(build, club)
    build.meeting(club, date(2026, 12, 15))
    when: list[date] = []
    for day in (date(2026, 11, 30) + timedelta(days=n) for n in range(16)):
        monday.move_to(f"{day}T22:30:00Z")
        run(build)
        if mails(build) and not when:
            when.append(day)
    assert when == [date(2026, 12, 14)]
    assert len(mails(build)) == 1
