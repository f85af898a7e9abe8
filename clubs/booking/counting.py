"""In how many rooms one could meet; how many, never which or who else."""

from collections.abc import Sequence

from sqlalchemy import (
    Date,
    Integer,
    String,
    Time,
    and_,
    column,
    exists,
    func,
    or_,
    select,
    values,
)

from clubs.booking.free import not_allowed
from clubs.booking.stretches import Stretch
from clubs.db import db
from clubs.models.rooms import Booking, Room, RoomBlock


def how_many_free(
    school_id: str, several: Sequence[Sequence[Stretch]], *, club_id: str
) -> list[int]:
    """For each list of stretches how many rooms are free on all of them; in one query."""
    rows = [
        (number, one.on_date, one.starts, one.ends, str(one.on_date.weekday()))
        for number, stretches in enumerate(several)
        for one in stretches
    ]
    if not rows:
        return [0 for _one in several]
    wanted = (
        values(
            column("number", Integer),
            column("on_date", Date),
            column("starts", Time),
            column("ends", Time),
            column("weekday", String),
        )
        .data(rows)
        .cte()
    )
    booked = exists().where(
        Booking.room_id == Room.id,
        Booking.on_date == wanted.c.on_date,
        Booking.starts < wanted.c.ends,
        Booking.ends > wanted.c.starts,
    )
    blocked = exists().where(
        RoomBlock.room_id == Room.id,
        RoomBlock.first_on <= wanted.c.on_date,
        RoomBlock.last_on >= wanted.c.on_date,
        or_(
            RoomBlock.starts.is_(None),
            and_(RoomBlock.starts < wanted.c.ends, RoomBlock.ends > wanted.c.starts),
        ),
        not_allowed(club_id),
    )
    to_be_had = and_(
        Room.school_id == school_id, Room.in_use, Room.weekdays.contains(wanted.c.weekday)
    )
    free = (
        select(wanted.c.number, Room.id, func.count().label("times"))
        .join(Room, to_be_had)
        .where(~booked, ~blocked)
        .group_by(wanted.c.number, Room.id)
    )
    found = [0 for _one in several]
    for number, _room_id, times in db.session.execute(free):
        found[number] += times == len(several[number])
    return found
