"""Loading is checking: the only ways to hold an event."""

from sqlalchemy import and_, select
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id, locked
from clubs.models.clubs import Club
from clubs.models.events import Event
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_visible_to, event_visible_to


def event_or_404(viewer: Viewer, event_id: str) -> Event:
    """The event, if the viewer may know of it; otherwise as if it had never been (P2)."""
    return event_and_organiser_or_404(viewer, event_id)[0]


def event_and_organiser_or_404(viewer: Viewer, event_id: str) -> tuple[Event, str | None]:
    """The event, and its club's name where the viewer may know of that club."""
    if not is_id(event_id):
        raise NotFound
    found = db.session.execute(
        select(Event, Club.name)
        .outerjoin(Club, and_(Club.id == Event.club_id, club_visible_to(viewer)))
        .where(Event.id == event_id, event_visible_to(viewer))
    ).first()
    if found is None:
        raise NotFound
    return found[0], found[1]


def held(event: Event) -> Event:
    """The same event, fresh and locked until the transaction ends."""
    statement = locked(select(Event).where(Event.id == event.id))
    return db.session.scalars(statement.execution_options(populate_existing=True)).one()
