"""Proposals that wait at a school, for its desk."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.events import Event
from clubs.models.review import OPEN_STAGES, Proposal, Stage
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import proposal_visible_to
from clubs.review.words import asks_for

_MOST = 20


@dataclass(frozen=True)
class WaitingProposal:
    id: str
    title: str
    what: str
    stage: Stage
    since: date
    due_on: date
    late: bool


def proposals_waiting(viewer: Viewer) -> list[WaitingProposal]:
    """Everything undecided at the school, late ones first, each with who has it."""
    today = clock.today(viewer.zone)
    rows = db.session.execute(
        select(Proposal, Club.name, Event.title)
        .join(Club, Club.id == Proposal.club_id)
        .outerjoin(Event, Event.id == Proposal.event_id)
        .where(proposal_visible_to(viewer), Proposal.stage.in_(OPEN_STAGES))
        .order_by(Proposal.due_on, Proposal.id)
        .limit(_MOST)
    )
    return [_waiting(one, club, event, today) for one, club, event in rows]


def _waiting(one: Proposal, club: str, event: str | None, today: date) -> WaitingProposal:
    return WaitingProposal(
        id=one.id,
        title=event or club,
        what=asks_for(one.about, club),
        stage=one.stage,
        since=one.waiting_since,
        due_on=one.due_on,
        late=one.due_on < today,
    )
