"""Which rooms can be had."""

from collections.abc import Collection, Sequence

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    Time,
    and_,
    column,
    exists,
    or_,
    select,
    true,
    values,
)

from clubs.booking.conditions import blocked_by, taken_by
from clubs.booking.rooms import RoomLine, in_order, room_lines
from clubs.booking.stretches import Stretch
from clubs.db import db, in_parts
from clubs.models.rooms import Booking, Room, RoomBlock, RoomKind


def free_rooms(
    school_id: str,
    stretches: Sequence[Stretch],
    *,
    club_id: str | None,
    like: RoomKind | None = None,
    besides: Collection[str] = (),
) -> list[RoomLine]:
    """Rooms a club can have on all the stretches, in one query.

    Bookings of the sittings in `besides` do not count: they are the club's own.
    """
    statement = room_lines(school_id).where(Room.in_use, _on(stretches))
    if like is not None:
        statement = statement.where(Room.kind == like)
    for some in in_parts(stretches):
        wanted = _wanted(some)
        statement = statement.where(~_booked(wanted, besides), ~_blocked(wanted, club_id))
    return in_order(db.session.execute(statement))


def _on(stretches: Sequence[Stretch]) -> ColumnElement[bool]:
    weekdays = sorted({one.on_date.weekday() for one in stretches})
    return and_(true(), *(Room.weekdays.contains(str(one)) for one in weekdays))


def _wanted(stretches: Sequence[Stretch]) -> CTE:
    rows = [(one.on_date, one.starts, one.ends) for one in stretches]
    return (
        values(column("on_date", Date), column("starts", Time), column("ends", Time))
        .data(rows)
        .cte()
    )


def _booked(wanted: CTE, besides: Collection[str]) -> ColumnElement[bool]:
    overlaps = taken_by(wanted)
    if besides:
        # A booking for an event has no sitting.
        others = Booking.sitting_id.is_(None), Booking.sitting_id.not_in(besides)
        overlaps = and_(overlaps, or_(*others))
    return exists(select(Booking.id).select_from(wanted).join(Booking, overlaps))


def _blocked(wanted: CTE, club_id: str | None) -> ColumnElement[bool]:
    touched = blocked_by(wanted, club_id)
    return exists(select(RoomBlock.id).select_from(wanted).join(RoomBlock, touched))
