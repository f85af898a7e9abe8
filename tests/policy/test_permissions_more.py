"""Who may do what with steps, sponsors, meetings, events and a school, as tables."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs import clock
from clubs.belonging import Standing
from clubs.models.clubs import ClubState, SponsorStanding, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.meetings import MeetingState
from clubs.models.people import Appointment, Office, PersonKind
from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions import Decision, deciding, events, joining, meetings, running
from clubs.policy.permissions import school as schooling
from tests.factories import ZONE, Builder
from tests.policy.cast import EVERYBODY, Cast

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step
RUN = {"leader", "sponsor"}
BELONG = {"leader", "member", "asked"}
OWN_SCHOOL = [who for who in EVERYBODY if not who.startswith("foreign")]
TODAY = date(2026, 11, 23)
Rule = Callable[..., Decision]


def who_may(build: Builder, cast: Cast, rule: Rule, *rest: Any, **more: Any) -> set[str]:
    decisions = {}
    for who in OWN_SCHOOL:
        with build.acting(cast[who]) as viewer:
            decisions[who] = rule(viewer, *rest, **more)
    assert all(bool(one) != bool(one.reason) for one in decisions.values())
    return {who for who, one in decisions.items() if one}


LATER: dict[str, Any] = {"loosen_to": PRIVATE, "loosen_on": TODAY + clock.days(1)}
NOW: dict[str, Any] = {"loosen_to": PRIVATE, "loosen_on": TODAY}
PAUSED, CLOSED = {"state": ClubState.PAUSED}, {"state": ClubState.CLOSED}


def may_complete(viewer: Any, club: Any) -> Decision:
    return running.may_complete_loosening(viewer, club, TODAY)


def may_hand_over_leaderless(viewer: Any, club: Any) -> Decision:
    return running.may_hand_over(viewer, club, leaderless=True)


# fmt: off
OF_A_CLUB: list[tuple[Rule, dict[str, Any], set[str]]] = [
    # may they…                       of a club that…    who may
    (running.may_loosen,              {},                {"sponsor"}),
    (running.may_loosen,              LATER,             set()),
    (may_complete,                    {},                set()),
    (may_complete,                    LATER,             set()),
    (may_complete,                    NOW,               {"sponsor"}),
    (running.may_call_off_loosening,  {},                set()),
    (running.may_call_off_loosening,  LATER,             RUN),
    (running.may_see_step,            {},                RUN | BELONG),
    (may_hand_over_leaderless,        {},                RUN),
    (running.may_ask_sponsor,         {},                RUN | {"admin"}),
    (running.may_ask_sponsor,         CLOSED,            set()),
    (running.may_stand_by,            {},                {"other_sponsor"}),
    (running.may_stand_by,            CLOSED,            set()),
    (running.may_step_back,           {},                {"sponsor"}),
    (running.may_pause,               {},                RUN | {"admin"}),
    (running.may_pause,               PAUSED,            set()),
    (running.may_reopen,              {},                set()),
    (running.may_reopen,              PAUSED,            RUN),
    (joining.may_leave,               {},                BELONG),
    (joining.may_leave,               CLOSED,            BELONG),
    (joining.may_set_places,          {},                {"sponsor"}),
    (meetings.may_see_meetings,       {},                RUN | {"member"}),
    (meetings.may_name_substitute,    {},                {"sponsor"}),
]
# fmt: on


@pytest.mark.parametrize("rule,given,allowed", OF_A_CLUB)
def test_what_may_be_done_with_a_club(
    build: Builder, cast: Cast, rule: Rule, given: dict[str, Any], allowed: set[str]
) -> None:
    club = build.club(CONFIDENTIAL, leader=cast.leader, sponsor=cast.sponsor, **given)
    build.member(club, cast.member)
    build.member(club, cast.asked, standing=Standing.ASKED)
    build.sponsorship(club, cast.other_sponsor, SponsorStanding.ASKED)
    assert who_may(build, cast, rule, club) == allowed


@pytest.mark.parametrize("target,allowed", [("member", RUN), ("leader", {"sponsor"})])
def test_who_may_remove_whom(
    build: Builder, cast: Cast, target: str, allowed: set[str]
) -> None:
    club = cast.clubs[PRIVATE]
    with build.acting(cast[target]) as viewer:
        one = viewer.belonging_to(club.id)
    assert who_may(build, cast, joining.may_remove_this, club, one) == allowed


ON = {"yesterday": -1, "today": 0, "tomorrow": 1}
OVER, AHEAD = (time(0, 0), time(0, 1)), (time(23, 58), time(23, 59))
PLANNED, CANCELLED = MeetingState
# fmt: off
OF_A_MEETING: list[tuple[Rule, str, tuple[time, time], MeetingState, bool]] = [
    # may those who run it…          on           at     that is    may they
    (meetings.may_edit_meeting,     "today",     OVER,  PLANNED,   True),
    (meetings.may_edit_meeting,     "yesterday", OVER,  PLANNED,   False),
    (meetings.may_move_meeting,     "tomorrow",  AHEAD, PLANNED,   True),
    (meetings.may_move_meeting,     "tomorrow",  AHEAD, CANCELLED, False),
    (meetings.may_move_meeting,     "today",     OVER,  PLANNED,   False),
    (meetings.may_cancel_meeting,   "tomorrow",  AHEAD, PLANNED,   True),
    (meetings.may_cancel_meeting,   "tomorrow",  AHEAD, CANCELLED, False),
    (meetings.may_cancel_meeting,   "yesterday", OVER,  PLANNED,   False),
    (meetings.may_restore_meeting,  "tomorrow",  AHEAD, CANCELLED, True),
    (meetings.may_restore_meeting,  "tomorrow",  AHEAD, PLANNED,   False),
    (meetings.may_restore_meeting,  "yesterday", OVER,  CANCELLED, False),
    (meetings.may_count_heads,      "yesterday", OVER,  PLANNED,   True),
    (meetings.may_count_heads,      "today",     AHEAD, PLANNED,   True),
    (meetings.may_count_heads,      "tomorrow",  AHEAD, PLANNED,   False),
    (meetings.may_count_heads,      "today",     OVER,  CANCELLED, False),
    (meetings.may_name_adult,       "today",     OVER,  PLANNED,   True),
    (meetings.may_name_adult,       "yesterday", OVER,  PLANNED,   False),
    (meetings.may_name_adult,       "tomorrow",  AHEAD, CANCELLED, False),
]
# fmt: on


@pytest.mark.parametrize("rule,on,at,state,may", OF_A_MEETING)
def test_what_may_be_done_with_a_meeting(
    build: Builder,
    cast: Cast,
    rule: Rule,
    on: str,
    at: tuple[time, time],
    state: MeetingState,
    may: bool,
) -> None:
    club, day = cast.clubs[CONFIDENTIAL], clock.today(ZONE) + clock.days(ON[on])
    meeting = build.meeting(club, day, starts=at[0], ends=at[1], state=state)
    assert who_may(build, cast, rule, club, meeting) == (RUN if may else set())


STUDENTS, SCHOOL, FAMILIES, _COMMUNITY = EventAudience
PUPILS = BELONG | {"classmate"}
CANCELLERS = RUN | {"admin"}
STAFF = {"sponsor", "other_sponsor", "teacher", "admin"}
APPROVED = EventState.APPROVED
# fmt: off
OF_AN_EVENT: list[tuple[Rule, EventAudience, EventState, str, set[str]]] = [
    # may they…               for       that is               on           who may
    (events.may_come,         STUDENTS, APPROVED,             "tomorrow",  PUPILS),
    (events.may_come,         SCHOOL,   APPROVED,             "tomorrow",  PUPILS | STAFF),
    (events.may_come,         FAMILIES, APPROVED,             "tomorrow",  set(OWN_SCHOOL)),
    (events.may_come,         FAMILIES, APPROVED,             "yesterday", set()),
    (events.may_come,         FAMILIES, EventState.CANCELLED, "tomorrow",  set()),
    (events.may_cancel_event, STUDENTS, APPROVED,             "tomorrow",  CANCELLERS),
    (events.may_cancel_event, STUDENTS, APPROVED,             "yesterday", set()),
    (events.may_cancel_event, STUDENTS, EventState.PROPOSED,  "tomorrow",  set()),
]
# fmt: on


@pytest.mark.parametrize("rule,audience,state,on,allowed", OF_AN_EVENT)
def test_what_may_be_done_with_an_event(
    build: Builder,
    cast: Cast,
    rule: Rule,
    audience: EventAudience,
    state: EventState,
    on: str,
    allowed: set[str],
) -> None:
    day = clock.today(ZONE) + clock.days(ON[on])
    event = build.event(cast.clubs[CONFIDENTIAL], day, audience=audience, state=state)
    assert who_may(build, cast, rule, event) == allowed
    with build.acting(cast.leader) as leads, build.acting(cast.member) as belongs:
        assert events.may_see_how_many(leads, event)
        assert not events.may_see_how_many(belongs, event)


@pytest.mark.parametrize("returns_to", [Stage.WITH_SCHOOL, Stage.WITH_SPONSOR])
def test_a_sponsor_answers_the_school_but_not_themself(
    build: Builder, cast: Cast, returns_to: Stage
) -> None:
    club = cast.clubs[CONFIDENTIAL]
    asked = Proposal(
        school_id=club.school_id,
        club_id=club.id,
        stage=Stage.CHANGES_ASKED,
        about=About.CLUB,
        returns_to=returns_to,
    )
    allowed = RUN if returns_to is Stage.WITH_SCHOOL else {"leader"}
    assert who_may(build, cast, deciding.may_answer_changes, asked) == allowed


# fmt: off
OF_A_PERSON: list[tuple[Rule, PersonKind, dict[str, Any], bool]] = [
    (schooling.may_invite,      PersonKind.STUDENT,   {},                True),
    (schooling.may_invite,      PersonKind.CAREGIVER, {},                True),
    (schooling.may_invite,      PersonKind.STUDENT,   {"active": False}, False),
    (schooling.may_invite,      PersonKind.STUDENT,   {"email": None},   False),
    (schooling.may_appoint,     PersonKind.STAFF,     {},                True),
    (schooling.may_appoint,     PersonKind.STAFF,     {"active": False}, False),
    (schooling.may_appoint,     PersonKind.CAREGIVER, {},                False),
    (schooling.may_end_account, PersonKind.STUDENT,   {},                True),
]
# fmt: on


@pytest.mark.parametrize("rule,kind,given,may", OF_A_PERSON)
def test_what_admins_do_for_a_person(
    build: Builder,
    cast: Cast,
    rule: Rule,
    kind: PersonKind,
    given: dict[str, Any],
    may: bool,
) -> None:
    person = build.person(kind, **given)
    assert who_may(build, cast, rule, person) == ({"admin"} if may else set())


@pytest.mark.parametrize("rule", [schooling.may_appoint, schooling.may_end_account])
def test_nobody_does_it_for_themself(build: Builder, cast: Cast, rule: Rule) -> None:
    assert who_may(build, cast, rule, cast.admin) == set()


def test_nobody_invites_people_of_another_school(build: Builder, cast: Cast) -> None:
    assert who_may(build, cast, schooling.may_invite, cast.foreign_student) == set()


# fmt: off
OFFICES: list[tuple[Rule, set[Office], bool]] = [
    (schooling.may_manage_school,         {Office.ADMIN},                        True),
    (schooling.may_manage_school,         {Office.DISTRICT_ADMIN},               False),
    (schooling.may_oversee_schools,       {Office.DISTRICT_ADMIN},               True),
    (schooling.may_oversee_schools,       {Office.ADMIN},                        False),
    (schooling.may_import_whole_district, {Office.DISTRICT_ADMIN},               False),
    (schooling.may_import_whole_district, {Office.ADMIN},                        False),
    (schooling.may_import_whole_district, {Office.ADMIN, Office.DISTRICT_ADMIN}, True),
]
# fmt: on


@pytest.mark.parametrize("rule,offices,may", OFFICES)
def test_what_an_office_allows(
    build: Builder, rule: Rule, offices: set[Office], may: bool
) -> None:
    person = build.staff()
    for one in offices:
        build.keep(Appointment(school_id=person.school_id, person_id=person.id, office=one))
    with build.acting(person) as viewer:
        decision = rule(viewer)
    assert (bool(decision), bool(decision.reason)) == (may, not may)
