"""The school takes a room back for a while, for a reason everybody may read."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, delete, select, update

from clubs import clock
from clubs.booking.known import held
from clubs.booking.losing import Held, Lost, take_back
from clubs.booking.stretches import Span
from clubs.db import ID_LENGTH, db, in_parts
from clubs.models.clubs import Club
from clubs.models.rooms import Room, RoomBlock, RoomBlockAllowed
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_timed_for, club_visible_to


@dataclass(frozen=True)
class BlockLine:
    """A block as its room's page shows it; `stay` are clubs the reader may place there."""

    id: str
    room_id: str
    span: Span
    reason: str
    stay: list[str]


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
    if len(block_id) != ID_LENGTH:
        return None
    return db.session.scalars(
        select(RoomBlock).where(RoomBlock.id == block_id, RoomBlock.school_id == school_id)
    ).first()


def blocks_of(viewer: Viewer, room_ids: Collection[str]) -> list[BlockLine]:
    """Blocks of these rooms that are not over, in two queries."""
    lines = [
        BlockLine(row[0], row[1], Span(*row[2:6]), row[6], [])
        for some in in_parts(room_ids)
        for row in db.session.execute(
            select(
                RoomBlock.id,
                RoomBlock.room_id,
                RoomBlock.first_on,
                RoomBlock.last_on,
                RoomBlock.starts,
                RoomBlock.ends,
                RoomBlock.reason,
            )
            .where(
                RoomBlock.school_id == viewer.school_id,
                RoomBlock.room_id.in_(some),
                RoomBlock.last_on >= clock.today(viewer.zone),
            )
            .order_by(RoomBlock.first_on, RoomBlock.starts, RoomBlock.id)
        )
    ]
    by_id = {one.id: one for one in lines}
    for block_id, name in _staying(viewer, list(by_id)):
        by_id[block_id].stay.append(name)
    return lines


def _staying(viewer: Viewer, block_ids: list[str]) -> list[tuple[str, str]]:
    """Who may stay says where a club meets: only to whom the ladder says that."""
    known: ColumnElement[bool] = club_visible_to(viewer) & club_timed_for(viewer)
    return [
        (block_id, name)
        for some in in_parts(block_ids)
        for block_id, name in db.session.execute(
            select(RoomBlockAllowed.block_id, Club.name)
            .join(Club, Club.id == RoomBlockAllowed.club_id)
            .where(RoomBlockAllowed.block_id.in_(some), known)
            .order_by(Club.name, Club.id)
        )
    ]
