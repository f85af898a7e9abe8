"""Rooms: which are free, who has one when, what the school has taken back."""

from clubs.booking.free import free_rooms
from clubs.booking.keeping import book, release, release_event
from clubs.booking.rooms import RoomLine, room_or_none, rooms_of
from clubs.booking.stretches import NotAvailable, Stretch

__all__ = [
    "NotAvailable",
    "RoomLine",
    "Stretch",
    "book",
    "free_rooms",
    "release",
    "release_event",
    "room_or_none",
    "rooms_of",
]
