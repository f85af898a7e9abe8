"""The school takes a room back, or a club gives all of its own up."""

from datetime import date, time

import pytest
from sqlalchemy import select

from clubs import booking, notices
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.notices import Mail, Notice
from clubs.models.people import Person
from clubs.models.rooms import Room
from clubs.planning.rooming import lose_rooms
from clubs.review.closing import wind_up
from tests.factories import Builder
from tests.factories_rooms import a_room
from tests.planning.calendar import (
    TUESDAYS,
    Calendar,
    bookings,
    meetings,
    sittings,
    states,
)

SECOND = TUESDAYS[1]
NEEDED = (
    "The school needs the room of your meetings on Tuesday, November 17, Tuesday, November "
    "24, Tuesday, December 1, Tuesday, December 8: Exams. Choose another place."
)


@pytest.fixture
def room(build: Builder) -> Room:
    return a_room(build, "Library")


def test_the_school_takes_a_room_back_and_all_who_have_to_know_are_told(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    sponsor, member = build.staff(), build.student()
    build.sponsorship(club, sponsor)
    build.member(club, member)
    planned = calendar.series(club, leader, room_id=room.id)
    ids = [sittings(build, one)[0].id for one in planned]
    with build.site():
        lose_rooms(ids, "Exams")
    lost = meetings(build)
    assert {(one.room_id, one.lost_room_id, one.sequence) for one in lost} == {
        (None, room.id, 1)
    }
    assert {one.change_words for one in lost} == {"The school needs Library: Exams."}
    assert bookings(build) == []
    for person, words in ((leader, True), (sponsor, True), (member, False)):
        with build.acting(person) as viewer:
            told = [one.words for one in notices.told(viewer)]
        assert told == ([NEEDED] if words else [])
    with build.site():
        assert len(db.session.scalars(select(Mail)).all()) == 2


def test_a_notice_of_many_days_stays_short(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    planned = calendar.series(club, leader, room_id=room.id, last=date(2027, 6, 20))
    with build.site():
        lose_rooms([sittings(build, one)[0].id for one in planned], "x" * 160)
    with build.acting(leader) as viewer:
        [told] = notices.told(viewer)
    assert f"and {len(planned) - 5} more days" in told.words


def test_nobody_is_told_of_a_room_nobody_lost(build: Builder) -> None:
    with build.site():
        lose_rooms([], "Exams")
        assert db.session.scalars(select(Notice)).all() == []


def test_a_club_that_closes_frees_its_rooms(
    build: Builder, calendar: Calendar, club: Club, leader: Person, room: Room
) -> None:
    calendar.series(club, leader, room_id=room.id)
    event = build.event(club, SECOND)
    with build.site():
        stretch = booking.Stretch(SECOND, time(9), time(10))
        booking.book(room, stretch, club_id=club.id, event_id=event.id)
    with build.acting(leader) as viewer:
        wind_up(viewer, db.session.get_one(Club, club.id))
    assert bookings(build) == []
    assert set(states(build)) == {"cancelled"}
