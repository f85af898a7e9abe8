"""Giving a room and giving it back. The database decides who was first."""

from collections.abc import Collection

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from clubs.booking.free import not_allowed
from clubs.booking.stretches import NotAvailable, Stretch
from clubs.db import db, in_parts, locked, new_id
from clubs.models.rooms import Booking, BookingState, Room, RoomBlock

# The name of the constraint, and what SQLite's trigger says.
_TAKEN = "booked_once"


def book(
    room: Room,
    stretch: Stretch,
    *,
    club_id: str,
    sitting_id: str | None = None,
    event_id: str | None = None,
) -> BookingState:
    """Give the room to a sitting, instead of what it has, or to an event.

    Raises NotAvailable, and then nothing has changed: a sitting keeps what it has.
    """
    room = held(room)
    if not _may_be_had(room, stretch, club_id):
        raise NotAvailable([stretch.on_date])
    state = BookingState.WAITING if room.needs_yes else BookingState.GIVEN
    try:
        with db.session.begin_nested():
            _keep(room, stretch, state, sitting_id, event_id)
    except IntegrityError as clash:
        if _TAKEN not in str(clash.orig):
            raise
        raise NotAvailable([stretch.on_date]) from None
    return state


def held(room: Room) -> Room:
    """The same room, fresh and locked: whoever books and whoever blocks it queue here."""
    statement = locked(select(Room).where(Room.id == room.id))
    return db.session.scalars(statement.execution_options(populate_existing=True)).one()


def _may_be_had(room: Room, stretch: Stretch, club_id: str) -> bool:
    if not room.in_use or str(stretch.on_date.weekday()) not in room.weekdays:
        return False
    blocked = (
        select(RoomBlock.id)
        .where(
            RoomBlock.room_id == room.id,
            RoomBlock.first_on <= stretch.on_date,
            RoomBlock.last_on >= stretch.on_date,
            or_(RoomBlock.starts.is_(None), RoomBlock.starts < stretch.ends),
            or_(RoomBlock.ends.is_(None), RoomBlock.ends > stretch.starts),
            not_allowed(club_id),
        )
        .limit(1)
    )
    return db.session.scalar(blocked) is None


def _keep(
    room: Room,
    stretch: Stretch,
    state: BookingState,
    sitting_id: str | None,
    event_id: str | None,
) -> None:
    kept = {
        "room_id": room.id,
        "on_date": stretch.on_date,
        "starts": stretch.starts,
        "ends": stretch.ends,
        "state": state,
    }
    if sitting_id is not None:
        own = update(Booking).where(Booking.sitting_id == sitting_id).values(**kept)
        if db.session.execute(own.returning(Booking.id)).first() is not None:
            return
    whose = {"school_id": room.school_id, "sitting_id": sitting_id, "event_id": event_id}
    db.session.execute(insert(Booking).values(id=new_id(), **kept, **whose))


def release(sitting_ids: Collection[str]) -> None:
    """Give back what these sittings have."""
    for some in in_parts(sitting_ids):
        db.session.execute(delete(Booking).where(Booking.sitting_id.in_(some)))


def release_event(event_id: str) -> None:
    """Give back all rooms of an event."""
    db.session.execute(delete(Booking).where(Booking.event_id == event_id))
