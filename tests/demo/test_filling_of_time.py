"""The demo school's time and rooms: sittings by the bells, nothing in two places."""

from collections import Counter
from collections.abc import Iterator

import pytest
from flask import Flask
from sqlalchemy import func, select

from clubs import clock
from clubs.db import db
from clubs.demo import bells
from clubs.demo.queries import persona_id
from clubs.models.clubs import LIVE, Club, Step
from clubs.models.gathering import ClubReach, MeetingComing, MeetingJob
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import Person, School
from clubs.models.rooms import Booking, BookingState, Room, RoomBlock
from clubs.models.screens import Screen
from clubs.models.timetable import DayType, PersonLunch, Slot
from clubs.planning.following import follow_calendar
from clubs.planning.gathering import opened_handle
from clubs.planning.reach import reach_of
from clubs.timetable import Timetable, timetable_of
from tests.demo.told import count

ZONE = "America/Edmonton"


@pytest.fixture(autouse=True)
def _inside(school: Flask) -> Iterator[None]:
    with school.app_context():
        yield


@pytest.fixture
def timetable() -> Timetable:
    today = clock.today(ZONE)
    school_id = db.session.scalars(select(School.id)).one()
    return timetable_of(school_id, today, today + clock.days(57))


def coming(club: str) -> list[Meeting]:
    later = Meeting.on_date >= clock.today(ZONE)
    named = select(Meeting).join(Club, Club.id == Meeting.club_id).where(Club.name == club)
    return list(db.session.scalars(named.where(later).order_by(Meeting.planned_for)))


def sittings(meeting: Meeting) -> list[Sitting]:
    found = select(Sitting).where(Sitting.meeting_id == meeting.id)
    return list(db.session.scalars(found.order_by(Sitting.starts)))


def test_the_school_has_three_lunches_a_cycle_and_an_early_closing(
    timetable: Timetable,
) -> None:
    assert [one.name for one in timetable.bells.regular if one.lunch] == ["A", "B", "C"]
    today = clock.today(ZONE)
    on_days = list(timetable.open_days(today, today + clock.days(56)))
    assert {day.cycle_day for day in on_days} == {1, 2, 3, 4, 5, 6}
    kinds = {timetable.bells.names.get(day.day_type_id or "") for day in on_days}
    assert kinds == {None, bells.EARLY_CLOSING, bells.ASSEMBLY}
    early = {
        day.on_date.weekday()
        for day in on_days
        if timetable.bells.names.get(day.day_type_id or "") == bells.EARLY_CLOSING
    }
    assert early == {bells.EARLY_CLOSING_WEEKDAY}


def test_every_sitting_is_when_its_slot_is_that_day(timetable: Timetable) -> None:
    later = Meeting.on_date >= clock.today(ZONE)
    rows = db.session.execute(
        select(Meeting, Sitting)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .where(later, Sitting.slot_id.is_not(None))
    ).all()
    assert len(rows) > 100
    for meeting, sitting in rows:
        slot = timetable.slot_on(sitting.slot_id or "", meeting.on_date)
        assert sitting.held == (slot is not None)
        if slot is not None:
            assert (sitting.starts, sitting.ends) == (slot.starts, slot.ends)


def test_a_meeting_spans_its_sittings() -> None:
    for meeting in db.session.scalars(select(Meeting)):
        held = [one for one in sittings(meeting) if one.held]
        assert meeting.starts == min(one.starts for one in held)
        assert meeting.ends == max(one.ends for one in held)


def test_newcomers_meet_every_second_tuesday_in_two_lunches() -> None:
    meetings = coming("Newcomer Lunch")
    assert {one.on_date.weekday() for one in meetings} == {1}
    first, second = meetings[0], meetings[1]
    assert (second.on_date - first.on_date).days % 14 == 0
    assert len(sittings(first)) == 2


def test_a_club_meets_on_cycle_days(timetable: Timetable) -> None:
    meetings = coming("Sign Language Lunch")
    assert {timetable.day(one.on_date).cycle_day for one in meetings} == {1, 4}
    assert len({one.on_date.weekday() for one in meetings}) > 1


def test_every_coming_meeting_has_a_room_of_its_own() -> None:
    later = Meeting.on_date >= clock.today(ZONE)
    planned = Meeting.state == MeetingState.PLANNED
    roomless = select(Club.name).join(Meeting, Meeting.club_id == Club.id)
    without = roomless.where(later, planned, Meeting.room_id.is_(None))
    assert db.session.scalars(without).all() == ["Rainbow Room GSA"]
    held = select(func.count()).select_from(Sitting).join(Meeting)
    wanted = held.where(later, planned, Sitting.held, Meeting.room_id.is_not(None))
    assert db.session.scalar(wanted) == count(Booking) > 100


