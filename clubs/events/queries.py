"""What the pages of events show; a club is named only to whom may know of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from sqlalchemy import ColumnElement, and_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import (
    PUBLISHED,
    club_visible_to,
    event_visible_to,
    proposal_visible_to,
)
from clubs.web.month import Month, month_of


@dataclass(frozen=True)
class EventLine:
    """An event in the calendar; `club` is empty where the viewer may not know of it."""

    id: str
    title: str
    on_date: date
    starts: time
    ends: time
    place: str
    audience: EventAudience
    state: EventState
    club: str | None

    @property
    def cancelled(self) -> bool:
        return self.state is EventState.CANCELLED


def coming_up(viewer: Viewer) -> list[tuple[Month, list[EventLine]]]:
    """All published events from today on, by month."""
    lines = _lines(viewer, Event.on_date >= clock.today(viewer.zone))
    by_month = groupby(lines, lambda line: month_of(line.on_date))
    return [(month, list(found)) for month, found in by_month]


def in_month(viewer: Viewer, month: Month) -> list[EventLine]:
    return _lines(viewer, and_(Event.on_date >= month.first, Event.on_date < month.after))


def _lines(viewer: Viewer, when: ColumnElement[bool]) -> list[EventLine]:
    rows = db.session.execute(
        select(
            Event.id,
            Event.title,
            Event.on_date,
            Event.starts,
            Event.ends,
            Event.place,
            Event.audience,
            Event.state,
            Club.name,
        )
        # Not a join on the club alone: its name must not even be loaded for others.
        .outerjoin(Club, and_(Club.id == Event.club_id, club_visible_to(viewer)))
        .where(event_visible_to(viewer), Event.state.in_(PUBLISHED), when)
        .order_by(Event.on_date, Event.starts, Event.id)
    )
    return [EventLine(*row) for row in rows]


def open_proposal(viewer: Viewer, event: Event) -> Proposal | None:
    """The proposal an event waits with, for those who may see it."""
    return db.session.scalars(
        select(Proposal).where(
            Proposal.event_id == event.id,
            Proposal.stage.in_(OPEN_STAGES),
            proposal_visible_to(viewer),
        )
    ).first()


def days_with_events(lines: Sequence[EventLine]) -> dict[date, int]:
    """How many events there are on each day that has any."""
    return {
        day: len(list(found)) for day, found in groupby(lines, lambda line: line.on_date)
    }
