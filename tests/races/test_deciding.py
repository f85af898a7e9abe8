"""Two decide, answer or propose at once: one of them does, the other is told so."""

from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import select

from clubs import clock
from clubs.audit import first_break
from clubs.config import Settings
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState, SponsorStanding, Step
from clubs.models.events import Event, EventState
from clubs.models.people import Person
from clubs.models.review import About, Act, Proposal, Review, Stage
from clubs.proposals.checklist import CHECKLIST
from tests.factories import ZONE, Builder
from tests.proposals.making import made, proposal_of
from tests.races.many import at_once
from tests.races.sending import Answers, post

ALL = list(CHECKLIST)
SAID: dict[str, dict[str, object]] = {
    "accept": {"checklist": ALL},
    "decline": {"reason": "no_space", "words": "All rooms are full."},
    "ask": {"words": "Which door?"},
    "sponsor-accept": {"words": "Gladly."},
    "sponsor-decline": {"words": "Not this time."},
    "withdraw": {},
}


def step(app: Flask, person_id: str, proposal_id: str, act: str, seen: str) -> Answers:
    fields = {**SAID[act], "seen": seen}
    return post(app, person_id, f"/p/{proposal_id}/{act}", fields)


def designate(app: Flask, person_id: str, proposal_id: str, chosen: str) -> Answers:
    return post(app, person_id, f"/p/{proposal_id}/designate", {"sponsor": chosen})


def answer(app: Flask, person_id: str, proposal_id: str, act: str, other: str) -> Answers:
    """A sponsor's yes beside the school's choice of somebody else."""
    if act == "designate":
        return designate(app, person_id, proposal_id, other)
    return step(app, person_id, proposal_id, act, "")


def revise(app: Flask, person_id: str, club_id: str, name: str) -> Answers:
    fields = {"name": name, "focus": "F", "purpose": "P", "first_meeting": "M"}
    return post(app, person_id, f"/c/{club_id}/revise", fields)


def call_off(app: Flask, person_id: str, event_id: str) -> Answers:
    return post(app, person_id, f"/e/{event_id}/cancel", {"because": "Snow."})


def stages(build: Builder) -> list[Stage]:
    with build.site():
        return list(db.session.scalars(select(Proposal.stage)))


def acts(build: Builder, proposal: Proposal) -> list[Act]:
    with build.site():
        told = select(Review.act).where(Review.proposal_id == proposal.id)
        return list(db.session.scalars(told.order_by(Review.number)))


def with_school(build: Builder, number: int) -> list[Proposal]:
    return [
        made(
            build,
            Stage.WITH_SCHOOL,
            leader=build.student(),
            sponsor=build.staff(),
            standing=SponsorStanding.ACCEPTED,
        )
        for _ in range(number)
    ]


@pytest.mark.parametrize("seen", ["", "0"], ids=["no page", "same page"])
def test_two_admins_decide_at_once(build: Builder, settings: Settings, seen: str) -> None:
    one, two = build.admin(), build.admin()
    proposals = with_school(build, 6)
    jobs = [
        (admin.id, proposal.id, act, seen)
        for proposal in proposals
        for admin, act in ((one, "accept"), (two, "decline"))
    ]
    answers = at_once(settings, step, jobs)
    late = 409 if seen else 403
    pairs = zip(answers[::2], answers[1::2], strict=True)
    for proposal, pair in zip(proposals, pairs, strict=True):
        accepted = pair == (303, late)
        assert accepted or pair == (late, 303), pair
        assert acts(build, proposal) == [Act.ACCEPTED if accepted else Act.DECLINED]
        with build.site():
            stage = db.session.get_one(Proposal, proposal.id).stage
            state = db.session.get_one(Club, proposal.club_id).state
        assert stage is (Stage.ACCEPTED if accepted else Stage.DECLINED)
        assert state is (ClubState.ACTIVE if accepted else ClubState.DECLINED)
    with build.site():
        assert len(db.session.scalars(select(AuditEntry.id)).all()) == len(proposals)
        assert first_break(build.school.id) is None


def test_the_proposer_withdraws_while_the_school_accepts(
    build: Builder, settings: Settings
) -> None:
    admin, leader = build.admin(), build.student()
    proposals = [made(build, Stage.WITH_SCHOOL, leader=leader) for _ in range(4)]
    jobs = [
        (person.id, proposal.id, act, "")
        for proposal in proposals
        for person, act in ((admin, "accept"), (leader, "withdraw"))
    ]
    answers = at_once(settings, step, jobs)
    assert Counter(answers) == {303: 4, 403: 4}
    for proposal in proposals:
        with build.site():
            state = db.session.get_one(Club, proposal.club_id).state
        ends = {Act.ACCEPTED: ClubState.ACTIVE, Act.WITHDRAWN: ClubState.WITHDRAWN}
        [act] = acts(build, proposal)
        assert state is ends[act]


