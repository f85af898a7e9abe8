"""Loading is checking: a room, a block or a request of one's own school, or 404."""

from werkzeug.exceptions import NotFound

from clubs import booking
from clubs.booking import RoomRequest
from clubs.db import db
from clubs.models.rooms import Room, RoomBlock
from clubs.policy.viewer import Viewer


def room_or_404(viewer: Viewer, room_id: str) -> Room:
    room = booking.room_or_none(viewer.school_id, room_id)
    if room is None:
        raise NotFound
    return room


def block_or_404(viewer: Viewer, block_id: str) -> tuple[Room, RoomBlock]:
    block = booking.block_or_none(viewer.school_id, block_id)
    if block is None:
        raise NotFound
    return db.session.get_one(Room, block.room_id), block


def request_or_404(viewer: Viewer, booking_id: str) -> RoomRequest:
    """What waits for an answer; any of its bookings leads to it."""
    for one in booking.requests_of(viewer):
        if booking_id in one.booking_ids:
            return one
    raise NotFound
