"""Booking: the database decides who was first, and a loser keeps what they have."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from clubs import booking, clock
from clubs.booking import NotAvailable, Stretch
from clubs.booking.known import Rooms
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.models.rooms import Booking, BookingState, Room
from tests.factories import Builder
from tests.factories_rooms import (
    a_room,
    at,
    blocked,
    bookings_of,
    meets_in,
    sittings_of,
)

TOMORROW = date(2026, 11, 17)


def meeting_at(
    build: Builder, starts: time, ends: time, club: Club | None = None
) -> Meeting:
    return build.meeting(club or build.club(), TOMORROW, starts=starts, ends=ends)


def book(build: Builder, room: Room, meeting: Meeting) -> BookingState:
    sitting = sittings_of(build, meeting)[0]
    stretch = Stretch(meeting.on_date, sitting.starts, sitting.ends)
    with build.site():
        return booking.book(room, stretch, club_id=meeting.club_id, sitting_id=sitting.id)


def refused(build: Builder, room: Room, meeting: Meeting) -> Sequence[object]:
    with pytest.raises(NotAvailable) as clash:
        book(build, room, meeting)
    with build.site():
        db.session.rollback()
    assert "Club" not in str(clash.value)
    return clash.value.days


def times(build: Builder, room: Room) -> list[tuple[time, time]]:
    return [(one.starts, one.ends) for one in bookings_of(build, room)]


def test_back_to_back_bookings_do_not_collide(build: Builder) -> None:
    room = a_room(build)
    for hour in (12, 13, 11):
        book(build, room, meeting_at(build, at(hour), at(hour + 1)))
    assert times(build, room) == [(at(n), at(n + 1)) for n in (11, 12, 13)]


@pytest.mark.parametrize(
    "starts, ends",
    [
        (at(12), at(13)),
        (at(11), at(12, 1)),
        (at(12, 59), at(14)),
        (at(12, 20), at(12, 30)),
        (at(11), at(14)),
    ],
)
def test_overlapping_by_a_minute_is_refused(
    build: Builder, starts: time, ends: time
) -> None:
    room = a_room(build)
    book(build, room, meeting_at(build, at(12), at(13)))
    assert refused(build, room, meeting_at(build, starts, ends)) == [TOMORROW]
    assert times(build, room) == [(at(12), at(13))]


def test_the_same_hour_in_another_room_or_on_another_day_is_fine(build: Builder) -> None:
    room, other = a_room(build), a_room(build)
    book(build, room, meeting_at(build, at(12), at(13)))
    book(build, other, meeting_at(build, at(12), at(13)))
    later = TOMORROW + clock.days(1)
    meets_in(build, room, build.club(), later, starts=at(12), ends=at(13))
    assert len(bookings_of(build, room)) == 2


def test_a_sitting_that_books_again_moves_what_it_has(build: Builder) -> None:
    room, other = a_room(build), a_room(build)
    meeting = meeting_at(build, at(12), at(13))
    book(build, room, meeting)
    book(build, other, meeting)
    assert bookings_of(build, room) == []
    assert len(bookings_of(build, other)) == 1


def test_a_move_onto_another_booking_is_refused_and_keeps_the_old_one(
    build: Builder,
) -> None:
    room, other = a_room(build), a_room(build)
    book(build, room, meeting_at(build, at(12), at(13)))
    meeting = meeting_at(build, at(12, 30), at(13, 30))
    book(build, other, meeting)
    assert refused(build, room, meeting) == [TOMORROW]
    assert times(build, other) == [(at(12, 30), at(13, 30))]


@pytest.mark.parametrize(
    "change",
    [
        {"starts": at(12, 59)},
        {"on_date": TOMORROW},
        {"room_id": "the first room"},
    ],
    ids=["time", "day", "room"],
)
def test_the_database_itself_refuses_a_move_onto_another(
    build: Builder, change: dict[str, object]
) -> None:
    first, second = a_room(build), a_room(build)
    book(build, first, meeting_at(build, at(12), at(13)))
    room = second if "room_id" in change else first
    day = TOMORROW + clock.days(1) if "on_date" in change else TOMORROW
    starts = at(13) if "starts" in change else at(12)
    meets_in(build, room, build.club(), day, starts=starts, ends=at(14))
    change = {name: first.id if name == "room_id" else to for name, to in change.items()}
    moved = bookings_of(build, room)[-1]
    with build.site():
        move = update(Booking).where(Booking.id == moved.id).values(**change)
        with pytest.raises(IntegrityError, match="booked_once"):
            db.session.execute(move)
        db.session.rollback()


def test_a_booking_may_grow_over_itself(build: Builder) -> None:
    room = a_room(build)
    meeting = meeting_at(build, at(12), at(13))
    book(build, room, meeting)
    sitting = sittings_of(build, meeting)[0]
    with build.site():
        longer = Stretch(TOMORROW, at(12, 30), at(13, 30))
        booking.book(room, longer, club_id=meeting.club_id, sitting_id=sitting.id)
    assert times(build, room) == [(at(12, 30), at(13, 30))]


def test_a_room_that_needs_a_yes_is_kept_while_it_waits(build: Builder) -> None:
    room = a_room(build, needs_yes=True)
    waiting = book(build, room, meeting_at(build, at(12), at(13)))
    assert waiting is BookingState.WAITING
    assert refused(build, room, meeting_at(build, at(12), at(13))) == [TOMORROW]
    given = book(build, a_room(build), meeting_at(build, at(9), at(10)))
    assert given is BookingState.GIVEN


def test_a_room_out_of_use_or_on_another_weekday_cannot_be_had(build: Builder) -> None:
    others = "0123456".replace(str(TOMORROW.weekday()), "")
    for room in (a_room(build, in_use=False), a_room(build, weekdays=others)):
        assert refused(build, room, meeting_at(build, at(12), at(13))) == [TOMORROW]


def test_a_blocked_room_cannot_be_had_but_by_those_who_may_stay(build: Builder) -> None:
    room, club = a_room(build), build.club()
    blocked(build, room, club, starts=at(12), ends=at(13))
    assert refused(build, room, meeting_at(build, at(12, 59), at(14))) == [TOMORROW]
    book(build, room, meeting_at(build, at(12), at(12, 30), club))
    book(build, room, meeting_at(build, at(13), at(14)))


def test_what_was_released_can_be_had_again(build: Builder) -> None:
    room = a_room(build)
    meeting = meeting_at(build, at(12), at(13))
    book(build, room, meeting)
    with build.site():
        booking.release([one.id for one in sittings_of(build, meeting)])
    book(build, room, meeting_at(build, at(12), at(13)))


def test_a_mistake_of_ours_is_not_called_a_clash(build: Builder) -> None:
    room = a_room(build)
    with build.site():
        with pytest.raises(IntegrityError):
            booking.book(
                room,
                Stretch(TOMORROW, at(12), at(13)),
                club_id=build.club().id,
                sitting_id="no such sitting",
            )
        db.session.rollback()


def test_a_room_of_another_school_is_no_room(build: Builder) -> None:
    room = a_room(build)
    with build.site():
        assert booking.room_or_none(build.school.id, room.id) is not None
        assert booking.room_or_none(build.another_school().id, room.id) is None
        assert booking.room_or_none(build.school.id, "x" * 99) is None
        assert booking.room_or_none(build.school.id, None) is None


def test_the_database_is_the_last_to_refuse(
    build: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Should we ever overlook somebody, they still keep their room."""
    room = a_room(build)
    book(build, room, meeting_at(build, at(12), at(13)))
    monkeypatch.setattr(Rooms, "available", lambda *_any: True)
    assert refused(build, room, meeting_at(build, at(12), at(13))) == [TOMORROW]
    assert times(build, room) == [(at(12), at(13))]
