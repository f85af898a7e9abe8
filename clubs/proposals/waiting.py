"""The lists of proposals: what waits for whom, the late ones first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, and_, or_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club
from clubs.models.events import Event
from clubs.models.review import OPEN_STAGES, Proposal, Stage
from clubs.policy.permissions import deciding as may
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import proposal_visible_to
from clubs.review.words import asks_for

MOST_OPEN = 100
MOST_DECIDED = 30


@dataclass(frozen=True)
class Line:
    """One proposal in a list."""

    id: str
    title: str
    what: str
    stage: Stage
    since: date
    due: date
    days: int
    late: bool
    mine: bool


@dataclass(frozen=True)
class Asked:
    """A living club that asks somebody to be its sponsor."""

    club_id: str
    name: str


def open_ones(viewer: Viewer, after: tuple[date, str] | None = None) -> list[Line]:
    """Open proposals the viewer may see, the first due first, so late ones are on top."""
    wanted: ColumnElement[bool] = Proposal.stage.in_(OPEN_STAGES)
    if after is not None:
        on, key = after
        same = and_(Proposal.due_on == on, Proposal.id > key)
        wanted = and_(wanted, or_(Proposal.due_on > on, same))
    return _lines(viewer, wanted, Proposal.due_on, Proposal.id, most=MOST_OPEN)


def decided_ones(viewer: Viewer, before: tuple[date, str] | None = None) -> list[Line]:
    """Decided proposals, the last decided first."""
    wanted: ColumnElement[bool] = Proposal.stage.not_in(OPEN_STAGES)
    if before is not None:
        when, key = before
        same = and_(Proposal.waiting_since == when, Proposal.id < key)
        wanted = and_(wanted, or_(Proposal.waiting_since < when, same))
    order = (Proposal.waiting_since.desc(), Proposal.id.desc())
    return _lines(viewer, wanted, *order, most=MOST_DECIDED)


def asked_clubs(viewer: Viewer) -> list[Asked]:
    """Living clubs that ask the viewer to stand by them."""
    asked = viewer.ties.asked_to_sponsor
    if not asked:
        return []
    rows = db.session.execute(
        select(Club.id, Club.name)
        .where(Club.school_id == viewer.school_id, Club.id.in_(asked), Club.state.in_(LIVE))
        .order_by(Club.name, Club.id)
    )
    return [Asked(key, name) for key, name in rows]


def by_stage(lines: Sequence[Line]) -> list[tuple[Stage, list[Line]]]:
    order = list(OPEN_STAGES)
    ranked = sorted(lines, key=lambda one: order.index(one.stage))
    return [(stage, list(group)) for stage, group in groupby(ranked, lambda one: one.stage)]


def _lines(
    viewer: Viewer, wanted: ColumnElement[bool], *order: Any, most: int
) -> list[Line]:
    rows = db.session.execute(
        select(Proposal, Club.name, Event.title)
        .join(Club, Club.id == Proposal.club_id)
        .outerjoin(Event, Event.id == Proposal.event_id)
        .where(proposal_visible_to(viewer), wanted)
        .order_by(*order)
        .limit(most)
    )
    today = clock.today(viewer.zone)
    return [_line(viewer, one, club, event, today) for one, club, event in rows]


def _line(viewer: Viewer, one: Proposal, club: str, event: str | None, today: date) -> Line:
    return Line(
        id=one.id,
        title=event or club,
        what=asks_for(one.about, club),
        stage=one.stage,
        since=one.waiting_since,
        due=one.due_on,
        days=(today - one.waiting_since).days,
        late=one.open and one.due_on < today,
        mine=_waits_for(viewer, one),
    )


def _waits_for(viewer: Viewer, one: Proposal) -> bool:
    """Whether the next step is the viewer's."""
    finding = one.stage is Stage.NEEDS_SPONSOR and may.may_designate(viewer, one)
    answering = may.may_answer_changes(viewer, one)
    return bool(finding or answering or may.may_ask(viewer, one))
