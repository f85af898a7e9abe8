"""Many bookings at once, in few queries: for a series, or when the bells have changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import insert, select

from clubs.booking.blocks import Span
from clubs.booking.keeping import release
from clubs.booking.stretches import Stretch
from clubs.db import db, in_parts, locked, new_id
from clubs.models.rooms import Booking, BookingState, Room, RoomBlock, RoomBlockAllowed


@dataclass(frozen=True)
class Wanted:
    """A room for one sitting of a club's meeting."""

    room_id: str
    club_id: str
    sitting_id: str
    stretch: Stretch


@dataclass(frozen=True)
class _Rooms:
    """What is known of some rooms from a day on, and held."""

    by_id: dict[str, Room]
    taken: dict[tuple[str, date], list[Stretch]]
    blocks: dict[str, list[RoomBlock]]
    may_stay: set[tuple[str, str]]

    def available(self, one: Wanted) -> bool:
        room, on = self.by_id.get(one.room_id), one.stretch.on_date
        if room is None or not room.in_use or str(on.weekday()) not in room.weekdays:
            return False
        if any(self._blocks(block, one) for block in self.blocks[room.id]):
            return False
        return not any(_overlap(one.stretch, other) for other in self.taken[room.id, on])

    def _blocks(self, block: RoomBlock, one: Wanted) -> bool:
        span = Span(block.first_on, block.last_on, block.starts, block.ends)
        return span.touches(one.stretch) and (block.id, one.club_id) not in self.may_stay


def book_all(wanted: Collection[Wanted], *, keep_yes: bool = False) -> list[Wanted]:
    """Give each sitting its room instead of what it has; those that cannot have it, and
    now have none. With `keep_yes` a room the school said yes to needs no second yes.
    """
    if not wanted:
        return []
    states = _given_so_far(wanted) if keep_yes else {}
    release([one.sitting_id for one in wanted])
    rooms = _held(wanted)
    rows, refused = [], []
    for one in wanted:
        if not rooms.available(one):
            refused.append(one)
            continue
        rooms.taken[one.room_id, one.stretch.on_date].append(one.stretch)
        room = rooms.by_id[one.room_id]
        state = BookingState.WAITING if room.needs_yes else BookingState.GIVEN
        rows.append(_row(room, one, states.get((room.id, one.sitting_id), state)))
    if rows:
        db.session.execute(insert(Booking), rows)
    return refused


def _given_so_far(wanted: Iterable[Wanted]) -> dict[tuple[str, str], BookingState]:
    return {
        (row.room_id, row.sitting_id): row.state
        for some in in_parts(one.sitting_id for one in wanted)
        for row in db.session.execute(
            select(Booking.room_id, Booking.sitting_id, Booking.state).where(
                Booking.sitting_id.in_(some)
            )
        )
        if row.sitting_id
    }


def _held(wanted: Collection[Wanted]) -> _Rooms:
    """Whoever books and whoever blocks a room queue at its row, in the order of ids."""
    ids = {one.room_id for one in wanted}
    first = min(one.stretch.on_date for one in wanted)
    rooms = db.session.scalars(
        locked(select(Room).where(Room.id.in_(ids)).order_by(Room.id)).execution_options(
            populate_existing=True
        )
    )
    found = _Rooms(
        {one.id: one for one in rooms}, defaultdict(list), defaultdict(list), set()
    )
    booked = select(Booking.room_id, Booking.on_date, Booking.starts, Booking.ends).where(
        Booking.room_id.in_(ids), Booking.on_date >= first
    )
    for room_id, on, starts, ends in db.session.execute(booked):
        found.taken[room_id, on].append(Stretch(on, starts, ends))
    blocks = (
        select(RoomBlock, RoomBlockAllowed.club_id)
        .outerjoin(RoomBlockAllowed, RoomBlockAllowed.block_id == RoomBlock.id)
        .where(RoomBlock.room_id.in_(ids), RoomBlock.last_on >= first)
    )
    for block, club_id in db.session.execute(blocks):
        found.blocks[block.room_id].append(block)
        found.may_stay.add((block.id, club_id))
    return found


def _overlap(one: Stretch, other: Stretch) -> bool:
    return one.starts < other.ends and one.ends > other.starts


def _row(room: Room, one: Wanted, state: BookingState) -> dict[str, object]:
    return {
        "id": new_id(),
        "school_id": room.school_id,
        "room_id": room.id,
        "on_date": one.stretch.on_date,
        "starts": one.stretch.starts,
        "ends": one.stretch.ends,
        "state": state,
        "sitting_id": one.sitting_id,
    }
