"""The list of rooms: staff read it, admins keep it, students choose when they plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.meetings import MeetingSeries
from clubs.models.people import Person
from clubs.models.rooms import Room, RoomKind
from tests.factories import Builder
from tests.factories_rooms import a_room, at, bookings_of, meets_in
from tests.rooms.reading import meeting_now, record_of, room_now, told
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
TUESDAY, WEDNESDAY = date(2026, 11, 17), date(2026, 11, 18)
GYM: dict[str, Any] = {
    "name": "Small gym",
    "kind": "gym",
    "capacity": "60",
    "step_free": "y",
    "days": ["0", "2"],
    "in_use": "y",
}


def rooms(build: Builder) -> list[Room]:
    with build.site():
        return db.session.query(Room).order_by(Room.name).all()


def test_staff_read_what_there_is(build: Builder, visitor: Visit, teacher: Person) -> None:
    a_room(build, "Room 12", capacity=30, step_free=True, quiet=True, weekdays="01234")
    a_room(build, "Stage", kind=RoomKind.HALL, near_exit=True, needs_yes=True)
    a_room(build, "Attic", in_use=False)
    page = visitor(teacher).get("/rooms")
    words = page.words
    assert "Room 12 Classroom 30 step-free, quiet Monday to Friday" in words
    assert "Stage Hall not said near an exit needs a yes every day" in words
    assert "Attic" not in words
    assert "Add a room" not in page.text


def test_admins_also_read_what_is_not_for_clubs(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    a_room(build, "Attic", in_use=False, weekdays="02")
    page = visitor(admin).get("/rooms")
    assert "Add a room" in page.text
    words = page.words
    assert "Attic Classroom not said not for clubs now Mon, Wed" in words


def test_an_empty_list_invites(visitor: Visit, teacher: Person, admin: Person) -> None:
    assert "As soon as" in visitor(teacher).get("/rooms").words
    assert "Bring in a list of rooms" in visitor(admin).get("/rooms").words


def test_students_and_caregivers_have_no_such_page(
    build: Builder, visitor: Visit, room: Room
) -> None:
    pages = "/rooms", f"/rooms/{room.id}", f"/rooms/{room.id}/block", "/rooms/requests"
    for person in (build.student(), build.caregiver()):
        for page in pages:
            visitor(person).get(page, 404)


def test_only_admins_change_the_list(visitor: Visit, teacher: Person, room: Room) -> None:
    for page in ("/rooms/add", f"/rooms/{room.id}/change", "/rooms/bring"):
        visitor(teacher).get(page, 404)
        visitor(teacher).post(page, GYM, 404)


def test_an_admin_adds_a_room(build: Builder, visitor: Visit, admin: Person) -> None:
    visit = visitor(admin)
    assert visit.submit(visit.get("/rooms/add"), **GYM).location == "/rooms"
    [gym] = rooms(build)
    assert (gym.name, gym.kind, gym.capacity) == ("Small gym", RoomKind.GYM, 60)
    assert (gym.step_free, gym.quiet, gym.near_exit) == (True, False, False)
    assert (gym.weekdays, gym.needs_yes, gym.in_use) == ("02", False, True)
    assert record_of(build) == [f"rooms_changed room:{gym.id} Small gym: new"]


def test_a_new_room_is_for_clubs_on_school_days(visitor: Visit, admin: Person) -> None:
    page = visitor(admin).get("/rooms/add").page
    ticked = page.select("input[name=days][checked], input[name=in_use][checked]")
    assert [one["value"] for one in ticked] == [*"01234", "y"]


@pytest.mark.parametrize(
    "wrong, sentence",
    [
        ({"name": " "}, "Write its name."),
        ({"name": "x" * 81}, "Use at most 80 characters."),
        ({"name": "ROOM 12"}, "Another room has this name already."),
        ({"kind": "cave"}, "Not a valid choice"),
        ({"capacity": "0"}, "Write a number from 1 to 5000."),
        ({"capacity": "many"}, "Write a whole number."),
        ({"days": []}, "Choose at least one day."),
        ({"days": ["9"]}, "Not a valid choice"),
    ],
)
def test_mistakes_are_named_and_nothing_is_added(
    build: Builder,
    visitor: Visit,
    admin: Person,
    room: Room,
    wrong: dict[str, object],
    sentence: str,
) -> None:
    answer = visitor(admin).post("/rooms/add", GYM | wrong, 422)
    assert sentence.lower() in answer.words.lower()
    assert len(rooms(build)) == 1


def test_a_room_shows_what_is_said_of_it(
    build: Builder, visitor: Visit, teacher: Person, room: Room
) -> None:
    visit = visitor(teacher)
    words = visit.get(f"/rooms/{room.id}").words
    assert "who comes first has it" in words
    assert "Nothing is planned" in words
    assert "Change this room" not in words
    closed = a_room(build, in_use=False, needs_yes=True)
    words = visit.get(f"/rooms/{closed.id}").words
    assert "Clubs cannot have this room now." in words
    assert "needs the school’s yes" in words


def test_no_room_of_another_school_is_shown(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    far = a_room(build, school_id=build.another_school().id)
    visit = visitor(admin)
    visit.get(f"/rooms/{far.id}", 404)
    for page in (f"/rooms/{far.id}/change", f"/rooms/{far.id}/block"):
        visit.get(page, 404)
        visit.post(page, GYM, 404)
    visit.get("/rooms/short", 404)


def test_an_admin_changes_a_room(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    visit = visitor(admin)
    page = visit.get(f"/rooms/{room.id}/change")
    visit.submit(page, days=list("0123456"), capacity="20", needs_yes="y")
    changed = room_now(build, room)
    assert (changed.capacity, changed.needs_yes, changed.name) == (20, True, "Room 12")
    [entry] = record_of(build)
    assert entry == f"rooms_changed room:{room.id} Room 12: capacity, needs_yes"
    assert "Room 12: places, needs a yes" in visit.get("/school/record").words


def test_what_did_not_change_is_not_recorded(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    visit = visitor(admin)
    visit.submit(visit.get(f"/rooms/{room.id}/change"), days=list("0123456"))
    assert record_of(build) == []


def test_a_name_stays_one_rooms_own(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    other = a_room(build, "Room 14")
    visit = visitor(admin)
    page = visit.get(f"/rooms/{other.id}/change")
    answer = visit.submit(page, expect=422, name="room 12", days=["0"])
    assert "Another room has this name already." in answer.words
    page = visit.get(f"/rooms/{other.id}/change")
    visit.submit(page, name="ROOM 14", days=["0"])
    assert room_now(build, other).name == "ROOM 14"


def test_what_is_planned_there_follows_a_new_name(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    club = build.club()
    coming = meets_in(build, room, club, TUESDAY)
    over = meets_in(build, room, club, date(2026, 11, 13))
    series = build.keep(
        MeetingSeries(
            school_id=club.school_id,
            club_id=club.id,
            first_on=TUESDAY,
            last_on=TUESDAY,
            room_id=room.id,
            place="Room 12",
        )
    )
    visit = visitor(admin)
    page = visit.get(f"/rooms/{room.id}/change")
    visit.submit(page, name="Library", days=list("0123456"))
    assert meeting_now(build, coming).place == "Library"
    assert meeting_now(build, coming).sequence == 1
    assert meeting_now(build, over).place == "Room 12"
    with build.site():
        assert db.session.get_one(MeetingSeries, series.id).place == "Library"
        assert db.session.get_one(type(club), club.id).calendar_version == 1


def test_a_room_that_is_given_up_sends_everybody_looking(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    coming = meets_in(build, room, club, TUESDAY)
    over = meets_in(build, room, club, date(2026, 11, 13))
    visit = visitor(admin)
    page = visit.get(f"/rooms/{room.id}/change")
    visit.submit(page, in_use=None, days=list("0123456"))
    assert meeting_now(build, coming).lost_room_id == room.id
    assert meeting_now(build, over).room_id == room.id
    assert [one.on_date for one in bookings_of(build, room)] == [over.on_date]
    [words] = told(build, leader)
    assert "The room is not for clubs any more" in words


def test_who_gives_up_a_room_cannot_tell_whether_anybody_had_it(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    free, held = a_room(build, "Room 30"), a_room(build, "Room 31")
    meets_in(build, held, build.club(Step.UNLISTED, leader=build.student()), TUESDAY)
    visit, told_of = visitor(admin), []
    for room in (free, held):
        page = visit.get(f"/rooms/{room.id}/change")
        answer = visit.submit(page, in_use=None, days=list("0123456"))
        after = visit.get(f"/rooms/{room.id}").text.replace(room.id, "ID")
        told_of.append((answer.text, after.replace(room.name, "NAME")))
    assert told_of[0] == told_of[1]
    said = [one.replace(free.id, held.id).replace("30", "31") for one in record_of(build)]
    assert said[0] == said[1]


def test_a_day_that_is_taken_away_touches_only_that_day(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    club = build.club()
    tuesday = meets_in(build, room, club, TUESDAY)
    wednesday = meets_in(build, room, club, WEDNESDAY)
    visit = visitor(admin)
    visit.submit(visit.get(f"/rooms/{room.id}/change"), days=["0", "2"])
    assert meeting_now(build, tuesday).room_id is None
    assert meeting_now(build, wednesday).room_id == room.id


def test_what_has_begun_goes_on_where_it_is(
    build: Builder, visitor: Visit, admin: Person, room: Room
) -> None:
    monday = date(2026, 11, 16)
    club = build.club()
    begun = meets_in(build, room, club, monday, starts=at(9, 30), ends=at(10, 30))
    later = meets_in(build, room, club, monday, starts=at(12), ends=at(13))
    visit = visitor(admin)
    page = visit.get(f"/rooms/{room.id}/change")
    visit.submit(page, in_use=None, days=list("0123456"))
    assert meeting_now(build, begun).room_id == room.id
    assert meeting_now(build, later).room_id is None


def test_staff_and_admins_find_the_list(
    build: Builder, visitor: Visit, teacher: Person, admin: Person
) -> None:
    def leads_there(person: Person, page: str) -> bool:
        return bool(visitor(person).get(page).page.select('a[href="/rooms"]'))

    assert leads_there(teacher, "/")
    assert leads_there(admin, "/school")
    assert not leads_there(build.student(), "/")
    assert not leads_there(build.caregiver(), "/")
