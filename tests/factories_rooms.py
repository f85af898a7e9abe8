"""Builders of rooms, of what is booked and of what is blocked."""

from datetime import date, time
from itertools import count
from typing import Any

from clubs import booking, clock
from clubs.booking import Span, Stretch
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, Sitting
from clubs.models.rooms import Booking, BookingState, Room, RoomBlock
from tests.factories import ZONE, Builder

_number = count(1)


def a_room(build: Builder, name: str = "", **given: Any) -> Room:
    """A classroom that may be had on every day of the week."""
    values: dict[str, Any] = {
        "school_id": build.school.id if "school_id" not in given else None,
        "name": name or f"Room {next(_number)}",
        "weekdays": "0123456",
    }
    return build.keep(Room(**(values | given)))


def sittings_of(build: Builder, meeting: Meeting) -> list[Sitting]:
    with build.site():
        found = db.session.query(Sitting).filter_by(meeting_id=meeting.id)
        return found.order_by(Sitting.starts).all()


def booked(build: Builder, room: Room, meeting: Meeting) -> list[BookingState]:
    """The room is the meeting's, in each of its sittings, as if its leader had asked."""
    sittings = sittings_of(build, meeting)
    with build.site():
        db.session.get_one(Meeting, meeting.id).room_id = room.id
        return [
            booking.book(
                room,
                Stretch(meeting.on_date, one.starts, one.ends),
                club_id=meeting.club_id,
                sitting_id=one.id,
            )
            for one in sittings
        ]


def meets_in(build: Builder, room: Room, club: Club, on: date, **given: Any) -> Meeting:
    """A meeting in a room of the list."""
    meeting = build.meeting(club, on, place=room.name, **given)
    booked(build, room, meeting)
    return meeting


def blocked(build: Builder, room: Room, *stay: Club, **span: Any) -> RoomBlock:
    """The school has taken the room back: today and tomorrow, unless told otherwise."""
    today = clock.today(ZONE)
    reason = span.pop("reason", "Exams")
    values = {"first_on": today, "last_on": today + clock.days(1)} | span
    with build.site():
        may_stay = [club.id for club in stay]
        booking.block(room, Span(**values), reason, stay=may_stay, zone=ZONE)
        return db.session.query(RoomBlock).filter_by(room_id=room.id).one()


def bookings_of(build: Builder, room: Room) -> list[Booking]:
    with build.site():
        found = db.session.query(Booking).filter_by(room_id=room.id)
        return found.order_by(Booking.on_date, Booking.starts).all()


def at(hour: int, minute: int = 0) -> time:
    return time(hour, minute)
