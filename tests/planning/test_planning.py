"""Planning refuses what cannot be, in words; what it plans is what was asked."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine

from clubs import clock
from clubs.db import db
from clubs.meetings import services
from clubs.meetings.services import NotOnThatDay
from clubs.models.clubs import Club, ClubState, SponsorStanding, Step
from clubs.models.meetings import Meeting, Rule
from clubs.models.people import Person
from clubs.models.timetable import Slot, SlotKind, Term
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.policy.permissions import NotAllowed, TooLate
from tests.factories import ZONE, Builder
from tests.planning.calendar import (
    LAST,
    TODAY,
    TUESDAYS,
    Calendar,
    meetings,
    series_of,
    sittings,
    times,
)

EVERY_DAY = ",".join((TODAY + clock.days(n)).isoformat() for n in range(1, 340))
NOON = Occasion(starts=time(12), ends=time(12, 40), place="Room 12")


def plan(
    build: Builder, actor: Person, club: Club, on: date, occasion: Occasion = NOON
) -> Meeting:
    with build.acting(actor) as viewer:
        return services.plan(viewer, club, on, occasion, agenda="Hello")


def test_one_meeting_at_a_time_of_its_own(
    build: Builder, club: Club, leader: Person
) -> None:
    meeting = plan(build, leader, club, TUESDAYS[0])
    assert (meeting.on_date, meeting.planned_for) == (TUESDAYS[0], TUESDAYS[0])
    assert (meeting.starts, meeting.ends) == (time(12), time(12, 40))
    assert (meeting.zone, meeting.place, meeting.agenda) == (ZONE, "Room 12", "Hello")
    assert times(build, meeting) == [("12:00", True)]


def test_a_sitting_for_each_slot_on_the_bells_of_the_day(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    early = calendar.kind("Early closing", {a.id: (time(10, 30), time(11))})
    calendar.says(TUESDAYS[1], day_type_id=early.id)
    both = Occasion(slot_ids=(c.id, a.id), place="Room 12")
    regular = plan(build, leader, club, TUESDAYS[0], both)
    assert times(build, regular) == [("11:00", True), ("12:30", True)]
    assert (regular.starts, regular.ends) == (time(11), time(13, 30))
    short = plan(build, leader, club, TUESDAYS[1], both)
    assert times(build, short) == [("10:30", True), ("12:30", False)]
    assert (short.starts, short.ends) == (time(10, 30), time(11))
    with pytest.raises(NotOnThatDay) as refused:
        plan(build, leader, club, TUESDAYS[1], Occasion(slot_ids=(c.id,), place="x"))
    assert refused.value.reason == "There is no lunch C on Early closing days."


@pytest.mark.parametrize(
    "words, reason",
    [
        ("Family Day", "There is no school on that day: Family Day."),
        ("", "There is no school on that day."),
    ],
)
def test_not_on_a_day_without_school(
    build: Builder, calendar: Calendar, club: Club, leader: Person, words: str, reason: str
) -> None:
    planned = plan(build, leader, club, TUESDAYS[0])
    calendar.says(TUESDAYS[1], closed=True, words=words)
    with pytest.raises(NotOnThatDay) as refused:
        plan(build, leader, club, TUESDAYS[1])
    assert refused.value.reason == reason
    with build.acting(leader) as viewer, pytest.raises(NotOnThatDay, match="no school"):
        services.move(viewer, club, planned, TUESDAYS[1], NOON)


def test_a_slot_nobody_knows_is_no_time(build: Builder, club: Club, leader: Person) -> None:
    for slot_ids in (("x" * 22,), ()):
        with pytest.raises(NotOnThatDay, match="There is no time for it"):
            plan(build, leader, club, TUESDAYS[0], Occasion(slot_ids, place="x"))


def test_a_slot_that_is_no_lunch_is_called_by_its_name(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    flex = build.wave("Flex")
    with build.site():
        db.session.get_one(Slot, flex.id).kind = SlotKind.FLEX
    assembly = calendar.kind("Assembly", {})
    calendar.says(TUESDAYS[0], day_type_id=assembly.id)
    with pytest.raises(NotOnThatDay, match="There is no “Flex” on Assembly"):
        plan(build, leader, club, TUESDAYS[0], Occasion((flex.id,), place="x"))


def test_every_second_week_in_two_waves_until_the_end_of_term(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    term = build.keep(
        Term(school_id=build.school.id, name="Autumn", first_on=TODAY, last_on=LAST)
    )
    calendar.begins()
    calendar.says(TUESDAYS[2], closed=True)
    every_second = Recurs(Rule.FORTNIGHTLY, 1)
    planned = calendar.series(
        club, leader, every_second, slot_ids=(a.id, c.id), term_id=term.id, last=None
    )
    assert [one.on_date for one in planned] == [TUESDAYS[0]]
    assert [len(sittings(build, one)) for one in planned] == [2]
    [series] = series_of(build)
    assert (series.rule, series.weekday) == (Rule.FORTNIGHTLY, 1)
    assert (series.first_on, series.last_on, series.term_id) == (TODAY, LAST, term.id)
    assert {one.agenda for one in planned} == {"Hello"}


def test_days_without_any_of_its_slots_are_skipped(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    c = build.wave("C", time(12, 30))
    early = calendar.kind("Early closing", {})
    calendar.says(TUESDAYS[1], day_type_id=early.id)
    planned = calendar.series(club, leader, slot_ids=(c.id,))
    assert [one.on_date for one in planned] == [TUESDAYS[0], *TUESDAYS[2:]]


def test_a_series_begins_with_what_has_not_begun(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    monday: time_machine.Traveller,
) -> None:
    monday.move_to(datetime(2026, 11, 17, 18, 0, tzinfo=UTC))  # noon at the school
    planned = calendar.series(club, leader, first=TUESDAYS[0])
    assert [one.on_date for one in planned] == TUESDAYS[1:]


@pytest.mark.parametrize(
    "recurs, given, words",
    [
        (Recurs(Rule.WEEKLY, 6), {}, "There is no day for it between these two."),
        (Recurs(Rule.WEEKLY, 1), {"last": None}, "Choose the last day as well."),
        (Recurs(Rule.WEEKLY, 1), {"term_id": "x" * 22}, "Choose the last day as well."),
        (
            Recurs(Rule.DATES, None, EVERY_DAY),
            {"last": date(2027, 12, 1)},
            "That is more than 220 meetings at once.",
        ),
    ],
)
def test_a_series_that_cannot_be_is_refused(
    build: Builder,
    calendar: Calendar,
    club: Club,
    leader: Person,
    recurs: Recurs,
    given: dict[str, Any],
    words: str,
) -> None:
    calendar.begins(week="0123456" if recurs.rule is Rule.DATES else "01234")
    with pytest.raises(NotOnThatDay) as refused:
        calendar.series(club, leader, recurs, **given)
    assert refused.value.reason == words
    assert meetings(build) == []


def test_planning_twice_at_the_same_time_is_refused(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    a, c = build.wave("A", time(11)), build.wave("C", time(12, 30))
    calendar.series(club, leader, slot_ids=(a.id, c.id))
    with pytest.raises(TooLate, match="Tuesday, November 17"):
        calendar.series(club, leader, slot_ids=(c.id,))
    # Between its two sittings the club is free.
    between = Occasion(starts=time(12), ends=time(12, 30), place="x")
    plan(build, leader, club, TUESDAYS[0], between)
    plan(build, leader, build.club(leader=leader), TUESDAYS[0])


@pytest.mark.parametrize("who", ["member", "classmate", "staff", "admin"])
def test_only_those_who_run_it_plan(
    build: Builder, calendar: Calendar, club: Club, who: str
) -> None:
    person = {
        "member": build.student,
        "classmate": build.student,
        "staff": build.staff,
        "admin": build.admin,
    }[who]()
    if who == "member":
        build.member(club, person)
    with pytest.raises(NotAllowed):
        plan(build, person, club, TUESDAYS[0])
    with pytest.raises(NotAllowed):
        calendar.series(club, person)


def test_a_club_on_a_break_plans_nothing(build: Builder, leader: Person) -> None:
    club = build.club(leader=leader, state=ClubState.PAUSED)
    with pytest.raises(NotAllowed, match="taking a break"):
        plan(build, leader, club, TUESDAYS[0])


def test_the_adult_is_the_only_sponsor_unless_another_is_named(
    build: Builder, calendar: Calendar, club: Club, leader: Person
) -> None:
    assert plan(build, leader, club, TUESDAYS[0]).adult_id is None
    sponsor = build.staff()
    build.sponsorship(club, sponsor)
    build.sponsorship(club, build.staff(), SponsorStanding.ASKED)
    assert plan(build, leader, club, TUESDAYS[1]).adult_id == sponsor.id
    colleague = build.staff()
    named = Occasion(starts=time(12), ends=time(13), place="x", adult_id=colleague.id)
    assert plan(build, leader, club, TUESDAYS[2], named).adult_id == colleague.id
    build.sponsorship(club, build.staff())
    assert plan(build, leader, club, TUESDAYS[3]).adult_id is None


def test_the_leader_of_a_confidential_club_names_no_colleague_of_its_sponsor(
    build: Builder, leader: Person
) -> None:
    sponsor, colleague = build.staff(), build.staff()
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    named = Occasion(starts=time(12), ends=time(13), place="x", adult_id=colleague.id)
    with pytest.raises(NotAllowed, match="Only this club's sponsor"):
        plan(build, leader, club, TUESDAYS[0], named)
    assert plan(build, sponsor, club, TUESDAYS[0], named).adult_id == colleague.id
