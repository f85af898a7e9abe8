"""Who may do what, as tables: one row per rule a teacher could check."""

from collections.abc import Callable
from typing import Any

import pytest

from clubs.models.clubs import Audience, Club, ClubKind, ClubState, SponsorStanding, Step
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Reason, Stage
from clubs.policy.permissions import (
    Decision,
    NotAllowed,
    deciding,
    feeds,
    joining,
    require,
    running,
)
from clubs.policy.permissions import school as schooling
from clubs.policy.viewer import Viewer
from tests.factories import Builder
from tests.policy.cast import EVERYBODY, Cast

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step
RUN = {"leader", "sponsor"}

# fmt: off
OF_A_CLUB: list[tuple[Callable[..., Decision], Step, set[str]]] = [
    # may they…                       on step        who may
    (joining.may_answer_requests,     OPEN,          RUN),
    (joining.may_answer_requests,     PRIVATE,       RUN),
    (joining.may_answer_requests,     CONFIDENTIAL,  {"sponsor"}),
    (joining.may_answer_requests,     UNLISTED,      {"sponsor"}),
    (joining.may_see_people,          OPEN,          RUN | {"member"}),
    (joining.may_see_people,          PRIVATE,       RUN | {"member"}),
    (joining.may_see_people,          CONFIDENTIAL,  RUN),
    (joining.may_see_people,          UNLISTED,      RUN),
    (joining.may_remove,              PRIVATE,       RUN),
    (joining.may_make_codes,          UNLISTED,      {"sponsor"}),
    (joining.may_make_codes,          CONFIDENTIAL,  set()),
    (running.may_run,                 CONFIDENTIAL,  RUN),
    (running.may_plan_meetings,       CONFIDENTIAL,  RUN),
    (running.may_loosen,              CONFIDENTIAL,  {"sponsor"}),
    (running.may_hand_over,           CONFIDENTIAL,  {"leader"}),
    (running.may_change_sponsors,     CONFIDENTIAL,  RUN | {"admin"}),
    (running.may_pause_or_close,      CONFIDENTIAL,  RUN | {"admin"}),
    (running.may_view_as,             CONFIDENTIAL,  RUN),
    (deciding.may_revise,             CONFIDENTIAL,  RUN),
    (feeds.may_share_calendar,        OPEN,          RUN),
    (feeds.may_share_calendar,        PRIVATE,       RUN),
    (feeds.may_share_calendar,        CONFIDENTIAL,  set()),
    (feeds.may_see_calendar,          OPEN,          RUN),
    (feeds.may_see_calendar,          UNLISTED,      set()),
    (joining.may_join_without_code,   OPEN,          {"classmate"}),
    (joining.may_join_without_code,   CONFIDENTIAL,  {"classmate"}),
    (joining.may_join_without_code,   UNLISTED,      set()),
    (joining.may_join,                UNLISTED,      {"classmate"}),
]
# fmt: on
OWN_SCHOOL = [who for who in EVERYBODY if not who.startswith("foreign")]


@pytest.mark.parametrize("rule,step,allowed", OF_A_CLUB)
def test_what_may_be_done_with_a_club(
    build: Builder, cast: Cast, rule: Callable[..., Decision], step: Step, allowed: set[str]
) -> None:
    decisions = {}
    for who in OWN_SCHOOL:
        with build.acting(cast[who]) as viewer:
            decisions[who] = rule(viewer, cast.clubs[step])
    assert {who for who, one in decisions.items() if one} == allowed
    assert all(one.reason for one in decisions.values() if not one)


JOINING = [
    # audience              state             who          may
    (Audience.STUDENTS, ClubState.ACTIVE, "classmate", True),
    (Audience.STUDENTS, ClubState.PILOT, "classmate", True),
    (Audience.STUDENTS, ClubState.PAUSED, "classmate", False),
    (Audience.STUDENTS, ClubState.CLOSED, "classmate", False),
    (Audience.STUDENTS, ClubState.PROPOSED, "classmate", False),
    (Audience.STUDENTS, ClubState.ACTIVE, "caregiver", False),
    (Audience.STUDENTS, ClubState.ACTIVE, "teacher", False),
    (Audience.CAREGIVERS, ClubState.ACTIVE, "caregiver", True),
    (Audience.CAREGIVERS, ClubState.ACTIVE, "classmate", False),
    (Audience.MIXED, ClubState.ACTIVE, "classmate", True),
    (Audience.MIXED, ClubState.ACTIVE, "teacher", True),
    (Audience.MIXED, ClubState.ACTIVE, "caregiver", True),
]


