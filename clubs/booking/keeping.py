"""Giving rooms, one or many at once: a series, or all when the bells have changed."""

from collections.abc import Collection, Iterable

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from clubs.booking.giving_back import release
from clubs.booking.known import hold_rooms
from clubs.booking.stretches import NotAvailable, Stretch, Wanted
from clubs.db import db, in_parts, new_id
from clubs.models.rooms import Booking, BookingState, Room

# The name of the constraint, and what SQLite's trigger says.
_TAKEN = "booked_once"


def book(
    room: Room,
    stretch: Stretch,
    *,
    club_id: str,
    sitting_id: str | None = None,
    event_id: str | None = None,
) -> BookingState:
    """Give the room to a sitting, instead of what it has, or to an event.

    Raises NotAvailable, and then nothing has changed: a sitting keeps what it has.
    """
    wanted = Wanted(room.id, club_id, sitting_id, stretch, event_id)
    with db.session.begin_nested():
        if book_all([wanted]):
            raise NotAvailable([stretch.on_date])
    return _state_in(db.session.get_one(Room, room.id))


def book_all(wanted: Collection[Wanted], *, keep_yes: bool = False) -> list[Wanted]:
    """Give each sitting its room instead of what it has; those that cannot have it, and
    now have none. With `keep_yes` a room the school said yes to needs no second yes.

    Whoever is first holds the room; should that ever fail, the database still refuses.
    """
    if not wanted:
        return []
    states = _given_so_far(wanted) if keep_yes else {}
    release(_sittings(wanted))
    rooms = hold_rooms(wanted)
    rows, refused = [], []
    for one in wanted:
        if not rooms.available(one):
            refused.append(one)
            continue
        rooms.taken[one.room_id, one.stretch.on_date].append(one.stretch)
        room = rooms.by_id[one.room_id]
        state = states.get((room.id, str(one.sitting_id)), _state_in(room))
        rows.append(_row(room, one, state))
    return refused if _kept(rows) else list(wanted)


def _state_in(room: Room) -> BookingState:
    return BookingState.WAITING if room.needs_yes else BookingState.GIVEN


def _kept(rows: list[dict[str, object]]) -> bool:
    try:
        with db.session.begin_nested():
            for some in in_parts(rows):
                db.session.execute(insert(Booking), some)
    except IntegrityError as clash:
        if _TAKEN not in str(clash.orig):
            raise
        return False
    return True


def _sittings(wanted: Iterable[Wanted]) -> list[str]:
    return [one.sitting_id for one in wanted if one.sitting_id is not None]


def _given_so_far(wanted: Iterable[Wanted]) -> dict[tuple[str, str], BookingState]:
    return {
        (row.room_id, row.sitting_id): row.state
        for some in in_parts(_sittings(wanted))
        for row in db.session.execute(
            select(Booking.room_id, Booking.sitting_id, Booking.state).where(
                Booking.sitting_id.in_(some)
            )
        )
        if row.sitting_id is not None
    }


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
        "event_id": one.event_id,
    }
