"""Propose a club: everything it needs, in one go."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import belonging, clock
from clubs.belonging import Belonging, Commitment, Role, Standing
from clubs.db import db
from clubs.models.clubs import (
    Audience,
    Club,
    ClubKind,
    ClubState,
    PartOfDay,
    RiskAnswer,
    RiskQuestion,
    Sponsorship,
    SponsorStanding,
    Step,
)
from clubs.models.review import About, Proposal, Stage, Wording
from clubs.policy.permissions import NotAllowed, require
from clubs.policy.permissions.deciding import may_propose
from clubs.policy.viewer import Viewer
from clubs.review import deciding


@dataclass(frozen=True)
class Texts:
    """What a club's page says."""

    name: str
    focus: str
    purpose: str
    first_meeting: str


@dataclass(frozen=True)
class NewClub:
    """All that is proposed."""

    kind: ClubKind
    audience: Audience
    texts: Texts
    part_of_day: PartOfDay
    weekday: int | None
    review_on: date | None
    capacity: int | None
    step: Step
    no_list: bool
    risk: dict[RiskQuestion, str]
    handle: str
    sponsor_id: str | None
    words: str


def sent_before(actor: Viewer, once: str) -> bool:
    """Whether these very answers were sent already, as with Back and Send again."""
    found = db.session.get(Proposal, once)
    return found is not None and found.school_id == actor.school_id


def propose(actor: Viewer, wanted: NewClub, once: str) -> Proposal:
    """A proposed club with its leader, and a proposal that waits for the sponsor."""
    require(may_propose(actor, wanted.audience))
    club = _club(actor, wanted)
    db.session.add(club)
    db.session.flush()
    _answer_risks(club, wanted.risk)
    _lead(actor, club, wanted.handle)
    if wanted.sponsor_id == actor.person_id:
        raise NotAllowed(_("Somebody else has to sponsor what you propose."))
    ask(club, wanted.sponsor_id)
    stage = Stage.WITH_SPONSOR if wanted.sponsor_id else Stage.NEEDS_SPONSOR
    proposal = Proposal(
        id=once, school_id=club.school_id, club_id=club.id, about=About.CLUB, stage=stage
    )
    deciding.begin(actor, proposal, words=wanted.words, by_handle=True)
    word(proposal, wanted.texts)
    return proposal


def word(proposal: Proposal, texts: Texts) -> None:
    """Keep what the page would say beside what it says."""
    db.session.add(
        Wording(proposal_id=proposal.id, school_id=proposal.school_id, **vars(texts))
    )
    db.session.flush()


def ask(club: Club, person_id: str | None) -> None:
    """Ask a member of staff to sponsor a club that is not decided yet."""
    if person_id is None:
        return
    db.session.add(
        Sponsorship(
            school_id=club.school_id,
            club_id=club.id,
            person_id=deciding.staff_member(club.school_id, person_id),
            standing=SponsorStanding.ASKED,
        )
    )
    db.session.flush()


def _club(actor: Viewer, wanted: NewClub) -> Club:
    return Club(
        school_id=actor.school_id,
        state=ClubState.PROPOSED,
        kind=wanted.kind,
        audience=wanted.audience,
        step=wanted.step,
        no_list=wanted.no_list,
        weekday=wanted.weekday,
        part_of_day=wanted.part_of_day,
        capacity=wanted.capacity,
        review_on=wanted.review_on,
        school_year=clock.school_year(clock.today(actor.zone)),
        **vars(wanted.texts),
    )


def _answer_risks(club: Club, risk: dict[RiskQuestion, str]) -> None:
    db.session.add_all(
        RiskAnswer(club_id=club.id, question=one, school_id=club.school_id, answer=answer)
        for one, answer in risk.items()
    )


def _lead(actor: Viewer, club: Club, handle: str) -> None:
    belonging.begin(
        club,
        actor.person_id,
        Belonging(
            club_id=club.id,
            standing=Standing.MEMBER,
            role=Role.LEADER,
            commitment=Commitment.REGULAR,
            handle=handle,
        ),
    )