@pytest.mark.parametrize("audience,state,who,may", JOINING)
def test_who_may_join_what(
    build: Builder, cast: Cast, audience: Audience, state: ClubState, who: str, may: bool
) -> None:
    club = build.club(OPEN, audience=audience, state=state)
    with build.acting(cast[who]) as viewer:
        decision = joining.may_join(viewer, club)
    assert (bool(decision), bool(decision.reason)) == (may, not may)


def _proposal(club: Club, stage: Stage, about: About = About.CLUB) -> Proposal:
    return Proposal(
        school_id=club.school_id, club_id=club.id, stage=stage, about=about, appealed=False
    )


Rule = Callable[[Viewer, Proposal], Decision]
# fmt: off
OF_A_PROPOSAL: list[tuple[Rule, Stage, set[str]]] = [
    (deciding.may_answer_as_sponsor, Stage.WITH_SPONSOR,  {"asked_staff", "sponsor"}),
    (deciding.may_answer_as_sponsor, Stage.WITH_SCHOOL,   set()),
    (deciding.may_decide,            Stage.WITH_SCHOOL,   {"admin"}),
    (deciding.may_decide,            Stage.WITH_SPONSOR,  set()),
    (deciding.may_designate,         Stage.NEEDS_SPONSOR, {"admin"}),
    (deciding.may_designate,         Stage.WITH_SPONSOR,  {"admin"}),
    (deciding.may_designate,         Stage.WITH_SCHOOL,   set()),
    (deciding.may_answer_changes,    Stage.CHANGES_ASKED, {"leader"}),
    (deciding.may_answer_changes,    Stage.WITH_SCHOOL,   set()),
    (deciding.may_withdraw,          Stage.WITH_SCHOOL,   {"leader"}),
    (deciding.may_withdraw,          Stage.ACCEPTED,      set()),
    (deciding.may_appeal,            Stage.DECLINED,      {"leader"}),
    (deciding.may_appeal,            Stage.WITH_SCHOOL,   set()),
    (deciding.may_propose_again,     Stage.WITHDRAWN,     {"leader"}),
    (deciding.may_propose_again,     Stage.DECLINED,      {"leader"}),
    (deciding.may_propose_again,     Stage.ACCEPTED,      set()),
    (deciding.may_speak,             Stage.WITH_SCHOOL,
        {"leader", "sponsor", "asked_staff", "admin"}),
    (deciding.may_speak,             Stage.DECLINED,      set()),
]
# fmt: on


@pytest.mark.parametrize("rule,stage,allowed", OF_A_PROPOSAL)
def test_what_may_be_done_with_a_proposal(
    build: Builder, cast: Cast, rule: Rule, stage: Stage, allowed: set[str]
) -> None:
    club = cast.clubs[CONFIDENTIAL]
    asked_staff = build.staff()
    build.sponsorship(club, asked_staff, SponsorStanding.ASKED)
    people: dict[str, Person] = {who: cast[who] for who in OWN_SCHOOL}
    may = set()
    for who, person in {**people, "asked_staff": asked_staff}.items():
        with build.acting(person) as viewer:
            decision = rule(viewer, _proposal(club, stage))
        assert bool(decision) != bool(decision.reason)
        may |= {who} if decision else set()
    assert may == allowed


def test_an_appeal_is_possible_once(build: Builder, cast: Cast) -> None:
    proposal = _proposal(cast.clubs[OPEN], Stage.DECLINED)
    proposal.appealed = True
    with build.acting(cast.leader) as viewer:
        assert not deciding.may_appeal(viewer, proposal)


def test_sponsors_may_withdraw_what_they_proposed_for_a_running_club(
    build: Builder, cast: Cast
) -> None:
    with build.acting(cast.sponsor) as viewer:
        event = _proposal(cast.clubs[OPEN], Stage.WITH_SCHOOL, About.EVENT)
        assert deciding.may_withdraw(viewer, event)