def test_two_leaders_open_a_revision_at_once(build: Builder, settings: Settings) -> None:
    clubs, jobs = [], []
    for _ in range(4):
        club = build.club(Step.CONFIDENTIAL, sponsor=build.staff())
        clubs.append(club)
        for number in range(2):
            leader = build.student()
            build.member(club, leader, role="leader")
            jobs.append((leader.id, club.id, f"Name {number}"))
    answers = at_once(settings, revise, jobs)
    assert Counter(answers) == {303: 4, 409: 4}
    with build.site():
        found = db.session.scalars(select(Proposal.club_id)).all()
        entries = db.session.scalars(select(Review.act)).all()
    assert Counter(found) == {club.id: 1 for club in clubs}
    assert entries == [Act.PROPOSED] * 4
    assert stages(build) == [Stage.WITH_SPONSOR] * 4


def test_two_sponsors_answer_at_once(build: Builder, settings: Settings) -> None:
    one, two = build.staff(), build.staff()
    proposals = []
    for _ in range(4):
        club = build.club(Step.CONFIDENTIAL, leader=build.student(), sponsor=one)
        build.sponsorship(club, two)
        proposals.append(proposal_of(build, club, Stage.WITH_SPONSOR))
    jobs = [
        (person.id, proposal.id, act, "")
        for proposal in proposals
        for person, act in ((one, "sponsor-accept"), (two, "sponsor-decline"))
    ]
    answers = at_once(settings, step, jobs)
    assert Counter(answers) == {303: 4, 403: 4}
    for proposal in proposals:
        assert acts(build, proposal) in ([Act.SPONSOR_ACCEPTED], [Act.SPONSOR_DECLINED])
    assert set(stages(build)) <= {Stage.WITH_SCHOOL, Stage.DECLINED}


def test_a_sponsor_says_yes_while_the_school_asks_another(
    build: Builder, settings: Settings
) -> None:
    sponsor, other, admin = build.staff(), build.staff(), build.admin()
    proposals = [
        made(build, Stage.WITH_SPONSOR, leader=build.student(), sponsor=sponsor)
        for _ in range(4)
    ]
    jobs = [
        (person.id, proposal.id, act, other.id)
        for proposal in proposals
        for person, act in ((sponsor, "sponsor-accept"), (admin, "designate"))
    ]
    answers = at_once(settings, answer, jobs)
    assert Counter(answers)[303] == 4
    # Whoever was replaced knows nothing of it any more, or is told a moment later.
    assert set(answers[1::2]) <= {303, 403}
    assert set(answers[::2]) <= {303, 404, 409}
    for proposal in proposals:
        assert acts(build, proposal) in ([Act.SPONSOR_ACCEPTED], [Act.DESIGNATED])


def test_an_event_is_called_off_once(build: Builder, settings: Settings) -> None:
    one, two = build.staff(), build.staff()
    club = build.club(sponsor=one)
    build.sponsorship(club, two)
    event: Event = build.event(club)
    people: list[Person] = [one, two]
    answers = at_once(settings, call_off, [(person.id, event.id) for person in people])
    assert Counter(answers) == {303: 1, 403: 1}
    with build.site():
        assert db.session.get_one(Event, event.id).state is EventState.CANCELLED
        assert db.session.get_one(Event, event.id).changed_on == clock.today(ZONE)


def test_an_events_change_of_stage_leaves_one_answer(
    build: Builder, settings: Settings
) -> None:
    one, two, leader = build.admin(), build.admin(), build.student()
    proposal = made(build, Stage.WITH_SCHOOL, leader=leader, about=About.EVENT)
    jobs = [(one.id, proposal.id, "ask", ""), (two.id, proposal.id, "accept", "")]
    answers = at_once(settings, step, jobs)
    assert Counter(answers) == {303: 1, 403: 1}
    with build.site():
        state = db.session.get_one(Event, str(proposal.event_id)).state
    accepted = acts(build, proposal) == [Act.ACCEPTED]
    assert state is (EventState.APPROVED if accepted else EventState.PROPOSED)
