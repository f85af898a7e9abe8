"""The review machinery itself: clocks, who is next, what it refuses, what it tells."""

from datetime import date, timedelta

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock, notices
from clubs.db import db
from clubs.models.clubs import Club, ClubKind, ClubState, Sponsorship, SponsorStanding, Step
from clubs.models.events import Event, EventState
from clubs.models.notices import Mail
from clubs.models.people import Person, School
from clubs.models.review import About, Act, Proposal, Reason, Review, Stage
from clubs.policy.permissions import NotAllowed, TooLate
from clubs.review import deciding, history
from tests.factories import ZONE, Builder
from tests.proposals.making import made, proposal_of

ACCEPTED, ASKED = SponsorStanding.ACCEPTED, SponsorStanding.ASKED


def now(proposal: Proposal) -> Proposal:
    return db.session.get_one(Proposal, proposal.id)


def told(build: Builder, person: Person) -> int:
    with build.acting(person) as viewer:
        return len(notices.told(viewer))


def mails(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(select(Mail.id)).all())


@pytest.mark.parametrize("days", [1, 7, 30])
def test_every_stage_has_the_schools_own_number_of_days(build: Builder, days: int) -> None:
    school = build.school.id
    with build.site():
        db.session.get_one(School, school).decision_days = days
    sponsor = build.staff()
    one = made(build, Stage.WITH_SPONSOR, leader=build.student(), sponsor=sponsor)
    today = clock.today(ZONE)
    with time_machine.travel(clock.now() + timedelta(days=3)):
        with build.acting(sponsor) as viewer:
            deciding.sponsor_accepts(viewer, now(one), "")
        with build.site():
            assert now(one).waiting_since == today + clock.days(3)
            assert now(one).due_on == today + clock.days(3 + days)


def test_a_second_revision_of_a_club_is_too_late(build: Builder) -> None:
    leader = build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader)
    proposal_of(build, club, Stage.WITH_SCHOOL)
    another = Proposal(
        school_id=club.school_id,
        club_id=club.id,
        about=About.CHANGE,
        stage=Stage.WITH_SCHOOL,
    )
    with build.acting(leader) as viewer, pytest.raises(TooLate, match="already waiting"):
        deciding.begin(viewer, another)
    with build.site():
        assert len(db.session.scalars(select(Proposal.id)).all()) == 1


def test_an_appeal_waits_until_no_newer_proposal_does(build: Builder) -> None:
    leader = build.student()
    declined = made(build, Stage.DECLINED, leader=leader, about=About.CHANGE)
    with build.site():
        club = db.session.get_one(Club, declined.club_id)
    proposal_of(build, club, Stage.WITH_SCHOOL)
    with build.acting(leader) as viewer, pytest.raises(TooLate, match="already waiting"):
        deciding.appeal(viewer, now(declined), "Please.")


def test_an_appealed_event_is_proposed_again(build: Builder) -> None:
    leader, admin = build.student(), build.admin()
    one = made(build, Stage.WITH_SCHOOL, leader=leader, about=About.EVENT)
    with build.acting(admin) as viewer:
        deciding.decline(viewer, now(one), Reason.LATE, "Too soon.")
    with build.acting(leader) as viewer:
        assert db.session.get_one(Event, one.event_id).state is EventState.DECLINED
        deciding.appeal(viewer, now(one), "There is time.")
    with build.acting(admin) as viewer:
        assert db.session.get_one(Event, one.event_id).state is EventState.PROPOSED
        deciding.accept(viewer, now(one), "")
    with build.site():
        assert db.session.get_one(Event, one.event_id).state is EventState.APPROVED
        assert [entry.act for entry in history.entries(now(one))] == [
            Act.DECLINED,
            Act.APPEALED,
            Act.ACCEPTED,
        ]


@pytest.mark.parametrize("kind", [ClubKind.ALLIANCE, ClubKind.INTEREST], ids=str)
def test_a_peer_support_club_is_never_declined_as_one_too_many(
    build: Builder, kind: ClubKind
) -> None:
    admin = build.admin()
    one = made(build, Stage.WITH_SCHOOL, leader=build.student(), kind=kind)
    with build.acting(admin) as viewer:
        if kind is ClubKind.ALLIANCE:
            with pytest.raises(NotAllowed, match="ground"):
                deciding.decline(viewer, now(one), Reason.DUPLICATE, "One is enough.")
        else:
            deciding.decline(viewer, now(one), Reason.DUPLICATE, "One is enough.")
    with build.site():
        stays = Stage.WITH_SCHOOL if kind is ClubKind.ALLIANCE else Stage.DECLINED
        assert now(one).stage is stays


