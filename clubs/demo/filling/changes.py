"""What happened to some of the next meetings: moved, cancelled, without adult or room."""

from clubs import clock
from clubs.demo.filling.days import next_school_day
from clubs.demo.filling.place import Place, Stood
from clubs.demo.filling.planned import Planned, span
from clubs.demo.filling.words import (
    BLOCKED_BECAUSE,
    CANCELLED,
    EXTRA,
    MOVED,
    MOVED_A_DAY,
    MOVED_TO,
)
from clubs.models.meetings import MeetingState
from clubs.models.rooms import RoomBlock

# Which coming meeting of which club: the other sponsor is planned in two places, nobody
# is there, the school took the room back.
_TWICE = ("conversation-table", 0, "other-sponsor")
_ALONE = ("rainbow-room", 1)
_ROOM_LOST = ("rainbow-room", 2)


def change(place: Place, stood: Stood, planned: Planned, number: int) -> None:
    """Let happen to the `number`th coming meeting of a club what is told of it."""
    if not place.first:
        return
    key = stood.written.key
    if number == 0:
        _change_next(place, key, planned)
    if (key, number) == _ALONE:
        planned.meeting.adult_id = None
    if (key, number) == _ROOM_LOST:
        _lose_room(place, planned)
    if (key, number) == _TWICE[:2]:
        planned.meeting.adult_id = place.people.personas[_TWICE[2]]


def extra_words(place: Place, stood: Stood) -> str | None:
    return EXTRA.get(stood.written.key) if place.first else None


def _change_next(place: Place, key: str, planned: Planned) -> None:
    meeting = planned.meeting
    words = (CANCELLED | MOVED | MOVED_A_DAY).get(key)
    if words is None:
        return
    if key in CANCELLED:
        meeting.state = MeetingState.CANCELLED
    elif key in MOVED_A_DAY:
        _move_a_day(place, planned)
    else:
        meeting.place = MOVED_TO[key]
    meeting.changed_on, meeting.change_words = place.today, words
    meeting.sequence = 1


def _move_a_day(place: Place, planned: Planned) -> None:
    meeting = planned.meeting
    meeting.on_date = next_school_day(place.timetable, meeting.on_date + clock.days(1))
    for sitting in planned.sittings:
        then = place.timetable.slot_on(sitting.slot_id or "", meeting.on_date)
        if then is not None:
            sitting.starts, sitting.ends = then.starts, then.ends
        sitting.held = then is not None
    span(planned)


def _lose_room(place: Place, planned: Planned) -> None:
    meeting = planned.meeting
    room = place.rooms[meeting.place]
    meeting.lost_room_id, meeting.place = room.id, "No room yet"
    meeting.changed_on = place.today
    meeting.change_words = f"The school needs {room.name}: {BLOCKED_BECAUSE}."
    meeting.sequence = 1
    planned.blocks.append(
        RoomBlock(
            school_id=room.school_id,
            room_id=room.id,
            first_on=meeting.on_date,
            last_on=meeting.on_date,
            reason=BLOCKED_BECAUSE,
        )
    )
