"""Proposing events, changing them when asked to, coming along, cancelling them."""

from dataclasses import dataclass, fields
from datetime import date, time

from flask_babel import gettext as _
from sqlalchemy import select

from clubs import clock
from clubs.audit import AuditAct, record
from clubs.db import db
from clubs.directory.loading import held as held_club
from clubs.events import coming
from clubs.events.loading import held
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions import NotAllowed, require
from clubs.policy.permissions import events as may
from clubs.policy.permissions.deciding import may_answer_changes
from clubs.policy.permissions.running import may_run
from clubs.policy.viewer import Viewer
from clubs.review import deciding


@dataclass(frozen=True)
class EventPlan:
    """What is proposed. The names are those of the event's columns."""

    title: str
    what: str
    on_date: date
    starts: time
    ends: time
    place: str
    audience: EventAudience
    outsider: str
    outsider_approved: bool


def propose(actor: Viewer, club: Club, plan: EventPlan) -> Event:
    """An event and its proposal: with the sponsor first, unless the sponsor proposes it."""
    require(may_run(actor, held_club(club)))
    event = Event(
        school_id=club.school_id,
        club_id=club.id,
        state=EventState.PROPOSED,
        zone=actor.zone,
        **_columns(plan),
    )
    db.session.add(event)
    db.session.flush()
    proposal = Proposal(
        school_id=club.school_id,
        club_id=club.id,
        event_id=event.id,
        about=About.EVENT,
        stage=_first_stage(actor, club),
    )
    deciding.begin(actor, proposal)
    return event


def _first_stage(actor: Viewer, club: Club) -> Stage:
    """Straight to the school from a sponsor, and where there is no sponsor to ask."""
    asked = select(Sponsorship.id).where(
        Sponsorship.club_id == club.id, Sponsorship.standing == SponsorStanding.ACCEPTED
    )
    if club.id in actor.sponsors or db.session.scalar(asked.limit(1)) is None:
        return Stage.WITH_SCHOOL
    return Stage.WITH_SPONSOR


def change(actor: Viewer, event: Event, proposal: Proposal | None, plan: EventPlan) -> None:
    """While changes are asked for; the answer itself is given with the proposal."""
    if proposal is None:
        raise NotAllowed(_("Nothing was asked."))
    require(may_answer_changes(actor, deciding.held(proposal)))
    for name, value in _columns(plan).items():
        setattr(event, name, value)


def _columns(plan: EventPlan) -> dict[str, object]:
    return {one.name: getattr(plan, one.name) for one in fields(plan)}


def come(actor: Viewer, event: Event) -> None:
    require(may.may_come(actor, held(event)))
    coming.come(actor, event)


def stay_away(actor: Viewer, event: Event) -> None:
    """Always possible: nobody is held to it."""
    coming.stay_away(actor, event)


def cancel(actor: Viewer, event: Event, *, because: str) -> None:
    """It stays in the calendar, marked; who wanted to come can't be listed to be told."""
    require(may.may_cancel_event(actor, held(event)))
    event.state = EventState.CANCELLED
    event.cancelled_because = because
    event.changed_on = clock.today(event.zone)
    if event.club_id not in actor.runs:
        record(actor, AuditAct.EVENT_CANCELLED, f"event:{event.id}")
