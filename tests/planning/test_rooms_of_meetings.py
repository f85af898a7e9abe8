"""Meetings and their rooms: booked for each sitting, lost, had again."""

from datetime import time

import pytest
from sqlalchemy import select

from clubs import notices
from clubs.booking import NotAvailable
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.models.rooms import Booking, BookingState, Room
from clubs.planning.occasion import Occasion
from tests.factories import Builder
from tests.factories_rooms import a_room, blocked, meets_in
from tests.planning.calendar import (
    EVERY_TUESDAY,
    LAST,
    TODAY,
    TUESDAYS,
    Calendar,
    bookings,
    meetings,
    series_of,
    times,
)

SECOND = TUESDAYS[1]


@pytest.fixture
def room(build: Builder) -> Room:
    return a_room(build, "Library")


def test_each_sitting_of_each_meeting_has_the_room(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    planned = calendar.series(club, leader, slot_ids=(a.id, c.id), room_id=room.id)
    assert bookings(build)[:2] == [
        (TUESDAYS[0], "11:00", "12:00"),
        (TUESDAYS[0], "12:30", "13:30"),
    ]
    assert len(bookings(build)) == 8
    assert {(one.room_id, one.place) for one in planned} == {(room.id, "Library")}


def test_sittings_that_overlap_share_the_room(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    a, b = build.wave("A", time(11)), build.wave("B", time(11, 30))
    within = build.wave("Tutor", time(11))
    slots = (a.id, b.id, within.id)
    calendar.series(club, leader, slot_ids=slots, room_id=room.id, last=TUESDAYS[0])
    assert bookings(build) == [
        (TUESDAYS[0], "11:00", "12:00"),
        (TUESDAYS[0], "12:00", "12:30"),
    ]


def test_a_series_names_all_days_on_which_the_room_is_taken_and_plans_nothing(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    other = build.club()
    for on in (TUESDAYS[1], TUESDAYS[3]):
        meets_in(build, room, other, on, starts=time(12, 30), ends=time(13))
    with build.acting(leader) as viewer:
        at = Occasion(starts=time(12), ends=time(12, 40), room_id=room.id)
        with pytest.raises(NotAvailable) as clash:
            services.plan_series(
                viewer, club, EVERY_TUESDAY, TODAY, LAST, None, at, agenda=""
            )
    assert clash.value.days == [TUESDAYS[1], TUESDAYS[3]]
    assert (len(meetings(build)), len(series_of(build))) == (2, 0)


@pytest.mark.parametrize("wrong", ["weekday", "out of use", "blocked", "elsewhere"])
def test_a_room_that_cannot_be_had_is_not_available(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room, wrong: str
) -> None:
    if wrong == "weekday":
        room = a_room(build, weekdays="0")
    if wrong == "out of use":
        room = a_room(build, in_use=False)
    if wrong == "blocked":
        blocked(build, room, first_on=TUESDAYS[0], last_on=TUESDAYS[3])
    if wrong == "elsewhere":
        room = a_room(build, school_id=build.another_school().id)
    with pytest.raises(NotAvailable):
        calendar.series(club, leader, room_id=room.id)


def test_a_club_that_may_stay_books_a_blocked_room(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    blocked(build, room, club, first_on=TUESDAYS[0], last_on=TUESDAYS[3])
    assert len(calendar.series(club, leader, room_id=room.id)) == 4


def test_back_to_back_is_fine(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    meets_in(build, room, build.club(), SECOND, starts=time(12, 40), ends=time(13))
    assert len(calendar.series(club, leader, room_id=room.id)) == 4


def test_other_bells_take_the_room_along(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    a = build.wave("A", time(11))
    calendar.series(club, leader, slot_ids=(a.id,), room_id=room.id)
    early = calendar.kind("Early closing", {a.id: (time(10), time(10, 30))})
    calendar.says(SECOND, day_type_id=early.id)
    assert (SECOND, "10:00", "10:30") in bookings(build)
    assert len(bookings(build)) == 4


def test_two_clubs_whose_bells_change_at_once_change_places(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    a, b = build.wave("A", time(11)), build.wave("B", time(12))
    calendar.series(club, leader, slot_ids=(a.id,), room_id=room.id)
    calendar.series(build.club(leader=leader), leader, slot_ids=(b.id,), room_id=room.id)
    turned = calendar.kind(
        "Turned", {a.id: (time(12), time(13)), b.id: (time(11), time(12))}
    )
    calendar.says(SECOND, day_type_id=turned.id)
    assert [one.lost_room_id for one in meetings(build)] == [None] * 8
    assert len(bookings(build)) == 8


def test_a_room_that_is_taken_at_the_new_time_is_lost_and_those_who_run_it_are_told(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    a = build.wave("A", time(11))
    second = calendar.series(club, leader, slot_ids=(a.id,), room_id=room.id)[1]
    meets_in(build, room, build.club(), SECOND, starts=time(10), ends=time(11))
    early = calendar.kind("Early closing", {a.id: (time(10), time(10, 30))})
    calendar.says(SECOND, day_type_id=early.id)
    [lost] = [one for one in meetings(build) if one.id == second.id]
    assert (lost.room_id, lost.lost_room_id, lost.place) == (None, room.id, "No room yet")
    assert times(build, lost) == [("10:00", True)]
    assert lost.change_words == "Its room is not available at the new time."
    with build.acting(leader) as viewer:
        [told] = notices.told(viewer)
    assert "no room on Tuesday, November 24" in told.words
    assert told.club_id == club.id


def test_a_day_without_school_frees_the_room_and_gives_it_back(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    calendar.series(club, leader, room_id=room.id)
    calendar.says(SECOND, closed=True)
    assert SECOND not in {day for day, *_ in bookings(build)}
    calendar.takes_back(SECOND)
    assert (SECOND, "12:00", "12:40") in bookings(build)


def test_a_yes_of_the_school_still_holds_when_only_the_bells_change(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    room, a = a_room(build, needs_yes=True), build.wave("A", time(11))
    calendar.series(club, leader, slot_ids=(a.id,), room_id=room.id)
    with build.site():
        given = db.session.scalars(select(Booking).order_by(Booking.on_date)).first()
        assert given is not None
        assert given.state is BookingState.WAITING
        given.state = BookingState.GIVEN
    calendar.ring(a, build.regular, time(11, 10), time(12, 10))
    with build.site():
        rows = db.session.scalars(select(Booking).order_by(Booking.on_date)).all()
        assert [one.state.value for one in rows] == ["given"] + ["waiting"] * 3
        assert {one.starts for one in rows} == {time(11, 10)}


def test_cancelling_frees_the_room_and_restoring_books_it_again(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    second = calendar.series(club, leader, room_id=room.id)[1]
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, second, reason="Ill")
    assert len(bookings(build)) == 3
    with build.acting(leader) as viewer:
        assert services.restore(viewer, club, second)
    assert len(bookings(build)) == 4


def test_restoring_without_the_room_says_so(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    second = calendar.series(club, leader, room_id=room.id)[1]
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, second, reason="Ill")
    meets_in(build, room, build.club(), SECOND, starts=time(12), ends=time(13))
    with build.acting(leader) as viewer:
        assert not services.restore(viewer, club, second)
    [back] = [one for one in meetings(build) if one.id == second.id]
    assert (back.room_id, back.lost_room_id, back.place) == (None, room.id, "No room yet")


def test_moving_takes_another_room_and_gives_the_old_one_back(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    second, other = calendar.series(club, leader, room_id=room.id)[1], a_room(build, "Gym")
    to = Occasion(starts=time(13), ends=time(14), room_id=other.id)
    with build.acting(leader) as viewer:
        services.move(viewer, club, second, SECOND, to)
    assert (SECOND, "13:00", "14:00") in bookings(build)
    assert len(bookings(build)) == 4
    with build.acting(leader) as viewer:
        to = Occasion(starts=time(13), ends=time(14), place="Outside")
        services.move(viewer, club, second, SECOND, to)
    assert len(bookings(build)) == 3
    moved = next(one for one in meetings(build) if one.on_date == SECOND)
    assert (moved.place, moved.room_id) == ("Outside", None)


def test_a_move_into_a_taken_room_changes_nothing(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    second, gym = calendar.series(club, leader, room_id=room.id)[1], a_room(build, "Gym")
    meets_in(build, gym, build.club(), SECOND, starts=time(12), ends=time(13))
    with build.acting(leader) as viewer:
        held = db.session.get_one(Meeting, second.id)
        to = Occasion(starts=time(12), ends=time(12, 30), room_id=gym.id)
        with pytest.raises(NotAvailable):
            services.move(viewer, club, held, SECOND, to)
        assert (held.place, held.ends) == ("Library", time(12, 40))
    assert (SECOND, "12:00", "12:40") in bookings(build)
