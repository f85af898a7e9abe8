"""Taking a room back for a while. Whoever does it never learns whether anybody had it."""

from collections.abc import Collection

from clubs import booking
from clubs.audit import AuditAct, record
from clubs.booking import Span
from clubs.models.rooms import Room, RoomBlock
from clubs.policy.permissions import require
from clubs.policy.permissions.rooms import may_block_rooms
from clubs.policy.viewer import Viewer
from clubs.rooms.telling import tell_of_loss


def block(
    actor: Viewer, room: Room, span: Span, reason: str, stay: Collection[str]
) -> None:
    """Everybody may read the reason; who has to move is told at once."""
    require(may_block_rooms(actor))
    # The record holds the school, as whoever plans does, and only then the room is held.
    _record(actor, AuditAct.ROOM_BLOCKED, room, f"{room.name}: {_days(span)}")
    lost = booking.block(room, span, reason, stay=stay, zone=actor.zone)
    tell_of_loss(lost, reason)


def end_block(actor: Viewer, room: Room, ended: RoomBlock) -> None:
    require(may_block_rooms(actor))
    _record(actor, AuditAct.ROOM_FREED, room, room.name)
    booking.end_block(ended.id, actor.zone)


def _days(span: Span) -> str:
    if span.first_on == span.last_on:
        return span.first_on.isoformat()
    return f"{span.first_on.isoformat()} – {span.last_on.isoformat()}"


def _record(actor: Viewer, act: AuditAct, room: Room, words: str) -> None:
    record(actor, act, f"room:{room.id}", words)
