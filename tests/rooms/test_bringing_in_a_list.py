"""Pasting a list of rooms: every line that cannot be read is named, and why."""

from collections.abc import Callable

import pytest

from clubs.db import db
from clubs.models.people import Person
from clubs.models.rooms import Room, RoomKind
from tests.factories import Builder
from tests.factories_rooms import a_room
from tests.rooms.reading import record_of
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]


def bring(visit: Visitor, text: str, expect: int = 303) -> Answer:
    return visit.post("/rooms/bring", {"lines": text}, expect)


def rooms(build: Builder) -> dict[str, Room]:
    with build.site():
        return {one.name: one for one in db.session.query(Room)}


def test_a_list_is_brought_in(build: Builder, visitor: Visit, admin: Person) -> None:
    bring(
        visitor(admin),
        "Name,Kind,Places,Notes\r\n"
        "Room 12,classroom,30,step-free,quiet\r\n"
        "\r\n"
        '"Gym, small",Gym,,Near an exit / needs a yes\r\n'
        "Nook\r\n",
    )
    found = rooms(build)
    assert set(found) == {"Room 12", "Gym, small", "Nook"}
    twelve, gym, nook = found["Room 12"], found["Gym, small"], found["Nook"]
    assert (twelve.kind, twelve.capacity) == (RoomKind.CLASSROOM, 30)
    assert (twelve.step_free, twelve.quiet, twelve.near_exit) == (True, True, False)
    assert (gym.kind, gym.capacity, gym.near_exit) == (RoomKind.GYM, None, True)
    assert gym.needs_yes
    assert not nook.needs_yes
    assert nook.weekdays == "01234"
    [entry] = record_of(build)
    assert entry.endswith("a list of rooms: 3")


@pytest.mark.parametrize("between", ["\t", ";"])
def test_spreadsheets_have_tabs_or_semicolons(
    build: Builder, visitor: Visit, admin: Person, between: str
) -> None:
    line = between.join(("Room 12", "Meeting room", "8", "quiet, step free"))
    bring(visitor(admin), line)
    room = rooms(build)["Room 12"]
    assert (room.kind, room.capacity) == (RoomKind.MEETING, 8)
    assert (room.quiet, room.step_free) == (True, True)


def test_each_line_that_cannot_be_read_is_named(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    answer = bring(
        visitor(admin),
        "Room 1\nCave,cavern\nRoom 2,gym,many\nroom 1\n,gym\nRoom 3,,,sunny\n"
        'Room 4,"gym\n' + "x" * 81 + "\nRoom 5,gym,0\nRoom 6,gym,5001",
        422,
    )
    for sentence in (
        "Nothing has been brought in yet: there are 9 mistakes.",
        "Line 2: “cavern” is no kind of room. Kinds are: Classroom, Library,",
        "Line 3: “many” is no number of places. Write 1 to 5000, or nothing.",
        "Line 4: this name stands here twice.",
        "Line 5: begin with the name of the room.",
        "Line 6: “sunny” is no note. Notes are: step-free, quiet,",
        "Line 7: the quotation marks do not match.",
        "Line 8: use at most 80 characters for a name.",
        "Line 9: “0” is no number of places.",
        "Line 10: “5001” is no number of places.",
    ):
        assert sentence in answer.words
    assert "Line 1:" not in answer.words
    assert rooms(build) == {}
    [typed] = answer.page.select("textarea")
    assert typed.get_text().strip().startswith("Room 1\n")


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "Paste at least one line."),
        ("x" * 60_001, "Use at most 60000 characters."),
        ("\n".join(f"Room {n}" for n in range(501)), "500 rooms at most"),
        ("\0,gym", "begin with the name"),
    ],
)
def test_too_little_or_too_much_is_refused(
    build: Builder, visitor: Visit, admin: Person, text: str, sentence: str
) -> None:
    assert sentence in bring(visitor(admin), text, 422).words
    assert rooms(build) == {}


def test_a_room_that_is_here_takes_on_what_its_line_says(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    a_room(build, "Room 12", weekdays="02", in_use=False, quiet=True, capacity=10)
    bring(visitor(admin), "ROOM 12,library,30\nRoom 13")
    found = rooms(build)
    assert set(found) == {"Room 12", "Room 13"}
    room = found["Room 12"]
    assert (room.kind, room.capacity, room.quiet) == (RoomKind.LIBRARY, 30, False)
    assert (room.weekdays, room.in_use) == ("02", False)
