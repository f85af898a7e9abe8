"""The answer to bookings that wait for a yes, and whom to tell of it."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update

from clubs.booking.requests import RoomRequest
from clubs.db import db, in_parts
from clubs.models.clubs import Club
from clubs.models.events import Event
from clubs.models.meetings import Meeting, Sitting
from clubs.models.rooms import Booking, BookingState


def club_of(request: RoomRequest) -> Club:
    """Whom to tell of an answer; never for the page of the person who gives it."""
    if request.event_id is not None:
        whose = select(Event.club_id).where(Event.id == request.event_id)
    else:
        whose = (
            select(Meeting.club_id)
            .join(Sitting, Sitting.meeting_id == Meeting.id)
            .where(Sitting.id == request.sitting_ids[0])
        )
    return db.session.scalars(select(Club).where(Club.id == whose.scalar_subquery())).one()


def give(booking_ids: Iterable[str]) -> int:
    """The yes. How many of them were still waiting."""
    waiting = (
        update(Booking)
        .where(Booking.state == BookingState.WAITING)
        .values(state=BookingState.GIVEN)
        .returning(Booking.id)
    )
    return sum(
        len(db.session.execute(waiting.where(Booking.id.in_(some))).all())
        for some in in_parts(booking_ids)
    )


def refuse(booking_ids: Iterable[str]) -> int:
    """The no: the room is free again. How many of them were still waiting."""
    waiting = (
        delete(Booking).where(Booking.state == BookingState.WAITING).returning(Booking.id)
    )
    return sum(
        len(db.session.execute(waiting.where(Booking.id.in_(some))).all())
        for some in in_parts(booking_ids)
    )
