"""What is lost when the school takes a room back: only what has not begun yet."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from clubs import clock
from clubs.booking.giving_back import give_up
from clubs.booking.stretches import Stretch
from clubs.db import db
from clubs.models.events import Event
from clubs.models.meetings import Meeting, Sitting
from clubs.models.rooms import Booking, Room


@dataclass(frozen=True)
class Held:
    """One coming booking of a room, for a sitting or an event of a club."""

    id: str
    club_id: str
    sitting_id: str | None
    event_id: str | None
    stretch: Stretch


@dataclass(frozen=True)
class Lost:
    """Whoever has to be told. Never for the eyes of the person who took the room."""

    sitting_ids: list[str]
    events: dict[str, list[date]]


def take_back(room: Room, zone: str, which: Callable[[Held], bool]) -> Lost:
    """End the coming bookings of a room that are meant; the room has to be held."""
    lost = [one for one in _coming(room, zone) if which(one)]
    give_up(one.id for one in lost)
    events: dict[str, list[date]] = {}
    for one in lost:
        if one.event_id is not None:
            events.setdefault(one.event_id, []).append(one.stretch.on_date)
    return Lost([one.sitting_id for one in lost if one.sitting_id], events)


def _coming(room: Room, zone: str) -> list[Held]:
    rows = db.session.execute(
        select(
            Booking.id,
            func.coalesce(Meeting.club_id, Event.club_id),
            Booking.sitting_id,
            Booking.event_id,
            Booking.on_date,
            Booking.starts,
            Booking.ends,
        )
        .outerjoin(Sitting, Sitting.id == Booking.sitting_id)
        .outerjoin(Meeting, Meeting.id == Sitting.meeting_id)
        .outerjoin(Event, Event.id == Booking.event_id)
        .where(Booking.room_id == room.id, Booking.on_date >= clock.today(zone))
        .order_by(Booking.on_date, Booking.starts)
    )
    held = (Held(*row[:4], Stretch(*row[4:])) for row in rows)
    return [one for one in held if not _begun(one.stretch, zone)]


def _begun(stretch: Stretch, zone: str) -> bool:
    return clock.moment(stretch.on_date, stretch.starts, zone) <= clock.now()
