"""Who is coming: a token each, so that it can be counted and nobody can be listed."""

from sqlalchemy import delete, func, select

from clubs.db import db, forget_bytes, insert_once
from clubs.models.events import Coming, Event
from clubs.policy.viewer import Viewer
from clubs.seal import seal

FEWEST_COUNTED = 10


def _token(viewer: Viewer, event: Event) -> bytes:
    return seal().token("coming", event.id, viewer.person_id)


def comes(viewer: Viewer, event: Event) -> bool:
    """Whether the viewer said so. Nobody can ask this about anybody else."""
    found = select(Coming.token).where(Coming.token == _token(viewer, event))
    return db.session.scalar(found) is not None


def come(viewer: Viewer, event: Event) -> None:
    """Once, however often it is said."""
    insert_once(
        Coming,
        token=_token(viewer, event),
        school_id=event.school_id,
        event_id=event.id,
    )


def stay_away(viewer: Viewer, event: Event) -> None:
    """Leaves nothing behind, whether they had said so or not."""
    forget_bytes()
    db.session.execute(delete(Coming).where(Coming.token == _token(viewer, event)))


def how_many(event: Event) -> int | None:
    """How many are coming, or None for fewer than ten (P5)."""
    count = db.session.scalar(select(func.count()).where(Coming.event_id == event.id)) or 0
    return count if count >= FEWEST_COUNTED else None
