"""The rooms of a school."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Row, Select, select

from clubs.db import db, is_id
from clubs.models.rooms import Room, RoomKind

Columns = tuple[str, str, RoomKind, int | None, bool, bool, bool, bool, str, bool]
_NUMBER = re.compile(r"(\d+)")


@dataclass(frozen=True)
class RoomLine:
    """What a list says of a room. `weekdays` are digits; Monday is 0."""

    id: str
    name: str
    kind: RoomKind
    capacity: int | None
    step_free: bool
    quiet: bool
    near_exit: bool
    needs_yes: bool
    weekdays: str
    in_use: bool


def room_or_none(school_id: str, room_id: str | None) -> Room | None:
    """A room of this school, also one that is no longer in use."""
    if room_id is None or not is_id(room_id):
        return None
    return db.session.scalars(
        select(Room).where(Room.id == room_id, Room.school_id == school_id)
    ).first()


def rooms_of(school_id: str) -> list[RoomLine]:
    """All rooms of a school, also those no longer in use, as people would order them."""
    return in_order(db.session.execute(room_lines(school_id)))


def room_lines(school_id: str) -> Select[*Columns]:
    return select(
        Room.id,
        Room.name,
        Room.kind,
        Room.capacity,
        Room.step_free,
        Room.quiet,
        Room.near_exit,
        Room.needs_yes,
        Room.weekdays,
        Room.in_use,
    ).where(Room.school_id == school_id)


def in_order(rows: Iterable[Row[*Columns]]) -> list[RoomLine]:
    """Room 2 before room 12."""
    return sorted((RoomLine(*row) for row in rows), key=lambda one: _natural(one.name))


def _natural(name: str) -> list[tuple[int, str]]:
    parts = _NUMBER.split(name.casefold())
    return [(int(one), "") if one.isdecimal() else (-1, one) for one in parts]
