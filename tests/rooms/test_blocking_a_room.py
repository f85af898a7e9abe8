"""Staff take a room back: clubs hear at once, the person who does it learns nothing."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from clubs import booking
from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.people import Person
from clubs.models.rooms import Room, RoomBlock
from tests.factories import Builder
from tests.factories_rooms import a_room, at, blocked, booked, bookings_of, meets_in
from tests.rooms.reading import meeting_now, record_of, told
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
TUESDAY, WEDNESDAY, FRIDAY = date(2026, 11, 17), date(2026, 11, 18), date(2026, 11, 20)
BLOCK = {"first_on": "2026-11-17", "last_on": "2026-11-18", "reason": "Exams"}


def block(visit: Visitor, room: Room, expect: int = 303, **fields: object) -> Answer:
    return visit.post(f"/rooms/{room.id}/block", BLOCK | fields, expect)


def test_the_reason_is_there_for_all_staff_to_read(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    answer = block(visitor(teacher), room)
    assert answer.location == f"/rooms/{room.id}"
    words = visitor(build.staff()).get(f"/rooms/{room.id}").words
    assert "Exams Tuesday, November 17 to Wednesday, November 18, all day" in words
    [entry] = record_of(build)
    assert entry == (f"room_blocked room:{room.id} Room 12: 2026-11-17 – 2026-11-18")


def test_some_hours_of_one_day(visitor: Visit, teacher: Person, room: Room) -> None:
    visit = visitor(teacher)
    block(visit, room, last_on="2026-11-17", starts="12:00", ends="13:00")
    words = visit.get(f"/rooms/{room.id}").words
    assert "Exams Tuesday, November 17, 12:00–13:00" in words


@pytest.mark.parametrize("step", Step)
def test_who_has_to_move_is_told_at_once(
    build: Builder, visitor: Visit, teacher: Person, room: Room, step: Step
) -> None:
    leader, sponsor = build.student(), build.staff()
    club = build.club(step, leader=leader, sponsor=sponsor)
    meeting = meets_in(build, room, club, TUESDAY)
    later = meets_in(build, room, club, FRIDAY)
    block(visitor(teacher), room)
    lost = meeting_now(build, meeting)
    assert (lost.room_id, lost.lost_room_id) == (None, room.id)
    assert "Exams" in lost.change_words
    assert meeting_now(build, later).room_id == room.id
    for person in (leader, sponsor):
        [words] = told(build, person)
        assert "Exams" in words
        assert "Tuesday, November 17" in words
    assert told(build, teacher) == []
    assert [one.on_date for one in bookings_of(build, room)] == [FRIDAY]


def test_back_to_back_with_a_block_nobody_moves(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    club = build.club()
    before = meets_in(build, room, club, TUESDAY, starts=at(11), ends=at(12))
    after = meets_in(build, room, club, TUESDAY, starts=at(13), ends=at(14))
    inside = meets_in(build, room, club, TUESDAY, starts=at(12), ends=at(13))
    block(visitor(teacher), room, starts="12:00", ends="13:00")
    assert [meeting_now(build, one).room_id for one in (before, after, inside)] == [
        room.id,
        room.id,
        None,
    ]


def test_a_club_that_may_stay_keeps_the_room(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    club = build.club(name="Chess at noon")
    staying = meets_in(build, room, club, TUESDAY, starts=at(12), ends=at(13))
    going = meets_in(build, room, build.club(), TUESDAY, starts=at(9), ends=at(10))
    visit = visitor(teacher)
    block(visit, room, stay="chess AT noon\n")
    assert meeting_now(build, staying).room_id == room.id
    assert meeting_now(build, going).room_id is None
    assert "May stay: Chess at noon" in visit.get(f"/rooms/{room.id}").words


def test_an_event_loses_its_room_too(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), TUESDAY)
    with build.site():
        stretch = booking.Stretch(TUESDAY, event.starts, event.ends)
        booking.book(room, stretch, club_id=event.club_id, event_id=event.id)
    block(visitor(teacher), room)
    [words] = told(build, leader)
    assert "the room of your event on Tuesday, November 17: Exams" in words
    assert bookings_of(build, room) == []


def test_which_clubs_may_stay_is_for_those_who_may_know_where_they_meet(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    sponsor = build.staff()
    for step in Step:
        build.club(step, sponsor=sponsor, name=f"Lanterns {step}")
    block(visitor(sponsor), room, stay="\n".join(f"Lanterns {step}" for step in Step))
    mine = visitor(sponsor).get(f"/rooms/{room.id}").words
    others = visitor(teacher).get(f"/rooms/{room.id}").words
    assert "Lanterns confidential, Lanterns open" in mine
    assert "Lanterns unlisted" in mine
    assert "May stay: Lanterns open, Lanterns private Let" in others


def test_only_clubs_one_may_find_can_be_named(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    build.club(Step.UNLISTED, name="Hidden lanterns")
    build.club(name="Chess at noon")
    build.club(name="Chess after school")
    visit = visitor(teacher)
    hidden = block(visit, room, 422, stay="hidden lanterns")
    nothing = block(visit, room, 422, stay="no such club")
    assert "You can find no club called “hidden lanterns”." in hidden.words
    assert plain(hidden).replace("hidden lanterns", "") == plain(nothing).replace(
        "no such club", ""
    )
    several = block(visit, room, 422, stay="chess")
    assert "Chess after school, Chess at noon" in several.words
    assert block(visit, room, stay="noon").status == 303


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        ({"first_on": ""}, "Choose a day."),
        ({"first_on": "soon"}, "Write the day as year-month-day"),
        ({"first_on": "2026-11-15"}, "That day is over."),
        ({"last_on": "2028-01-01"}, "more than a year away"),
        ({"last_on": "2026-11-16"}, "The last day cannot be before the first."),
        ({"starts": "12:00"}, "Say until when as well"),
        ({"ends": "12:00"}, "Say from when as well"),
        ({"starts": "12:00", "ends": "12:00"}, "It has to end after it starts."),
        ({"starts": "noon", "ends": "13:00"}, "Write the time as hours and minutes"),
        ({"reason": " "}, "Say why, in a few words."),
        ({"reason": "x" * 161}, "Use at most 160 characters."),
        ({"stay": "x" * 2001}, "Use at most 2000 characters."),
    ],
)
def test_mistakes_are_named_and_nothing_is_blocked(
    build: Builder,
    visitor: Visit,
    teacher: Person,
    room: Room,
    wrong: dict[str, object],
    sentence: str,
) -> None:
    meeting = meets_in(build, room, build.club(), TUESDAY)
    assert sentence in block(visitor(teacher), room, 422, **wrong).words
    assert meeting_now(build, meeting).room_id == room.id
    assert record_of(build) == []


def plain(answer: Answer) -> str:
    """An answer without what chance draws for each."""
    text = re.sub(r"/blocks/[\w-]{22}/", "/blocks/ID/", answer.text)
    return re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", text)


@pytest.mark.parametrize("step", Step)
def test_who_blocks_cannot_tell_whether_anybody_had_the_room(
    build: Builder, visitor: Visit, teacher: Person, step: Step
) -> None:
    """Two rooms that differ in nothing but that a club meets in one of them."""
    twins = [a_room(build, "Room 30"), a_room(build, "Room 31")]
    club = build.club(step, leader=build.student(), sponsor=build.staff())
    meets_in(build, twins[1], club, TUESDAY)
    told_of = []
    for room in twins:
        visit = visitor(teacher)
        said = [visit.get(f"/rooms/{room.id}/block"), block(visit, room)]
        said += [visit.get(f"/rooms/{room.id}"), visit.get("/rooms")]
        said.append(block(visit, room, 422, reason=""))
        told_of.append(
            [
                (
                    one.status,
                    sorted(name for name, _value in one.response.headers),
                    plain(one).replace(room.id, "ID").replace(room.name, "NAME"),
                )
                for one in said
            ]
        )
    lists = [answers.pop(3)[2] for answers in told_of]
    assert told_of[0] == told_of[1]
    # The list names both rooms, and is the same whoever was displaced.
    assert lists[0].count("NAME") == lists[1].count("NAME") == 1
    entries = [one.partition(" Room")[2][3:] for one in record_of(build)]
    assert entries[0] == entries[1]


def test_a_block_is_ended_before_it_begins(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    made = blocked(build, room, first_on=TUESDAY, last_on=FRIDAY)
    visit = visitor(teacher)
    page = visit.get(f"/rooms/{room.id}")
    visit.submit(page, f"/rooms/blocks/{made.id}/end")
    assert "Exams" not in visit.get(f"/rooms/{room.id}").words
    meeting = build.meeting(build.club(), TUESDAY)
    assert booked(build, room, meeting) == ["given"]
    assert record_of(build) == [f"room_freed room:{room.id} Room 12"]
    visit.post(f"/rooms/blocks/{made.id}/end", expect=404)


def test_a_block_that_has_begun_ends_today(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    made = blocked(build, room, first_on=date(2026, 11, 9), last_on=FRIDAY)
    visit = visitor(teacher)
    visit.post(f"/rooms/blocks/{made.id}/end")
    visit.post(f"/rooms/blocks/{made.id}/end")
    with build.site():
        assert db.session.get_one(RoomBlock, made.id).last_on == date(2026, 11, 15)
    assert booked(build, room, build.meeting(build.club(), TUESDAY)) == ["given"]


def test_another_schools_block_cannot_be_ended(
    build: Builder, visitor: Visit, teacher: Person
) -> None:
    far = a_room(build, school_id=build.another_school().id)
    made = blocked(build, far)
    visitor(teacher).post(f"/rooms/blocks/{made.id}/end", expect=404)
    visitor(teacher).post("/rooms/blocks/short/end", expect=404)


def test_students_block_nothing(build: Builder, visitor: Visit, room: Room) -> None:
    made = blocked(build, room)
    visit = visitor(build.student())
    visit.post(f"/rooms/{room.id}/block", BLOCK, 404)
    visit.post(f"/rooms/blocks/{made.id}/end", expect=404)
