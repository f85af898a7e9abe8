"""When a room cannot be had, as SQL: `wanted` has a date and from when to when."""

from sqlalchemy import CTE, ColumnElement, and_, exists, or_

from clubs.models.rooms import Booking, Room, RoomBlock, RoomBlockAllowed


def taken_by(wanted: CTE) -> ColumnElement[bool]:
    """Bookings of the room that overlap; one may begin when another ends."""
    return and_(
        Booking.room_id == Room.id,
        Booking.on_date == wanted.c.on_date,
        Booking.starts < wanted.c.ends,
        Booking.ends > wanted.c.starts,
    )


def blocked_by(wanted: CTE, club_id: str | None) -> ColumnElement[bool]:
    """Blocks of the room that touch it, unless this club may stay."""
    hours = and_(RoomBlock.starts < wanted.c.ends, RoomBlock.ends > wanted.c.starts)
    may_stay = exists().where(
        RoomBlockAllowed.block_id == RoomBlock.id, RoomBlockAllowed.club_id == club_id
    )
    return and_(
        RoomBlock.room_id == Room.id,
        RoomBlock.first_on <= wanted.c.on_date,
        RoomBlock.last_on >= wanted.c.on_date,
        or_(RoomBlock.starts.is_(None), hours),
        ~may_stay,
    )
