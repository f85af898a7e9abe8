"""Whoever leaves, or is let go, leaves no coming and no job behind (P9)."""

from datetime import timedelta

import pytest

from clubs import belonging, clock
from clubs.db import db
from clubs.membership.services import answering, steps
from clubs.membership.services.steps import Rung
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.roster.leaving import end_accounts
from tests.factories import ZONE, Builder
from tests.factories_gathering import job, says_so
from tests.gathering.reading import WEDNESDAY, Visit, comings, jobs


def busy(
    build: Builder, club: Club, person: Person, handle: str = "Calm Wren"
) -> list[Meeting]:
    """Two meetings they come to, with a job at each; somebody else has others there."""
    build.member(club, person, handle=handle)
    other, both = build.student(), []
    build.member(club, other, handle="Bold Lark")
    for _number in range(2):
        meeting = build.meeting(club, WEDNESDAY)
        for one in (person, other):
            says_so(build, meeting, one)
        job(build, meeting, "Greeter", by=person, handle=handle)
        job(build, meeting, "Snacks", by=other, handle="Bold Lark")
        both.append(meeting)
    return both


THEIRS_ARE_FREE = {"Greeter": "", "Snacks": "Bold Lark"}


@pytest.mark.parametrize("step", list(Step))
def test_leaving_a_club_ends_both(
    build: Builder, visitor: Visit, member: Person, step: Step
) -> None:
    meetings = busy(build, build.club(step), member)
    elsewhere = build.meeting(build.club(), WEDNESDAY)
    says_so(build, elsewhere, member)
    visitor(member).post(f"/c/{meetings[0].club_id}/leave")
    assert len(comings(build)) == 2 + 1
    for meeting in meetings:
        assert jobs(build, meeting) == THEIRS_ARE_FREE


@pytest.mark.parametrize("no_list", [False, True])
def test_being_removed_ends_both_as_far_as_the_site_knows_who_it_was(
    build: Builder, sponsor: Person, member: Person, *, no_list: bool
) -> None:
    club = build.club(Step.CONFIDENTIAL, sponsor=sponsor, no_list=no_list)
    [first, _second] = busy(build, club, member)
    with build.acting(sponsor) as actor:
        people = belonging.in_club(club)
        ref = next(one.ref for one in people if one.handle == "Calm Wren")
        answering.remove(actor, db.session.get_one(Club, club.id), ref, "Sorry.")
    assert jobs(build, first) == THEIRS_ARE_FREE
    # Without a list nobody can tell whose coming it was: it ends with the meeting.
    assert len(comings(build)) == (4 if no_list else 2)


def test_leaving_the_school_ends_both_everywhere(
    build: Builder, leader: Person, member: Person
) -> None:
    meetings = busy(build, build.club(Step.CONFIDENTIAL), member)
    more = busy(build, build.club(Step.OPEN), leader)
    with build.site():
        end_accounts(build.school.id, [])
        end_accounts(build.school.id, [member.id, leader.id])
    for meeting in (*meetings, *more):
        assert jobs(build, meeting) == THEIRS_ARE_FREE
    assert len(comings(build)) == 4


def test_names_beside_jobs_do_not_outlive_an_open_club(
    build: Builder, sponsor: Person, member: Person
) -> None:
    club = build.club(Step.OPEN, sponsor=sponsor)
    [first, _second] = busy(build, club, member, handle="Given Family")
    with build.acting(sponsor) as actor:
        steps.bring_to(
            actor,
            db.session.get_one(Club, club.id),
            Rung(Step.CONFIDENTIAL),
            timedelta(days=14),
            clock.today(ZONE),
        )
    assert jobs(build, first) == {"Greeter": "", "Snacks": ""}


def test_going_higher_keeps_handles_and_jobs(
    build: Builder, sponsor: Person, member: Person
) -> None:
    club = build.club(Step.PRIVATE, sponsor=sponsor)
    [first, _second] = busy(build, club, member)
    with build.acting(sponsor) as actor:
        rung, days = Rung(Step.CONFIDENTIAL, no_list=True), timedelta(days=14)
        fresh = db.session.get_one(Club, club.id)
        steps.bring_to(actor, fresh, rung, days, clock.today(ZONE))
    assert jobs(build, first) == {"Greeter": "Calm Wren", "Snacks": "Bold Lark"}


def test_who_is_not_carried_over_keeps_no_job(
    build: Builder, sponsor: Person, member: Person
) -> None:
    today = clock.today(ZONE)
    club = build.club(
        Step.CONFIDENTIAL, sponsor=sponsor, loosen_to=Step.PRIVATE, loosen_on=today
    )
    meeting = build.meeting(club, WEDNESDAY)
    stays, goes = build.student(), build.student()
    build.member(club, stays, handle="Calm Wren", stays=True)
    build.member(club, goes, handle="Bold Lark")
    job(build, meeting, "Greeter", by=stays, handle="Calm Wren")
    job(build, meeting, "Snacks", by=goes, handle="Bold Lark")
    says_so(build, meeting, goes)
    with build.acting(sponsor) as actor:
        steps.complete_loosening(actor, db.session.get_one(Club, club.id), today)
    assert jobs(build, meeting) == {"Greeter": "Calm Wren", "Snacks": ""}
    assert comings(build) == []
