"""The list of rooms: adding one, changing one, bringing in many."""

from dataclasses import replace

from flask_babel import gettext as _
from sqlalchemy import func, select

from clubs import booking
from clubs.audit import AuditAct, record
from clubs.db import db
from clubs.models.rooms import Room
from clubs.policy.permissions import require
from clubs.policy.permissions.rooms import may_manage_rooms
from clubs.policy.viewer import Viewer
from clubs.rooms.changing import NameTaken, change, keep
from clubs.rooms.facts import RoomFacts, values


def add_room(actor: Viewer, facts: RoomFacts) -> Room:
    """Raises NameTaken."""
    require(may_manage_rooms(actor))
    _refuse_name(actor, facts.name)
    room = Room(school_id=actor.school_id, **values(facts))
    keep(room)
    _record(actor, room, "new")
    return room


def change_room(actor: Viewer, room: Room, facts: RoomFacts) -> None:
    """Clubs lose what they can no longer have, and are told. Raises NameTaken."""
    require(may_manage_rooms(actor))
    changed = [name for name, to in values(facts).items() if getattr(room, name) != to]
    if not changed:
        return
    _refuse_name(actor, facts.name, room)
    # The record's lock comes before the room's, here as everywhere: else two could wait
    # for each other for ever.
    _record(actor, room, ", ".join(changed))
    change(booking.held(room), facts, actor.zone)


def bring_rooms(actor: Viewer, rooms: list[RoomFacts]) -> None:
    """Add these rooms; one that is there already takes on what its line says."""
    require(may_manage_rooms(actor))
    said = f"{_('a list of rooms')}: {len(rooms)}"
    record(actor, AuditAct.ROOMS_CHANGED, f"school:{actor.school_id}", said)
    wanted = {facts.name.casefold(): facts for facts in rooms}
    # In one order for everybody, so that two never wait for each other.
    there = select(Room).where(Room.school_id == actor.school_id).order_by(Room.id)
    for room in db.session.scalars(there).all():
        if facts := wanted.pop(room.name.casefold(), None):
            _change_from_list(booking.held(room), facts, actor.zone)
    for facts in wanted.values():
        keep(Room(school_id=actor.school_id, **values(facts)))


def _change_from_list(room: Room, facts: RoomFacts, zone: str) -> None:
    """What no list says stays: how the name is written, the days, whether it is in use."""
    as_before = replace(facts, name=room.name, weekdays=room.weekdays, in_use=room.in_use)
    change(room, as_before, zone)


def _refuse_name(actor: Viewer, name: str, but: Room | None = None) -> None:
    """Nobody can tell “Room 12” from “room 12”."""
    same = select(Room.id).where(
        Room.school_id == actor.school_id, func.lower(Room.name) == name.lower()
    )
    if but is not None:
        same = same.where(Room.id != but.id)
    if db.session.scalar(same.limit(1)) is not None:
        raise NameTaken


def _record(actor: Viewer, room: Room, words: str) -> None:
    said = f"{room.name}: {words}"
    record(actor, AuditAct.ROOMS_CHANGED, f"room:{room.id}", said)
