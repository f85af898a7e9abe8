"""Proposals that wait for the viewer, and for admins clubs without a sponsor."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club, Sponsorship, SponsorStanding
from clubs.models.events import Event
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_overseen_by, proposal_visible_to
from clubs.today.desk_words import asked_of, said, title


@dataclass(frozen=True)
class Waits:
    """A proposal that waits, or a club without a sponsor if there is no proposal."""

    club_id: str
    club: str
    text: str
    proposal_id: str | None = None
    title: str = ""
    since: date | None = None
    late: bool = False


def on_desk(viewer: Viewer) -> Iterator[Waits]:
    """What waits for this viewer in particular, in one query."""
    today = clock.today(viewer.zone)
    for proposal, club_id, club, event, lonely in db.session.execute(_statement(viewer)):
        if lonely:
            yield Waits(club_id, club, _("It has no sponsor."))
        if proposal is not None and (text := asked_of(viewer, proposal, today)):
            yield Waits(
                club_id,
                club,
                said(proposal.about, club, text),
                proposal_id=proposal.id,
                title=title(proposal.about, club, event or ""),
                since=proposal.waiting_since,
                late=proposal.due_on < today,
            )


def _statement(viewer: Viewer) -> Select[Proposal | None, str, str, str | None, bool]:
    waits = and_(
        Proposal.club_id == Club.id,
        Proposal.stage.in_(OPEN_STAGES),
        proposal_visible_to(viewer),
    )
    lonely = _without_sponsor(viewer)
    return (
        select(Proposal, Club.id, Club.name, Event.title, lonely)
        .select_from(Club)
        .outerjoin(Proposal, waits)
        .outerjoin(Event, Event.id == Proposal.event_id)
        .where(Club.school_id == viewer.school_id, or_(Proposal.id.is_not(None), lonely))
    )


def _without_sponsor(viewer: Viewer) -> ColumnElement[bool]:
    if not viewer.admin:
        return false()
    stands = exists().where(
        Sponsorship.club_id == Club.id, Sponsorship.standing == SponsorStanding.ACCEPTED
    )
    return and_(club_overseen_by(viewer), Club.state.in_(LIVE), ~stands)
