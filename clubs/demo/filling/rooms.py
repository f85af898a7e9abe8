"""The rooms of a demo school, and what it has taken back."""

from collections.abc import Iterator

from clubs import clock
from clubs.demo.filling.place import Place
from clubs.demo.filling.words import GYM_BLOCKED_BECAUSE
from clubs.demo.rooms import ROOMS
from clubs.models.rooms import Room, RoomBlock, RoomKind

_CLASSROOM_PLACES = (24, 28, 30, 32)
_GYM = "Main gym"


def rooms_of(place: Place) -> Iterator[Room]:
    """The written rooms in the first school, and those where outlines meet."""
    for written in ROOMS if place.first else ():
        place.rooms[written.name] = Room(
            school_id=place.school.id,
            name=written.name,
            kind=RoomKind(written.kind),
            capacity=written.capacity,
            step_free=written.step_free,
            quiet=written.quiet,
            near_exit=written.near_exit,
            weekdays=written.weekdays,
            needs_yes=written.needs_yes,
        )
    for stood in place.clubs.values():
        name = stood.written.place
        if name not in place.rooms:
            place.rooms[name] = _classroom(place, name)
    yield from place.rooms.values()


def _classroom(place: Place, name: str) -> Room:
    return Room(
        school_id=place.school.id,
        name=name,
        capacity=place.rng.choice(_CLASSROOM_PLACES),
        step_free=place.rng.random() < 0.7,
    )


def gym_block(place: Place) -> Iterator[RoomBlock]:
    """A room nobody can have for two weeks."""
    if _GYM in place.rooms:
        yield RoomBlock(
            school_id=place.school.id,
            room_id=place.rooms[_GYM].id,
            first_on=place.today,
            last_on=place.today + clock.days(13),
            reason=GYM_BLOCKED_BECAUSE,
        )
