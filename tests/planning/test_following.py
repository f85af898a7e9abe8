"""Meetings follow the school's calendar: holidays, other bells, cycle days, terms."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club, ClubState
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Rule
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.models.timetable import Term
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from tests.factories import Builder
from tests.planning.calendar import (
    TODAY,
    TUESDAYS,
    Calendar,
    meetings,
    series_of,
    sittings,
    states,
    times,
)

SECOND = TUESDAYS[1]
GONE = {"closed": True, "words": "Family Day"}
NO_SCHOOL = "There is no school on that day: Family Day."


def mails(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(select(Mail)).all())


def calendar_version(build: Builder, club: Club) -> int:
    with build.site():
        return db.session.get_one(Club, club.id).calendar_version


def test_a_day_without_school_cancels_with_the_schools_words_and_comes_back(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    calendar.series(club, leader)
    before = calendar_version(build, club)
    calendar.says(SECOND, **GONE)
    off = meetings(build)[1]
    assert states(build) == ["planned", "cancelled", "planned", "planned"]
    assert (off.by_calendar, off.change_words) == (True, NO_SCHOOL)
    assert (off.sequence, off.changed_on) == (1, TODAY)
    assert calendar_version(build, club) == before + 1
    calendar.takes_back(SECOND)
    back = meetings(build)[1]
    assert (back.id, back.state, back.by_calendar) == (off.id, MeetingState.PLANNED, False)
    assert (back.sequence, back.change_words) == (2, "It takes place after all.")


def test_the_reason_follows_the_schools_words(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    calendar.series(club, leader)
    calendar.says(SECOND, **GONE)
    calendar.says(SECOND, closed=True, words="Snow")
    off = meetings(build)[1]
    assert (off.change_words, off.sequence) == (
        "There is no school on that day: Snow.",
        1,
    )


def test_members_are_mailed_once_however_many_clubs_and_meetings_change(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    build.member(club, build.student())
    calendar.series(club, leader)
    calendar.series(build.club(leader=leader), leader)
    other = build.student()
    calendar.series(build.club(leader=other), other, Recurs(Rule.WEEKLY, 3))
    calendar.says(SECOND, **GONE)
    assert mails(build) == 2  # the leader of both clubs, and one more member


def test_what_somebody_cancelled_by_hand_stays_cancelled(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, planned[1], reason="We are ill")
    calendar.says(SECOND, **GONE)
    calendar.takes_back(SECOND)
    off = meetings(build)[1]
    assert (off.state, off.by_calendar) == (MeetingState.CANCELLED, False)
    assert off.change_words == "We are ill"


def test_what_somebody_moved_by_hand_stays_where_there_is_school(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    thursday = SECOND + clock.days(2)
    with build.acting(leader) as viewer:
        at = Occasion(starts=time(12), ends=time(12, 40), place="Room 12")
        services.move(viewer, club, planned[1], thursday, at)
    calendar.says(SECOND, **GONE)
    moved = meetings(build)[1]
    assert (moved.on_date, moved.state) == (thursday, MeetingState.PLANNED)
    calendar.says(thursday, **GONE)
    moved = meetings(build)[1]
    assert (moved.on_date, moved.state) == (thursday, MeetingState.CANCELLED)
    assert len(meetings(build)) == 4


def test_a_day_of_another_kind_rings_its_own_bells(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    early = calendar.kind("Early closing", {a.id: (time(10, 30), time(11))})
    calendar.series(club, leader, slot_ids=(a.id, c.id))
    alone = calendar.series(build.club(leader=leader), leader, slot_ids=(c.id,))[1]
    calendar.says(SECOND, day_type_id=early.id)
    both = next(
        one for one in meetings(build) if one.club_id == club.id and one.on_date == SECOND
    )
    assert times(build, both) == [("10:30", True), ("12:30", False)]
    assert (both.starts, both.ends) == (time(10, 30), time(11))
    no_c = "There is no lunch C on Early closing days."
    assert (both.state, both.change_words) == (MeetingState.PLANNED, no_c)
    off = next(one for one in meetings(build) if one.id == alone.id)
    assert (off.state, off.by_calendar, off.change_words) == (
        MeetingState.CANCELLED,
        True,
        no_c,
    )
    calendar.takes_back(SECOND)
    both = next(one for one in meetings(build) if one.id == both.id)
    assert times(build, both) == [("11:00", True), ("12:30", True)]
    assert (both.starts, both.ends) == (time(11), time(13, 30))


def test_changed_bells_change_the_times_of_what_is_to_come(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    a = build.wave("A", time(11))
    calendar.series(club, leader, slot_ids=(a.id,))
    single = build.meeting(club, SECOND, wave_id=a.id, starts=time(11), ends=time(12))
    monday.move_to(datetime(2026, 11, 18, 17, tzinfo=UTC))
    calendar.ring(a, build.regular, time(11, 10), time(12, 10))
    after = meetings(build)
    assert [f"{one.starts:%H:%M}" for one in after] == ["11:00", *["11:10"] * 4]
    assert after[0].sequence == 0
    words = {one.change_words for one in after[1:]}
    assert words == {"The bells are different on that day. Before: 11:00."}
    assert single.id in {one.id for one in after}


def test_a_holiday_in_the_middle_shifts_cycle_days_and_the_series_with_them(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    build.keep(
        Term(
            school_id=build.school.id,
            name="Autumn",
            first_on=TODAY,
            last_on=date(2026, 12, 18),
        )
    )
    calendar.begins(cycle_length=6)
    planned = calendar.series(club, leader, Recurs(Rule.CYCLE, None, "2"))
    assert [one.on_date.isoformat() for one in planned] == [
        "2026-11-17",
        "2026-11-25",
        "2026-12-03",
        "2026-12-11",
    ]
    ids = [one.id for one in planned]
    calendar.says(SECOND, **GONE)
    after = meetings(build)
    assert [one.id for one in after] == ids
    assert [one.on_date.isoformat() for one in after] == [
        "2026-11-17",
        "2026-11-26",
        "2026-12-04",
        "2026-12-11",
    ]
    assert states(build) == ["planned", "planned", "planned", "cancelled"]
    assert after[1].change_words == (
        "The school's days have changed. Before: Wednesday, November 25, 12:00."
    )
    assert "does not meet on this one" in after[3].change_words
    calendar.takes_back(SECOND)
    assert [(one.id, one.on_date) for one in meetings(build)] == [
        (one.id, one.on_date) for one in planned
    ]
    assert states(build) == ["planned"] * 4


def test_a_series_goes_on_to_the_end_of_a_term_that_moved(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    term = build.keep(
        Term(school_id=build.school.id, name="Autumn", first_on=TODAY, last_on=TUESDAYS[1])
    )
    calendar.begins()
    calendar.series(club, leader, term_id=term.id, last=None)
    assert len(meetings(build)) == 2
    with build.site():
        db.session.get_one(Term, term.id).last_on = TUESDAYS[3]
        calendar.follow()
    assert [one.on_date for one in meetings(build)] == TUESDAYS
    [series] = series_of(build)
    assert series.last_on == TUESDAYS[3]
    assert meetings(build)[3].place == "Room 12"
    with build.site():
        db.session.get_one(Term, term.id).last_on = TUESDAYS[2]
        calendar.follow()
    assert states(build) == ["planned", "planned", "planned", "cancelled"]


def test_what_has_begun_stays_as_it_was(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    calendar.series(club, leader)
    monday.move_to(datetime(2026, 11, 24, 18, 0, tzinfo=UTC))  # noon at the school
    with build.acting(leader) as viewer:
        first = db.session.get_one(Meeting, meetings(build)[0].id)
        services.count_heads(viewer, club, first, sittings(build, first)[0].id, 12)
    for on in TUESDAYS[:3]:
        calendar.says(on, **GONE)
    assert states(build) == ["planned", "planned", "cancelled", "planned"]
    assert [one.sequence for one in meetings(build)] == [0, 0, 1, 0]


@pytest.mark.parametrize(
    "state, follows", [(ClubState.PAUSED, True), (ClubState.CLOSED, False)]
)
def test_only_living_clubs_follow(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    state: ClubState,
    follows: bool,
) -> None:
    calendar.series(club, leader)
    with build.site():
        db.session.get_one(Club, club.id).state = state
    calendar.says(SECOND, **GONE)
    assert (states(build)[1] == "cancelled") == follows


def test_other_schools_do_not_follow(build: Builder, calendar: Calendar) -> None:
    school = build.another_school()
    club = build.club(school_id=school.id)
    meeting = build.meeting(club, SECOND)
    calendar.says(SECOND, **GONE)
    with build.site():
        assert db.session.get_one(Meeting, meeting.id).state is MeetingState.PLANNED


def test_a_day_that_is_over_changes_nothing(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    calendar.series(club, leader)
    calendar.says(date(2026, 11, 10), **GONE)
    assert [one.sequence for one in meetings(build)] == [0] * 4


def test_a_series_from_before_there_were_slots_keeps_its_meetings(
    build: Builder, calendar: Calendar, club: Club
) -> None:
    series = build.keep(
        MeetingSeries(
            school_id=club.school_id,
            club_id=club.id,
            weekday=1,
            first_on=TUESDAYS[0],
            last_on=TUESDAYS[3],
        )
    )
    for on in TUESDAYS[:3]:
        build.meeting(club, on, series_id=series.id)
    calendar.says(SECOND, **GONE)
    assert states(build) == ["planned", "cancelled", "planned"]
