"""Many want the same room at once: one has it, the others read that it is not available."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from clubs import booking, clock
from clubs.booking import NotAvailable, Stretch
from clubs.config import Settings
from clubs.db import db, expect_writes, new_id
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting
from clubs.models.rooms import Booking, BookingState, Room
from tests.factories import ZONE, Builder
from tests.factories_rooms import (
    a_room,
    at,
    bookings_of,
    meets_in,
    sittings_of,
)
from tests.races.many import at_once
from tests.races.sending import Answers, post
from tests.visitor import Visitor

# Whoever is told says which status, and how often the sentence stands on the page.
Said = tuple[int, int]
STEPS = (*Step, *Step)


def a_day() -> date:
    """A school day ahead; the processes have the real clock."""
    return clock.today(ZONE) + clock.days(7)


def ask(app: Flask, person_id: str, address: str, fields: dict[str, Any]) -> Iterator[Said]:
    visit = Visitor(app, person_id)
    csrf = visit.csrf()
    yield 0, 0
    answer = visit.client.post(address, data={**fields, "csrf_token": csrf})
    said = answer.get_data(as_text=True).count("is not available on")
    assert "Lanterns" not in answer.get_data(as_text=True), "who has it is not said"
    yield answer.status_code, said


def plan(app: Flask, person_id: str, club_id: str, room_id: str, *when: str) -> Any:
    on, starts, ends = when
    fields = {"how": "once", "on_date": on, "starts": starts, "ends": ends}
    return ask(app, person_id, f"/c/{club_id}/meetings/plan", fields | {"room": room_id})


def move(app: Flask, person_id: str, meeting_id: str, room_id: str, *when: str) -> Any:
    on, starts, ends = when
    fields = {"on_date": on, "starts": starts, "ends": ends, "room": room_id}
    return ask(app, person_id, f"/m/{meeting_id}/move", fields)


def block(app: Flask, person_id: str, room_id: str, on: str) -> Any:
    fields = {"first_on": on, "last_on": on, "reason": "Exams"}
    return ask(app, person_id, f"/rooms/{room_id}/block", fields)


def plan_or_block(app: Flask, deed: str, *rest: str) -> Any:
    return block(app, *rest) if deed == "block" else plan(app, *rest)


def answer(app: Flask, person_id: str, booking_id: str, said: str) -> Answers:
    fields = {"answer": said, "reason": "The play", "seen": "1"}
    return post(app, person_id, f"/rooms/requests/{booking_id}", fields)


def book(app: Flask, room_id: str, sitting_id: str, club_id: str) -> Iterator[bool]:
    """The service alone, without the locks of planning."""
    yield False
    with app.test_request_context():
        expect_writes(yes=True)
        room = db.session.get_one(Room, room_id)
        stretch = Stretch(a_day(), at(12), at(13))
        try:
            booking.book(room, stretch, club_id=club_id, sitting_id=sitting_id)
        except NotAvailable:
            db.session.rollback()
            yield False
        else:
            db.session.commit()
            yield True


def write(app: Flask, room_id: str, school_id: str, sitting_id: str) -> Iterator[bool]:
    """A row, without asking anybody."""
    yield False
    with app.test_request_context():
        expect_writes(yes=True)
        kept = {"id": new_id(), "school_id": school_id, "room_id": room_id}
        db.session.add(
            Booking(
                **kept, on_date=a_day(), starts=at(12), ends=at(13), sitting_id=sitting_id
            )
        )
        try:
            db.session.commit()
        except IntegrityError:
            db.session.rollback()
            yield False
        else:
            yield True


def leaders(build: Builder, number: int) -> list[tuple[str, Club]]:
    """Clubs with hidden names on all steps, each with a leader."""
    found = []
    for one in range(number):
        leader = build.student()
        club = build.club(STEPS[one % len(STEPS)], leader=leader)
        found.append((leader.id, club))
    return found


def meetings(build: Builder, number: int) -> list[Meeting]:
    return [build.meeting(club, a_day()) for _leader, club in leaders(build, number)]


def stretches(build: Builder, room: Room) -> list[tuple[str, str]]:
    found = [
        (f"{one.starts:%H:%M}", f"{one.ends:%H:%M}") for one in bookings_of(build, room)
    ]
    overlap = [one for one, two in pairwise(found) if two[0] < one[1]]
    assert not overlap
    return found


def test_fifty_plan_in_the_same_room_at_the_same_time(
    build: Builder, settings: Settings
) -> None:
    room, on = a_room(build), a_day().isoformat()
    jobs = [
        (leader, club.id, room.id, on, "12:00", "12:40")
        for leader, club in leaders(build, 50)
    ]
    answers = at_once(settings, plan, jobs)
    statuses = Counter(status for status, _said in answers)
    assert statuses == {303: 1, 422: 49}
    assert all(said for status, said in answers if status == 422)
    assert stretches(build, room) == [("12:00", "12:40")]
    with build.site():
        assert db.session.query(Meeting).count() == 1


def test_one_after_the_other_all_have_it(build: Builder, settings: Settings) -> None:
    room, on = a_room(build), a_day().isoformat()
    hours = [f"{hour:02}:{minute:02}" for hour in range(8, 16) for minute in (0, 30)]
    jobs = [
        (leader, club.id, room.id, on, starts, ends)
        for (leader, club), starts, ends in zip(
            leaders(build, len(hours) - 1), hours, hours[1:], strict=False
        )
    ]
    answers = at_once(settings, plan, jobs)
    assert Counter(answers) == {(303, 0): len(jobs)}
    assert len(stretches(build, room)) == len(jobs)


def test_overlapping_by_a_minute_only_some_have_it(
    build: Builder, settings: Settings
) -> None:
    """In a row in which everybody overlaps with both neighbours, no neighbours have it."""
    room, on = a_room(build), a_day().isoformat()
    jobs = [
        (leader, club.id, room.id, on, f"{8 + number:02}:00", f"{9 + number:02}:01")
        for number, (leader, club) in enumerate(leaders(build, 12))
    ]
    answers = at_once(settings, plan, jobs)
    statuses = [status for status, _said in answers]
    assert set(statuses) <= {303, 422}
    assert len(stretches(build, room)) == statuses.count(303) >= 4
    assert (303, 303) not in pairwise(statuses)


def test_many_move_into_the_same_room_at_once(build: Builder, settings: Settings) -> None:
    room, day = a_room(build), a_day()
    jobs = []
    for leader, club in leaders(build, 12):
        meeting = meets_in(build, a_room(build), club, day - timedelta(days=1))
        jobs.append((leader, meeting.id, room.id, day.isoformat(), "12:00", "13:00"))
    answers = at_once(settings, move, jobs)
    assert Counter(status for status, _said in answers) == {303: 1, 422: 11}
    assert len(stretches(build, room)) == 1
    with build.site():
        # Who could not move still has what they had.
        assert db.session.query(Booking).count() == 12


def test_a_block_and_a_booking_cannot_both_pass(build: Builder, settings: Settings) -> None:
    on = a_day().isoformat()
    jobs: list[tuple[str, ...]] = []
    rooms = []
    for leader, club in leaders(build, 10):
        room = a_room(build)
        rooms.append(room)
        jobs.append(("plan", leader, club.id, room.id, on, "12:00", "13:00"))
        jobs.append(("block", build.staff().id, room.id, on))
    answers = at_once(settings, plan_or_block, jobs)
    assert {status for status, _said in answers[1::2]} == {303}
    assert {status for status, _said in answers[::2]} <= {303, 422}
    for room in rooms:
        assert stretches(build, room) == [], "the block came last, or the booking was late"
    with build.site():
        lost = db.session.query(Meeting).filter(Meeting.lost_room_id.is_not(None)).count()
    assert lost == [status for status, _said in answers[::2]].count(303)


def test_two_admins_answer_a_request_at_once(build: Builder, settings: Settings) -> None:
    one, two = build.admin(), build.admin()
    jobs, rooms = [], []
    for _number in range(6):
        room = a_room(build, needs_yes=True)
        meets_in(build, room, build.club(), a_day())
        [asked] = bookings_of(build, room)
        rooms.append(room)
        jobs += [(one.id, asked.id, "yes"), (two.id, asked.id, "no")]
    answers = at_once(settings, answer, jobs)
    for room, yes, no in zip(rooms, answers[::2], answers[1::2], strict=True):
        assert sorted((yes, no))[0] == 303
        assert max(yes, no) in (404, 409)
        kept = [one.state for one in bookings_of(build, room)]
        assert kept == ([BookingState.GIVEN] if yes == 303 else [])


def test_one_name_is_one_room(build: Builder, settings: Settings) -> None:
    fields = {"name": "Room 12", "kind": "gym", "days": "1", "in_use": "y"}
    jobs = [(build.admin().id, "/rooms/add", fields) for _number in range(8)]
    assert Counter(at_once(settings, post, jobs)) == {303: 1, 422: 7}
    with build.site():
        assert db.session.query(Room).count() == 1


@pytest.mark.parametrize("task", [book, write])
def test_without_planning_before_it_the_database_decides(
    build: Builder, settings: Settings, task: Any
) -> None:
    room, school_id = a_room(build), build.school.id
    jobs = []
    for meeting in meetings(build, 24):
        [sitting] = sittings_of(build, meeting)
        about = (sitting.id, meeting.club_id) if task is book else (school_id, sitting.id)
        jobs.append((room.id, *about))
    assert Counter(at_once(settings, task, jobs)) == {True: 1, False: 23}
    assert len(stretches(build, room)) == 1
