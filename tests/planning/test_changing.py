"""Changing one meeting: moved, called off, brought back, counted."""

from collections.abc import Callable
from datetime import UTC, datetime, time

import pytest
import time_machine

from clubs import clock
from clubs.db import db
from clubs.meetings import services
from clubs.meetings.services import NotOnThatDay
from clubs.models.clubs import Club
from clubs.models.meetings import MeetingState, Rule
from clubs.models.people import Person
from clubs.models.timetable import Term
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.policy.permissions import NotAllowed
from tests.factories import Builder
from tests.planning.calendar import (
    LAST,
    TODAY,
    TUESDAYS,
    Calendar,
    meetings,
    sittings,
    states,
    times,
)

NOON = Occasion(starts=time(12), ends=time(12, 40), place="Room 12")
LATER = Occasion(starts=time(15), ends=time(16), place="Gym")
EVERY_WEDNESDAY = Recurs(Rule.WEEKLY, 2)
WEDNESDAYS = [on + clock.days(1) for on in TUESDAYS]


def test_moving_says_what_was_before(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    second = calendar.series(club, leader, slot_ids=(a.id, c.id))[1]
    thursday = TUESDAYS[1] + clock.days(2)
    with build.acting(leader) as viewer:
        services.move(viewer, club, second, thursday, LATER)
    moved = meetings(build)[1]
    assert (moved.on_date, moved.planned_for) == (thursday, TUESDAYS[1])
    assert moved.change_words == ("Before: Tuesday, November 24, 11:00 / 12:30, Room 12.")
    with build.acting(leader) as viewer:
        elsewhere = Occasion(starts=time(15), ends=time(16), place="Outside")
        services.move(viewer, club, second, thursday, elsewhere)
        services.move(viewer, club, second, thursday, elsewhere)
    moved = meetings(build)[1]
    assert (moved.change_words, moved.sequence) == ("Before: Gym.", 2)


def test_a_move_may_name_another_adult(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    second, colleague = calendar.series(club, leader)[1], build.staff()
    named = Occasion(starts=time(12), ends=time(12, 40), place="x", adult_id=colleague.id)
    with build.acting(leader) as viewer:
        services.move(viewer, club, second, TUESDAYS[1], named)
        services.move(viewer, club, second, TUESDAYS[1], NOON)
    assert meetings(build)[1].adult_id == colleague.id
    student = Occasion(starts=time(12), ends=time(12, 40), place="x", adult_id=leader.id)
    with build.acting(leader) as viewer, pytest.raises(NotAllowed, match="Only staff"):
        services.move(viewer, club, second, TUESDAYS[1], student)


def test_ending_a_series_ends_it_for_good(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    term = build.keep(
        Term(school_id=build.school.id, name="Autumn", first_on=TODAY, last_on=LAST)
    )
    calendar.begins()
    planned = calendar.series(club, leader, term_id=term.id, last=None)
    with build.acting(leader) as viewer:
        services.end_series(viewer, club, planned[2])
    assert states(build) == ["planned", "planned", "cancelled", "cancelled"]
    assert meetings(build)[3].change_words == "This series has ended."
    with build.site():
        db.session.get_one(Term, term.id).last_on = LAST + clock.days(14)
        calendar.follow()
    assert states(build) == ["planned", "planned", "cancelled", "cancelled"]


def test_one_brought_back_after_the_end_goes_on_by_itself(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    planned = calendar.series(club, leader)
    with build.acting(leader) as viewer:
        services.cancel_from(viewer, club, planned[2], reason="Exams")
        services.restore(viewer, club, planned[3])
    calendar.says(TUESDAYS[1], closed=True)
    assert states(build) == ["planned", "cancelled", "cancelled", "planned"]
    assert meetings(build)[3].series_id is None


def test_nothing_comes_back_on_a_day_without_school(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    second = calendar.series(club, leader)[1]
    calendar.says(TUESDAYS[1], closed=True, words="Snow")
    with build.acting(leader) as viewer, pytest.raises(NotOnThatDay, match="Snow"):
        services.restore(viewer, club, second)
    assert meetings(build)[1].state is MeetingState.CANCELLED


def test_it_comes_back_on_the_bells_of_its_day(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a = build.wave("A", time(11))
    second = calendar.series(club, leader, slot_ids=(a.id,))[1]
    with build.acting(leader) as viewer:
        services.cancel(viewer, club, second, reason="Ill")
    early = calendar.kind("Early closing", {a.id: (time(10), time(10, 30))})
    calendar.says(TUESDAYS[1], day_type_id=early.id)
    with build.acting(leader) as viewer:
        services.restore(viewer, club, second)
    back = meetings(build)[1]
    assert (back.starts, back.ends) == (time(10), time(10, 30))
    assert times(build, back) == [("10:00", True)]


def test_heads_are_counted_for_each_sitting(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    first, second, *_others = calendar.series(club, leader, slot_ids=(a.id, c.id))
    monday.move_to(datetime(2026, 11, 17, 22, 0, tzinfo=UTC))
    one, other = sittings(build, first)
    with build.acting(leader) as viewer:
        services.count_heads(viewer, club, first, one.id, 8)
        services.count_heads(viewer, club, first, other.id, 0)
        with pytest.raises(NotAllowed, match="not held at that time"):
            services.count_heads(viewer, club, first, sittings(build, second)[0].id, 5)
    assert [each.head_count for each in sittings(build, first)] == [8, 0]


def test_nobody_counts_a_sitting_its_day_did_not_have(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    first = calendar.series(club, leader, slot_ids=(a.id, c.id))[0]
    early = calendar.kind("Early closing", {a.id: (time(10), time(10, 30))})
    calendar.says(TUESDAYS[0], day_type_id=early.id)
    monday.move_to(datetime(2026, 11, 17, 22, 0, tzinfo=UTC))
    _held, missing = sittings(build, first)
    with build.acting(leader) as viewer, pytest.raises(NotAllowed):
        services.count_heads(viewer, club, first, missing.id, 5)


@pytest.mark.parametrize("who", ["member", "classmate", "substitute"])
def test_nobody_else_changes_anything(
    build: Builder, calendar: Calendar, club: Club, leader: Person, who: str
) -> None:
    person = build.staff() if who == "substitute" else build.student()
    if who == "member":
        build.member(club, person)
    second = calendar.series(club, leader)[1]
    if who == "substitute":
        with build.acting(leader) as viewer:
            services.name_adult(viewer, club, second, person.id, later=True)
    with build.acting(person) as viewer:
        deeds: list[Callable[[], object]] = [
            lambda: services.edit(viewer, club, second, agenda="x"),
            lambda: services.move(viewer, club, second, TUESDAYS[1], LATER),
            lambda: services.cancel(viewer, club, second, reason="x"),
            lambda: services.cancel_from(viewer, club, second, reason="x"),
            lambda: services.end_series(viewer, club, second),
            lambda: services.restore(viewer, club, second),
            lambda: services.name_adult(viewer, club, second, None, later=False),
            lambda: services.count_heads(viewer, club, second, "x", 3),
            lambda: services.change_from(
                viewer, club, second, EVERY_WEDNESDAY, LAST, None, LATER
            ),
        ]
        for deed in deeds:
            with pytest.raises(NotAllowed):
                deed()
    assert {(one.sequence, one.agenda) for one in meetings(build)} == {(0, "Hello")}


def test_another_agenda_is_no_news(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    first = calendar.series(club, leader)[0]
    with build.acting(leader) as viewer:
        services.edit(viewer, club, first, agenda="We play")
    assert [one.agenda for one in meetings(build)] == ["We play", *["Hello"] * 3]
    assert meetings(build)[0].sequence == 0


def test_a_meeting_that_was_only_off_comes_back_by_itself_or_by_hand(
    build: Builder, club: Club, leader: Person
) -> None:
    single = build.meeting(club, TUESDAYS[0])
    with build.acting(leader) as viewer:
        services.end_series(viewer, club, single)
        services.restore(viewer, club, single)
    assert states(build) == ["planned"]


def test_old_words_never_outgrow_their_column(
    build: Builder, club: Club, leader: Person
) -> None:
    meeting = build.meeting(club, TUESDAYS[0], place="x" * 200)
    with build.acting(leader) as viewer:
        services.move(viewer, club, meeting, TUESDAYS[0], LATER)
    words = meetings(build)[0].change_words
    assert len(words) == 200
    assert words.endswith("…")
