"""What waits at the school's desk. Nothing here changes when one person joins or leaves."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import and_, exists, func, or_, select

from clubs import clock
from clubs.audit import AuditAct
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import LIVE, Club, ClubState, Sponsorship, SponsorStanding, Step
from clubs.models.events import Event
from clubs.models.review import OPEN_STAGES, Proposal, Stage
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import (
    club_overseen_by,
    proposal_visible_to,
    record_visible_to,
)
from clubs.review.words import asks_for

MOST = 20


@dataclass(frozen=True)
class WaitingProposal:
    id: str
    title: str
    what: str
    stage: Stage
    since: date
    due_on: date
    late: bool


@dataclass(frozen=True)
class Worry:
    """A club that needs the school: what is missing there."""

    id: str
    name: str
    listed: bool
    no_sponsor: bool
    no_leader: bool
    review_on: date | None


@dataclass(frozen=True)
class Drafts:
    """The first drafts by name, and how many there are."""

    first: list[tuple[str, str]]
    count: int


def proposals_waiting(viewer: Viewer) -> list[WaitingProposal]:
    """Everything undecided at the school, late ones first, each with who has it."""
    today = clock.today(viewer.zone)
    rows = db.session.execute(
        select(Proposal, Club.name, Event.title)
        .join(Club, Club.id == Proposal.club_id)
        .outerjoin(Event, Event.id == Proposal.event_id)
        .where(proposal_visible_to(viewer), Proposal.stage.in_(OPEN_STAGES))
        .order_by(Proposal.due_on, Proposal.id)
        .limit(MOST)
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


def worries(viewer: Viewer) -> list[Worry]:
    """Living clubs without sponsor or leader, and pilots whose review day has come.

    That nobody leads is taken from a daily note, never from memberships (P6).
    """
    sponsored = exists().where(
        Sponsorship.club_id == Club.id,
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    due = and_(Club.state == ClubState.PILOT, Club.review_on <= clock.today(viewer.zone))
    rows = db.session.execute(
        select(Club.id, Club.name, Club.step, sponsored, Club.leaderless_since, due)
        .add_columns(Club.review_on)
        .where(
            club_overseen_by(viewer),
            Club.state.in_(LIVE),
            or_(~sponsored, Club.leaderless_since.is_not(None), due),
        )
        .order_by(func.lower(Club.name), Club.id)
        .limit(MOST * 5)
    )
    return [
        Worry(
            club_id,
            name,
            step is not Step.UNLISTED,
            no_sponsor=not has_sponsor,
            no_leader=leaderless is not None,
            review_on=review_on if is_due else None,
        )
        for club_id, name, step, has_sponsor, leaderless, is_due, review_on in rows
    ]


def drafts(viewer: Viewer) -> Drafts:
    """Clubs that were brought in and still need a sponsor and a privacy step."""
    rows = db.session.execute(
        select(Club.id, Club.name, func.count().over())
        .where(club_overseen_by(viewer), Club.state == ClubState.DRAFT)
        .order_by(func.lower(Club.name), Club.id)
        .limit(MOST)
    ).all()
    return Drafts([(row[0], row[1]) for row in rows], rows[0][2] if rows else 0)


def last_import(viewer: Viewer) -> datetime | None:
    """When people were brought in last."""
    return db.session.scalar(
        select(AuditEntry.at)
        .where(record_visible_to(viewer), AuditEntry.act == AuditAct.PEOPLE_IMPORTED.value)
        .order_by(AuditEntry.number.desc())
        .limit(1)
    )
