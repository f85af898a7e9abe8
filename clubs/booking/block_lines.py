"""The blocks of rooms as people read them."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select

from clubs import clock
from clubs.booking.stretches import Span
from clubs.db import db, in_parts
from clubs.models.clubs import Club
from clubs.models.rooms import RoomBlock, RoomBlockAllowed
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
