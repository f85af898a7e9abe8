"""Changing this meeting and all later ones: the same rows on other days."""

from datetime import UTC, date, datetime, time

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock
from clubs.booking import NotAvailable
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingJob
from clubs.models.meetings import Meeting, Rule
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.models.timetable import Term
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.policy.permissions import NotAllowed
from tests.factories import Builder
from tests.factories_rooms import a_room, meets_in
from tests.planning.calendar import (
    LAST,
    TODAY,
    TUESDAYS,
    Calendar,
    meetings,
    series_of,
    sittings,
    states,
    times,
)

NOON = Occasion(starts=time(12), ends=time(12, 40), place="Room 12")
LATER = Occasion(starts=time(15), ends=time(16), place="Gym")
EVERY_WEDNESDAY = Recurs(Rule.WEEKLY, 2)
WEDNESDAYS = [on + clock.days(1) for on in TUESDAYS]


def change_from(
    build: Builder,
    actor: Person,
    club: Club,
    meeting: Meeting,
    recurs: Recurs = EVERY_WEDNESDAY,
    last: date | None = LAST,
    occasion: Occasion = LATER,
    term_id: str | None = None,
) -> None:
    with build.acting(actor) as viewer:
        held = db.session.get_one(Meeting, meeting.id)
        services.change_from(viewer, club, held, recurs, last, term_id, occasion)


def mails(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(select(Mail)).all())