@pytest.mark.parametrize("whom", ["student", "gone", "of another school", "nobody"])
def test_only_staff_who_work_here_are_designated(build: Builder, whom: str) -> None:
    chosen = {
        "student": build.student().id,
        "gone": build.staff(active=False).id,
        "of another school": build.staff(school_id=build.another_school().id).id,
        "nobody": "x" * 22,
    }[whom]
    admin, first = build.admin(), build.staff()
    one = made(build, Stage.WITH_SPONSOR, leader=build.student(), sponsor=first)
    with build.acting(admin) as viewer, pytest.raises(NotAllowed, match="staff"):
        deciding.designate(viewer, now(one), chosen)
    with build.site():
        assert db.session.scalars(select(Sponsorship.person_id)).all() == [first.id]


def test_a_sponsor_replaced_a_moment_ago_cannot_answer(build: Builder) -> None:
    sponsor, other, admin = build.staff(), build.staff(), build.admin()
    one = made(build, Stage.WITH_SPONSOR, leader=build.student(), sponsor=sponsor)
    with build.acting(sponsor) as answering:
        pass
    with build.acting(admin) as viewer:
        deciding.designate(viewer, now(one), other.id)
    with build.site(), pytest.raises(TooLate, match="Somebody else"):
        deciding.sponsor_accepts(answering, now(one), "")
    with build.site(), pytest.raises(TooLate, match="Somebody else"):
        deciding.sponsor_declines(answering, now(one), "", None)
    with build.site():
        assert db.session.scalars(select(Review.act)).all() == [Act.DESIGNATED]


def test_an_answer_to_nobody_in_particular_goes_to_the_sponsor(build: Builder) -> None:
    leader = build.student()
    one = made(build, Stage.CHANGES_ASKED, leader=leader, sponsor=build.staff())
    with build.acting(leader) as viewer:
        now(one).returns_to = None
        deciding.answer(viewer, now(one), "Here.")
    with build.site():
        assert now(one).stage is Stage.WITH_SPONSOR


@pytest.mark.parametrize(
    "step,no_list,notice,mailed",
    [
        (Step.OPEN, False, 1, 1),
        (Step.PRIVATE, False, 1, 0),
        (Step.CONFIDENTIAL, False, 1, 0),
        (Step.UNLISTED, False, 1, 0),
        (Step.UNLISTED, True, 0, 0),
    ],
)
def test_the_proposer_hears_as_their_step_allows(
    build: Builder, step: Step, no_list: bool, notice: int, mailed: int
) -> None:
    leader, admin = build.student(), build.admin()
    one = made(build, Stage.WITH_SCHOOL, leader=leader, step=step, no_list=no_list)
    with build.acting(admin) as viewer:
        deciding.accept(viewer, now(one), "")
    assert told(build, leader) == notice
    assert mails(build) == mailed


def test_the_proposers_words_reach_whoever_is_next(build: Builder) -> None:
    leader, sponsor, admin = build.student(), build.staff(), build.admin()
    one = made(build, Stage.WITH_SPONSOR, leader=leader, sponsor=sponsor)
    with build.acting(leader) as viewer:
        deciding.say(viewer, now(one), "Hello.")
    assert [told(build, each) for each in (sponsor, admin, leader)] == [1, 0, 0]
    with build.acting(sponsor) as viewer:
        deciding.say(viewer, now(one), "Hello back.")
    assert [told(build, each) for each in (sponsor, admin, leader)] == [1, 0, 1]


def test_a_pilot_begins_as_one(build: Builder) -> None:
    admin = build.admin()
    one = made(build, Stage.WITH_SCHOOL, leader=build.student(), review_on=date(2027, 2, 1))
    with build.acting(admin) as viewer:
        deciding.accept(viewer, now(one), "")
    with build.site():
        assert db.session.get_one(Club, one.club_id).state is ClubState.PILOT


def test_a_proposal_nobody_leads_has_no_handle(build: Builder) -> None:
    club = build.club(Step.CONFIDENTIAL, state=ClubState.PROPOSED)
    one = proposal_of(build, club, Stage.NEEDS_SPONSOR, About.CLUB)
    with build.site():
        assert history.proposer_handle(club) == ""
        assert history.version(one) == 0
