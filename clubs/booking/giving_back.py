"""Giving rooms back."""

from collections.abc import Iterable

from sqlalchemy import delete

from clubs.db import db, in_parts
from clubs.models.rooms import Booking


def release(sitting_ids: Iterable[str]) -> None:
    """Give back what these sittings have."""
    for some in in_parts(sitting_ids):
        db.session.execute(delete(Booking).where(Booking.sitting_id.in_(some)))


def release_event(event_id: str) -> None:
    """Give back all rooms of an event."""
    db.session.execute(delete(Booking).where(Booking.event_id == event_id))


def give_up(booking_ids: Iterable[str]) -> None:
    """Give back what these bookings keep, whosever they are."""
    for some in in_parts(booking_ids):
        db.session.execute(delete(Booking).where(Booking.id.in_(some)))