def test_this_and_all_later_ones_keep_their_rows_and_all_that_hangs_on_them(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    build.member(club, build.student())
    planned = calendar.series(club, leader)
    job = build.keep(
        MeetingJob(
            school_id=club.school_id,
            meeting_id=planned[2].id,
            name="Snacks",
            claim=b"c" * 32,
            claimed_as=b"",
        )
    )
    change_from(build, leader, club, planned[1])
    after = meetings(build)
    assert [one.id for one in after] == [one.id for one in planned]
    assert [one.on_date for one in after] == [TUESDAYS[0], *WEDNESDAYS[1:]]
    assert [one.place for one in after] == ["Room 12", "Gym", "Gym", "Gym"]
    assert [times(build, one) for one in after[1:]] == [[("15:00", True)]] * 3
    assert [one.sequence for one in after] == [0, 1, 1, 1]
    assert after[1].change_words == "Before: Tuesday, November 24, 12:00, Room 12."
    assert {one.agenda for one in after} == {"Hello"}
    old, new = series_of(build)
    assert (old.last_on, new.first_on, new.weekday) == (
        TUESDAYS[1] - clock.days(1),
        TUESDAYS[1],
        2,
    )
    assert [one.series_id for one in after] == [old.id, new.id, new.id, new.id]
    assert mails(build) == 1
    with build.site():
        assert db.session.get_one(MeetingJob, job.id).meeting_id == planned[2].id


def test_the_series_that_loses_its_first_meeting_is_gone(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    change_from(build, leader, club, planned[0])
    [series] = series_of(build)
    assert {one.series_id for one in meetings(build)} == {series.id}


def test_a_single_meeting_can_become_a_series(
    build: Builder, club: Club, leader: Person
) -> None:
    meeting = build.meeting(club, TUESDAYS[0], agenda="Hello")
    change_from(build, leader, club, meeting, Recurs(Rule.WEEKLY, 1))
    assert [one.on_date for one in meetings(build)] == TUESDAYS
    assert meetings(build)[0].id == meeting.id


def test_what_is_over_stays_with_its_head_counts(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    planned = calendar.series(club, leader)
    monday.move_to(datetime(2026, 11, 25, 17, 0, tzinfo=UTC))
    for one in planned[:2]:
        with build.acting(leader) as viewer:
            sitting = sittings(build, one)[0]
            services.count_heads(viewer, club, one, sitting.id, 12)
    with pytest.raises(NotAllowed):
        change_from(build, leader, club, planned[1])
    change_from(build, leader, club, planned[2])
    counts = [sittings(build, one)[0].head_count for one in meetings(build)]
    assert counts == [12, 12, None, None]
    assert [one.on_date for one in meetings(build)[:2]] == TUESDAYS[:2]


def test_fewer_days_cancel_what_is_left_over_and_more_days_add(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    change_from(build, leader, club, planned[0], Recurs(Rule.FORTNIGHTLY, 1), occasion=NOON)
    assert states(build) == ["planned", "cancelled", "planned", "cancelled"]
    off = meetings(build)[1]
    assert (off.by_calendar, off.change_words) == (
        True,
        "The club meets on other days now.",
    )
    assert [one.sequence for one in meetings(build)] == [0, 1, 0, 1]
    change_from(build, leader, club, planned[0], Recurs(Rule.WEEKLY, 1), occasion=NOON)
    assert states(build) == ["planned"] * 4
    assert meetings(build)[1].change_words == "It takes place after all."
    longer = LAST + clock.days(7)
    change_from(build, leader, club, planned[0], Recurs(Rule.WEEKLY, 1), longer, NOON)
    assert len(meetings(build)) == 5


def test_those_cancelled_by_hand_stay_cancelled_and_a_substitute_stays(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    sponsor, substitute = build.staff(), build.staff()
    build.sponsorship(club, sponsor)
    planned = calendar.series(club, leader)
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, planned[1], reason="Ill")
        services.name_adult(viewer, club, planned[2], substitute.id, later=False)
    colleague = build.staff()
    by = Occasion(starts=time(15), ends=time(16), place="Gym", adult_id=colleague.id)
    change_from(build, leader, club, planned[0], occasion=by)
    after = meetings(build)
    assert states(build) == ["planned", "cancelled", "planned", "planned"]
    assert (after[1].change_words, after[1].sequence) == ("Ill", 2)
    assert [one.adult_id for one in after] == [
        colleague.id,
        colleague.id,
        substitute.id,
        colleague.id,
    ]


def test_one_sitting_more_keeps_the_one_there_was(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    planned = calendar.series(club, leader, slot_ids=(a.id,))
    kept = sittings(build, planned[1])[0].id
    both = Occasion(slot_ids=(a.id, c.id), place="Room 12")
    change_from(build, leader, club, planned[1], Recurs(Rule.WEEKLY, 1), occasion=both)
    assert [len(sittings(build, one)) for one in meetings(build)] == [1, 2, 2, 2]
    assert kept in {one.id for one in sittings(build, planned[1])}
    only = Occasion(slot_ids=(c.id,), place="Room 12")
    change_from(build, leader, club, planned[1], Recurs(Rule.WEEKLY, 1), occasion=only)
    assert [times(build, one) for one in meetings(build)[1:]] == [[("12:30", True)]] * 3


def test_until_the_end_of_another_term(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    term = build.keep(
        Term(school_id=build.school.id, name="Autumn", first_on=TODAY, last_on=TUESDAYS[2])
    )
    calendar.begins()
    weekly = Recurs(Rule.WEEKLY, 1)
    change_from(build, leader, club, planned[1], weekly, None, NOON, term.id)
    assert states(build) == ["planned", "planned", "planned", "cancelled"]


def test_a_room_that_is_taken_on_one_day_changes_nothing(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned, room = calendar.series(club, leader), a_room(build)
    meets_in(build, room, build.club(), WEDNESDAYS[2], starts=time(15), ends=time(16))
    there = Occasion(starts=time(15), ends=time(16), room_id=room.id)
    with build.acting(leader) as viewer:
        held = db.session.get_one(Meeting, planned[1].id)
        with pytest.raises(NotAvailable) as clash:
            services.change_from(viewer, club, held, EVERY_WEDNESDAY, LAST, None, there)
        assert clash.value.days == [WEDNESDAYS[2]]
    mine = [one for one in meetings(build) if one.club_id == club.id]
    assert [one.on_date for one in mine] == TUESDAYS
    assert len(series_of(build)) == 1


def test_who_was_named_stays_unless_another_is(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned, colleague = calendar.series(club, leader), build.staff()
    build.sponsorship(club, build.staff())
    with build.acting(leader) as viewer:
        services.name_adult(viewer, club, planned[0], colleague.id, later=True)
    change_from(build, leader, club, planned[1])
    assert {one.adult_id for one in meetings(build)} == {colleague.id}
    assert {one.adult_id for one in series_of(build)} == {colleague.id}
