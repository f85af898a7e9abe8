"""Where: a room of the list, or any other place in words."""

from clubs.booking import NotAvailable, room_or_none
from clubs.meetings.services.holding import Held
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.rooms import Room
from clubs.planning.making import Template
from clubs.planning.occasion import Occasion


def room_of(held: Held, occasion: Occasion) -> Room | None:
    """The room that is wanted, if one is; raises NotAvailable if there is no such room."""
    if occasion.room_id is None:
        return None
    room = room_or_none(held.school.id, occasion.room_id)
    if room is None:
        raise NotAvailable([])
    return room


def template_for(
    held: Held,
    occasion: Occasion,
    adult_id: str | None,
    agenda: str,
    series: MeetingSeries | None,
) -> Template:
    room = room_of(held, occasion)
    return Template(
        school_id=held.school.id,
        club_id=held.club.id,
        zone=held.school.zone,
        place=room.name if room else occasion.place,
        room_id=room.id if room else None,
        adult_id=adult_id,
        agenda=agenda,
        series_id=series.id if series else None,
    )


def put(meeting: Meeting, room: Room | None, place: str) -> None:
    """A meeting that has a place again has not lost one."""
    meeting.room_id = room.id if room else None
    meeting.place = room.name if room else place
    meeting.lost_room_id = None
