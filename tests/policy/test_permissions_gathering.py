"""Who says that they come, takes on a job, is reminded: as tables, step by step."""

from datetime import time

import pytest

from clubs import clock
from clubs.models.clubs import Audience, ClubState, Step
from clubs.models.meetings import MeetingState
from clubs.policy.permissions import gathering
from tests.factories import ZONE, Builder
from tests.policy.cast import EVERYBODY, Cast
from tests.policy.test_permissions_more import Rule, who_may

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step
STUDENTS, CAREGIVERS, MIXED = Audience
RUN, INSIDE = {"leader", "sponsor"}, {"leader", "sponsor", "member"}
PUPILS = {"leader", "member", "asked", "classmate"}
EVERYONE = {who for who in EVERYBODY if not who.startswith("foreign")}
CLOSED = ClubState.CLOSED
# fmt: off
OF_A_MEETING = [
    # may they…                on          of a club for  who may
    (gathering.may_come,       OPEN,         STUDENTS,    PUPILS | {"sponsor"}),
    (gathering.may_come,       OPEN,         MIXED,       EVERYONE),
    (gathering.may_come,       OPEN,         CAREGIVERS,  INSIDE | {"caregiver"}),
    (gathering.may_come,       PRIVATE,      MIXED,       INSIDE),
    (gathering.may_come,       CONFIDENTIAL, MIXED,       INSIDE),
    (gathering.may_come,       UNLISTED,     MIXED,       INSIDE),
    (gathering.may_take_job,   OPEN,         MIXED,       {"leader", "member"}),
    (gathering.may_take_job,   UNLISTED,     STUDENTS,    {"leader", "member"}),
    (gathering.may_name_jobs,  OPEN,         MIXED,       RUN),
    (gathering.may_name_jobs,  UNLISTED,     STUDENTS,    RUN),
]
# fmt: on


@pytest.mark.parametrize("rule,step,audience,allowed", OF_A_MEETING)
def test_who_gathers(
    build: Builder,
    cast: Cast,
    rule: Rule,
    step: Step,
    audience: Audience,
    allowed: set[str],
) -> None:
    club = build.club(step, audience=audience, leader=cast.leader, sponsor=cast.sponsor)
    build.member(club, cast.member)
    build.member(club, cast.asked, standing="asked")
    tomorrow = clock.today(ZONE) + clock.days(1)
    ahead = build.meeting(club, tomorrow)
    assert who_may(build, cast, rule, club, ahead) == allowed
    over = build.meeting(club, clock.today(ZONE), starts=time(0, 0), ends=time(0, 1))
    for other in (over, build.meeting(club, tomorrow, state=MeetingState.CANCELLED)):
        assert who_may(build, cast, rule, club, other) == set()
    closed = build.club(step, state=CLOSED, leader=cast.leader, sponsor=cast.sponsor)
    assert who_may(build, cast, rule, closed, build.meeting(closed, tomorrow)) == set()


@pytest.mark.parametrize("no_list", [False, True])
def test_who_is_reminded(build: Builder, cast: Cast, *, no_list: bool) -> None:
    club = build.club(
        CONFIDENTIAL, leader=cast.leader, sponsor=cast.sponsor, no_list=no_list
    )
    build.member(club, cast.member)
    build.member(club, cast.asked, standing="asked")
    allowed = set() if no_list else {"leader", "member"}
    assert who_may(build, cast, gathering.may_be_reminded, club) == allowed


@pytest.mark.parametrize("step", list(Step))
def test_what_is_only_for_those_who_run_a_club(
    build: Builder, cast: Cast, step: Step
) -> None:
    club = cast.clubs[step]
    for who in EVERYONE:
        with build.acting(cast[who]) as viewer:
            assert gathering.may_see_how_many(viewer, club.id) is (who in RUN), who
            assert gathering.may_see_jobs(viewer, club) is (who in INSIDE), who
