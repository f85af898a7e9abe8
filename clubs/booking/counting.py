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
    select,
    values,
)

from clubs.booking.conditions import blocked_by, taken_by
from clubs.booking.stretches import Stretch
from clubs.db import db
from clubs.models.rooms import Room


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
    to_be_had = and_(
        Room.school_id == school_id, Room.in_use, Room.weekdays.contains(wanted.c.weekday)
    )
    free = (
        select(wanted.c.number, Room.id, func.count().label("times"))
        .join(Room, to_be_had)
        .where(
            ~exists().where(taken_by(wanted)), ~exists().where(blocked_by(wanted, club_id))
        )
        .group_by(wanted.c.number, Room.id)
    )
    found = [0 for _one in several]
    for number, _room_id, times in db.session.execute(free):
        found[number] += times == len(several[number])
    return found
