"""A proposal's history: who did what, when, with which reason and words."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from clubs import belonging, clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.people import Person
from clubs.models.review import Act, Proposal, Reason, Review
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Entry:
    """`who` is a member of staff's name, or empty for the proposer."""

    number: int
    who: str
    as_sponsor: bool
    act: Act
    reason: Reason | None
    on_date: date
    words: str


def add_entry(
    actor: Viewer,
    proposal: Proposal,
    act: Act,
    *,
    words: str = "",
    reason: Reason | None = None,
    by_handle: bool = False,
) -> None:
    """Write down one step. Staff who act as staff are named, a proposer never is."""
    nameless = by_handle or _proposes(actor, proposal, act)
    last = db.session.scalar(
        select(func.max(Review.number)).where(Review.proposal_id == proposal.id)
    )
    db.session.add(
        Review(
            school_id=proposal.school_id,
            proposal_id=proposal.id,
            number=(last or 0) + 1,
            staff_id=None if nameless else actor.person_id,
            as_sponsor=not nameless and _sponsors(actor, proposal),
            act=act,
            reason=reason,
            on_date=clock.today(actor.zone),
            words=words,
        )
    )
    db.session.flush()


# What only sponsors and the school do: they answer for it by name, even if they also lead.
_BY_STAFF = (
    Act.SPONSOR_ACCEPTED,
    Act.SPONSOR_DECLINED,
    Act.DESIGNATED,
    Act.ASKED,
    Act.ACCEPTED,
    Act.DECLINED,
)


def _proposes(actor: Viewer, proposal: Proposal, act: Act) -> bool:
    leads = proposal.club_id in actor.leads or not actor.staff
    return leads and act not in _BY_STAFF


def _sponsors(actor: Viewer, proposal: Proposal) -> bool:
    return proposal.club_id in actor.sponsors | actor.ties.asked_to_sponsor


def entries(proposal: Proposal) -> list[Entry]:
    """The whole history, oldest first. Whoever holds the proposal may read it."""
    rows = db.session.execute(
        select(Review, Person.given_name, Person.family_name)
        .outerjoin(Person, Person.id == Review.staff_id)
        .where(Review.proposal_id == proposal.id)
        .order_by(Review.number)
    )
    return [
        Entry(
            one.number,
            f"{given} {family}" if given else "",
            one.as_sponsor,
            one.act,
            one.reason,
            one.on_date,
            one.words,
        )
        for one, given, family in rows
    ]


def version(proposal: Proposal) -> int:
    """The number of the last step; what was only said does not make a page stale."""
    last = select(func.max(Review.number)).where(
        Review.proposal_id == proposal.id, Review.act != Act.SAID
    )
    return db.session.scalar(last) or 0


def proposer_handle(club: Club) -> str:
    """The handle reviewers know the proposer by; for open clubs, too, only a handle."""
    leaders = [one for one in belonging.in_club(club) if one.leads]
    return leaders[0].handle if leaders else ""
