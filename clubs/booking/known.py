"""What is known of rooms that are held: whoever books or blocks one queues at its row."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from clubs.booking.stretches import Span, Stretch, Wanted
from clubs.db import db, locked
from clubs.models.rooms import Booking, Room, RoomBlock, RoomBlockAllowed


def held(room: Room) -> Room:
    """The same room, fresh and held to the end."""
    statement = locked(select(Room).where(Room.id == room.id))
    return db.session.scalars(statement.execution_options(populate_existing=True)).one()


@dataclass(frozen=True)
class Rooms:
    """Some rooms, and who has them from a day on."""

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
        return not any(one.stretch.overlaps(other) for other in self.taken[room.id, on])

    def _blocks(self, block: RoomBlock, one: Wanted) -> bool:
        span = Span(block.first_on, block.last_on, block.starts, block.ends)
        return span.touches(one.stretch) and (block.id, one.club_id) not in self.may_stay


def hold_rooms(wanted: Collection[Wanted]) -> Rooms:
    """The rooms that are wanted, held in the order of their ids."""
    ids = {one.room_id for one in wanted}
    first = min(one.stretch.on_date for one in wanted)
    rooms = db.session.scalars(
        locked(select(Room).where(Room.id.in_(ids)).order_by(Room.id)).execution_options(
            populate_existing=True
        )
    )
    found = Rooms(
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
