"""Rooms: which are free, who has one when, what the school has taken back."""

from clubs.booking.answering import club_of, give, refuse
from clubs.booking.block_lines import BlockLine, blocks_of
from clubs.booking.blocks import block, block_or_none, end_block
from clubs.booking.free import free_rooms
from clubs.booking.giving_back import release, release_event
from clubs.booking.keeping import book, book_all
from clubs.booking.known import held
from clubs.booking.losing import Held, Lost, take_back
from clubs.booking.requests import RoomRequest, counted, requests_of, requests_waiting
from clubs.booking.rooms import RoomLine, room_or_none, rooms_of
from clubs.booking.stretches import NotAvailable, Span, Stretch, Wanted

__all__ = [
    "BlockLine",
    "Held",
    "Lost",
    "NotAvailable",
    "RoomLine",
    "RoomRequest",
    "Span",
    "Stretch",
    "Wanted",
    "block",
    "block_or_none",
    "blocks_of",
    "book",
    "book_all",
    "club_of",
    "counted",
    "end_block",
    "free_rooms",
    "give",
    "held",
    "refuse",
    "release",
    "release_event",
    "requests_of",
    "requests_waiting",
    "room_or_none",
    "rooms_of",
    "take_back",
]