def test_some_rooms_need_a_yes_and_some_bookings_wait_for_it() -> None:
    states = Counter(db.session.scalars(select(Booking.state)))
    assert set(states) == set(BookingState)
    waiting = select(Room.needs_yes, Club.step).select_from(Booking)
    waiting = waiting.join(Room, Room.id == Booking.room_id)
    waiting = waiting.join(Sitting, Sitting.id == Booking.sitting_id).join(Meeting)
    rows = db.session.execute(
        waiting.join(Club, Club.id == Meeting.club_id).where(
            Booking.state == BookingState.WAITING
        )
    ).all()
    assert {row[0] for row in rows} == {True}
    assert {row[1] for row in rows} == {Step.PRIVATE, Step.CONFIDENTIAL}


def test_a_room_is_taken_back_and_its_club_looks_for_another() -> None:
    (lost,) = [one for one in coming("Rainbow Room GSA") if one.lost_room_id]
    assert lost.room_id is None
    block = select(RoomBlock).where(RoomBlock.room_id == lost.lost_room_id)
    found = db.session.scalars(block).one()
    assert found.first_on == found.last_on == lost.on_date
    assert found.reason in lost.change_words


def test_nobody_is_in_two_places_but_the_other_sponsor() -> None:
    rows = db.session.execute(
        select(Meeting.adult_id, Meeting.on_date, Sitting.starts, Sitting.ends)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .where(Sitting.held, Meeting.adult_id.is_not(None))
        .where(Meeting.on_date >= clock.today(ZONE))
    ).all()
    twice = {
        one[0]
        for one in rows
        for other in rows
        if one is not other and one[:2] == other[:2]
        if one[2] < other[3] and other[2] < one[3]
    }
    assert twice == {persona_id("other-sponsor")}


def test_a_meeting_is_without_an_adult() -> None:
    rainbow = [one for one in coming("Rainbow Room GSA") if one.series_id]
    assert [one.adult_id is None for one in rainbow[:3]] == [False, True, False]


def test_one_meeting_is_moved_to_another_day() -> None:
    moved = coming("Kinship Circle")[0]
    assert moved.on_date > moved.planned_for
    assert moved.sequence == 1


def test_nothing_has_to_be_put_right_by_the_calendar(timetable: Timetable) -> None:
    """What the demo plans is what the site itself would have planned."""
    today = clock.today(ZONE)
    school_id = db.session.scalars(select(School.id)).one()

    def everything() -> list[tuple[object, ...]]:
        rows = db.session.execute(
            select(
                Meeting.id,
                Meeting.on_date,
                Meeting.state,
                Meeting.place,
                Meeting.sequence,
                Sitting.starts,
                Sitting.held,
                Booking.room_id,
            )
            .join(Sitting, Sitting.meeting_id == Meeting.id)
            .outerjoin(Booking, Booking.sitting_id == Sitting.id)
            .where(Meeting.on_date >= today)
        )
        return sorted((tuple(row) for row in rows), key=str)

    before = everything()
    dates = [today + clock.days(later) for later in range(57)]
    follow_calendar(school_id, dates)
    db.session.flush()
    after = everything()
    db.session.rollback()
    assert after == before


def test_students_have_their_lunches_on_early_closing_days_too() -> None:
    early = select(DayType.id).where(DayType.name == bells.EARLY_CLOSING)
    rows = db.session.execute(
        select(PersonLunch.day_type_id, Slot.name)
        .select_from(PersonLunch)
        .join(Slot, Slot.id == PersonLunch.slot_id)
    ).all()
    assert {row[0] for row in rows} == {db.session.scalars(early).one()}
    assert {row[1] for row in rows} == {"A", "B"}
    lunches = Counter(
        db.session.scalars(select(Slot.name).join(Person, Person.wave_id == Slot.id))
    )
    assert set(lunches) == {"A", "B", "C"}
    assert len(rows) < lunches["C"], "some have not said"


def test_jobs_are_there_to_take_on_and_some_are_taken() -> None:
    jobs = db.session.scalars(select(MeetingJob)).all()
    taken = [opened_handle(one.school_id, one.id, one.claimed_as) for one in jobs]
    assert any(taken)
    assert not all(taken)
    assert count(MeetingComing) > 20


def test_calendars_a_screen_and_what_lunches_suit_are_there() -> None:
    assert db.session.scalars(select(School.feed_key)).one()
    with_feed = select(Club.step, Club.feed_key.is_not(None))
    public = {step for step, has in db.session.execute(with_feed) if has}
    assert public == {Step.OPEN, Step.PRIVATE}
    assert count(Screen) == 1
    living = select(Club).where(Club.state.in_(LIVE))
    said = [reach_of(club) for club in db.session.scalars(living)]
    assert count(ClubReach) == len(said)
    assert any(said)
