"""What a change of a room brings with it: its name elsewhere, and who has to move."""

from sqlalchemy import and_, select, update
from sqlalchemy.exc import IntegrityError

from clubs import booking, clock
from clubs.booking import Held
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.rooms import Room
from clubs.rooms.facts import RoomFacts, values
from clubs.rooms.telling import tell_of_loss
from clubs.rooms.words import not_that_day, out_of_use


class NameTaken(Exception):
    """Another room has this name already."""


def change(room: Room, facts: RoomFacts, zone: str) -> None:
    """A room that is held takes on these facts. Raises NameTaken."""
    before = room.name
    for name, to in values(facts).items():
        setattr(room, name, to)
    keep(room)
    if room.name != before:
        _rename(room, before, zone)
    _take_back(room, zone)


def keep(room: Room) -> None:
    """The database knows whether a name is taken, however many try at once."""
    try:
        with db.session.begin_nested():
            db.session.add(room)
            db.session.flush()
    except IntegrityError as error:
        raise NameTaken from error


def _rename(room: Room, before: str, zone: str) -> None:
    """What is to come is where it was, under the room's new name."""
    coming = and_(
        Meeting.room_id == room.id,
        Meeting.place == before,
        Meeting.on_date >= clock.today(zone),
    )
    clubs = select(Meeting.club_id).where(coming)
    newer = update(Club).where(Club.id.in_(clubs))
    db.session.execute(newer.values(calendar_version=Club.calendar_version + 1))
    told = {"place": room.name, "sequence": Meeting.sequence + 1}
    db.session.execute(update(Meeting).where(coming).values(**told))
    same = (MeetingSeries.room_id == room.id, MeetingSeries.place == before)
    db.session.execute(update(MeetingSeries).where(*same).values(place=room.name))


def _take_back(room: Room, zone: str) -> None:
    def on_other_days(one: Held) -> bool:
        return str(one.stretch.on_date.weekday()) not in room.weekdays

    if not room.in_use:
        tell_of_loss(booking.take_back(room, zone, lambda _one: True), out_of_use())
    else:
        tell_of_loss(booking.take_back(room, zone, on_other_days), not_that_day())