@pytest.mark.parametrize("kind", list(ClubKind))
def test_peer_support_is_never_declined_for_its_subject(kind: ClubKind) -> None:
    reasons = deciding.reasons_to_decline(kind)
    owed = {Reason.NO_SPONSOR, Reason.DUPLICATE}
    assert owed.isdisjoint(reasons) == (kind in deciding.PEER_SUPPORT)
    assert set(Reason) - owed <= set(reasons)
    assert ClubKind.ALLIANCE in deciding.PEER_SUPPORT


# fmt: off
PROPOSING = [
    ("classmate", Audience.STUDENTS, True), ("classmate", Audience.CAREGIVERS, False),
    ("classmate", Audience.MIXED, True),    ("caregiver", Audience.STUDENTS, False),
    ("caregiver", Audience.CAREGIVERS, True), ("teacher", Audience.MIXED, True),
    ("teacher", Audience.STUDENTS, False),
]
# fmt: on


@pytest.mark.parametrize("who,audience,may", PROPOSING)
def test_who_may_propose_what(
    build: Builder, cast: Cast, who: str, audience: Audience, may: bool
) -> None:
    with build.acting(cast[who]) as viewer:
        assert bool(deciding.may_propose(viewer, audience)) is may


# fmt: off
STEPS: list[tuple[Step, bool, Step, bool, bool]] = [
    # from         no list  to             no list  at once
    (OPEN,         False,   PRIVATE,       False,   True),
    (PRIVATE,      False,   CONFIDENTIAL,  True,    True),
    (CONFIDENTIAL, False,   CONFIDENTIAL,  True,    True),
    (CONFIDENTIAL, True,    UNLISTED,      True,    True),
    (CONFIDENTIAL, True,    CONFIDENTIAL,  False,   False),
    (CONFIDENTIAL, True,    UNLISTED,      False,   False),
    (UNLISTED,     False,   CONFIDENTIAL,  True,    False),
    (PRIVATE,      False,   OPEN,          False,   False),
]
# fmt: on


@pytest.mark.parametrize("step,no_list,to,then,at_once", STEPS)
def test_only_tightening_happens_at_once(
    build: Builder,
    cast: Cast,
    step: Step,
    no_list: bool,
    to: Step,
    then: bool,
    at_once: bool,
) -> None:
    club = build.club(step, leader=cast.leader, no_list=no_list)
    with build.acting(cast.leader) as viewer:
        assert bool(running.may_tighten(viewer, club, to, no_list=then)) is at_once
    with build.acting(cast.member) as viewer:
        assert not running.may_tighten(viewer, club, to, no_list=then)


STATES: list[tuple[Callable[..., Decision], ClubState, str, bool]] = [
    (running.may_reopen, ClubState.PAUSED, "leader", True),
    (running.may_reopen, ClubState.PAUSED, "member", False),
    (running.may_reopen, ClubState.CLOSED, "leader", False),
    (running.may_run, ClubState.CLOSED, "leader", False),
    (running.may_plan_meetings, ClubState.PAUSED, "leader", False),
    (running.may_pause_or_close, ClubState.CLOSED, "leader", False),
    (deciding.may_revise, ClubState.PROPOSED, "leader", False),
]


@pytest.mark.parametrize("rule,state,who,may", STATES)
def test_what_a_clubs_state_allows(
    build: Builder,
    cast: Cast,
    rule: Callable[..., Decision],
    state: ClubState,
    who: str,
    may: bool,
) -> None:
    club = build.club(OPEN, leader=cast.leader, state=state)
    with build.acting(cast[who]) as viewer:
        assert bool(rule(viewer, club)) is may


def test_schools_are_run_by_their_admins(build: Builder, cast: Cast) -> None:
    def ask(who: str, rule: Callable[..., Decision], *rest: Any) -> bool:
        with build.acting(cast[who]) as viewer:
            return bool(rule(viewer, *rest))

    assert ask("admin", schooling.may_manage_school)
    assert not ask("teacher", schooling.may_manage_school)
    assert ask("admin", schooling.may_appoint, cast.teacher)
    assert not ask("teacher", schooling.may_appoint, cast.sponsor)
    assert not ask("admin", schooling.may_appoint, cast.admin)
    assert not ask("admin", schooling.may_appoint, cast.classmate)
    assert not ask("admin", schooling.may_oversee_schools)


def test_a_no_is_raised_with_its_reason() -> None:
    require(Decision(allowed=True))
    with pytest.raises(NotAllowed, match="because"):
        require(Decision(allowed=False, reason="because"))
