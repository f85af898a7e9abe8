"""The school takes a room back for a while, for a reason everybody may read."""

from collections.abc import Collection

from sqlalchemy import delete, select, update

from clubs import clock
from clubs.booking.known import held
from clubs.booking.losing import Held, Lost, take_back
from clubs.booking.stretches import Span
from clubs.db import db, is_id
from clubs.models.rooms import Room, RoomBlock, RoomBlockAllowed


def block(room: Room, span: Span, reason: str, *, stay: Collection[str], zone: str) -> Lost:
    """Keep the room for the school. Clubs in `stay` may go on using it and book it."""
    room = held(room)
    made = RoomBlock(
        school_id=room.school_id,
        room_id=room.id,
        first_on=span.first_on,
        last_on=span.last_on,
        starts=span.starts,
        ends=span.ends,
        reason=reason,
    )
    db.session.add(made)
    db.session.flush()
    db.session.add_all(
        RoomBlockAllowed(block_id=made.id, club_id=club_id, school_id=room.school_id)
        for club_id in sorted(stay)
    )
    db.session.flush()

    def touched(one: Held) -> bool:
        return span.touches(one.stretch) and one.club_id not in stay

    return take_back(room, zone, touched)


def end_block(block_id: str, zone: str) -> None:
    """From today on the room can be had again; days that are over stay as they were."""
    today = clock.today(zone)
    meant = RoomBlock.id == block_id
    begun = update(RoomBlock).where(meant, RoomBlock.first_on < today)
    db.session.execute(delete(RoomBlock).where(meant, RoomBlock.first_on >= today))
    db.session.execute(
        begun.where(RoomBlock.last_on >= today).values(last_on=today - clock.days(1))
    )


def block_or_none(school_id: str, block_id: str) -> RoomBlock | None:
    if not is_id(block_id):
        return None
    return db.session.scalars(
        select(RoomBlock).where(RoomBlock.id == block_id, RoomBlock.school_id == school_id)
    ).first()
