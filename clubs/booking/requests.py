"""Bookings that wait for a yes, told so that no club is placed before a stranger."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    false,
    func,
    null,
    select,
    true,
)

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.events import Event
from clubs.models.meetings import Meeting, Sitting
from clubs.models.rooms import Booking, BookingState, Room
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_timed_for

Value = TypeVar("Value")


@dataclass(frozen=True)
class RoomRequest:
    """A room for a meeting, a series or an event. `club` is None for a stranger to it."""

    id: str
    room_id: str
    room: str
    club: str | None
    event_id: str | None
    days: list[date] = field(default_factory=list)
    times: list[tuple[time, time]] = field(default_factory=list)
    booking_ids: list[str] = field(default_factory=list)
    sitting_ids: list[str] = field(default_factory=list)


def requests_of(viewer: Viewer) -> list[RoomRequest]:
    """What waits for an admin's answer, soonest first, in one query."""
    what = func.coalesce(Meeting.series_id, Meeting.id, Booking.event_id)
    rows = db.session.execute(
        select(
            what,
            Booking.id,
            Booking.room_id,
            Room.name,
            case((club_timed_for(viewer), Club.name), else_=null()),
            Booking.event_id,
            Booking.on_date,
            Booking.starts,
            Booking.ends,
            Booking.sitting_id,
        )
        .join(Room, Room.id == Booking.room_id)
        .outerjoin(Sitting, Sitting.id == Booking.sitting_id)
        .outerjoin(Meeting, Meeting.id == Sitting.meeting_id)
        .outerjoin(Event, Event.id == Booking.event_id)
        .join(Club, Club.id == func.coalesce(Meeting.club_id, Event.club_id))
        .where(_waits_for(viewer))
        .order_by(Booking.on_date, Booking.starts, Booking.id)
    )
    found: dict[tuple[str, str], RoomRequest] = {}
    for whose, booking_id, room_id, *said, on, starts, ends, sitting_id in rows:
        first = RoomRequest(booking_id, room_id, *said)
        one = found.setdefault((room_id, whose), first)
        one.booking_ids.append(booking_id)
        _add(one.days, on)
        _add(one.times, (starts, ends))
        one.sitting_ids.extend([sitting_id] if sitting_id else [])
    return list(found.values())


def requests_waiting(viewer: Viewer) -> int:
    """How many bookings wait, for a link; days of one series count one by one."""
    return db.session.scalar(counted(viewer)) or 0


def counted(viewer: Viewer) -> Select[int]:
    """The same, to be asked together with something else."""
    return select(func.count()).select_from(Booking).where(_waits_for(viewer))


def _waits_for(viewer: Viewer) -> ColumnElement[bool]:
    return and_(
        Booking.school_id == viewer.school_id,
        Booking.state == BookingState.WAITING,
        Booking.on_date >= clock.today(viewer.zone),
        true() if viewer.admin else false(),
    )


def _add(values: list[Value], value: Value) -> None:
    if value not in values:
        values.append(value)
