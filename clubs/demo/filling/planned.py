"""One meeting of a demo club: its sittings by that day's bells, its adult, its room."""

from dataclasses import dataclass, field
from datetime import date

from clubs import clock
from clubs.demo.bells import AFTER, BEFORE
from clubs.demo.filling.place import Place, Stood
from clubs.demo.filling.taking import Stretch
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.rooms import Booking, BookingState, Room, RoomBlock

_PART_OF_DAY = {"before": BEFORE, "after": AFTER}
# Whose later bookings still wait for the school's yes, and from how many days ahead on.
_WAITS, _WAITS_FROM = {"page-turners", "families-evening"}, 21


@dataclass
class Planned:
    meeting: Meeting
    sittings: list[Sitting]
    bookings: list[Booking] = field(default_factory=list)
    blocks: list[RoomBlock] = field(default_factory=list)

    @property
    def held(self) -> list[Sitting]:
        return [one for one in self.sittings if one.held]

    @property
    def stretches(self) -> list[Stretch]:
        on = self.meeting.on_date
        return [(on, one.starts, one.ends) for one in self.held]


def slots_of(place: Place, stood: Stood) -> list[str]:
    """The slots a club meets in; none if it has a time of its own."""
    club = stood.written
    if club.starts is not None:
        return []
    names = club.waves or (_PART_OF_DAY[club.lunch],)
    return [place.slots[name] for name in names]


def plan_on(
    place: Place,
    stood: Stood,
    on: date,
    week: int,
    series_id: str | None,
    slots: list[str] | None = None,
) -> Planned | None:
    """The meeting of that day; None where no sitting could be held."""
    ideas = stood.written.agenda_ideas
    meeting = Meeting(
        school_id=place.school.id,
        club_id=stood.row.id,
        series_id=series_id,
        planned_for=on,
        on_date=on,
        zone=place.school.zone,
        place=stood.written.place,
        agenda=ideas[week % len(ideas)] if ideas else "",
        state=MeetingState.PLANNED,
        change_words="",
    )
    if slots is None:
        slots = slots_of(place, stood)
    planned = Planned(meeting, _sittings(place, stood, meeting, slots))
    return planned if span(planned) else None


def span(planned: Planned) -> bool:
    """Let the meeting last as long as the sittings that are held; False if none is."""
    if not planned.held:
        return False
    planned.meeting.starts = min(one.starts for one in planned.held)
    planned.meeting.ends = max(one.ends for one in planned.held)
    return True


def _sittings(
    place: Place, stood: Stood, meeting: Meeting, slots: list[str]
) -> list[Sitting]:
    club = stood.written
    if not slots and club.starts and club.ends:
        return [_sitting(meeting, starts=club.starts, ends=club.ends, held=True)]
    found = []
    for slot_id in slots:
        then = place.timetable.slot_on(slot_id, meeting.on_date)
        usual = then or place.timetable.bells.time_of(slot_id, None)
        if usual is not None:
            times = {"starts": usual.starts, "ends": usual.ends}
            held = then is not None
            found.append(_sitting(meeting, slot_id=slot_id, held=held, **times))
    return found


def _sitting(meeting: Meeting, **given: object) -> Sitting:
    return Sitting(school_id=meeting.school_id, meeting_id=meeting.id, **given)


def adult_for(place: Place, stood: Stood, planned: Planned) -> str | None:
    """The sponsor, or a colleague if they are somewhere else then."""
    if stood.sponsor_id is None:
        return None
    for person_id in (stood.sponsor_id, *place.people.staff):
        if place.taken.free(person_id, planned.stretches):
            place.taken.take(person_id, planned.stretches)
            return person_id
    return None


def book(place: Place, stood: Stood, planned: Planned) -> None:
    """Their own room, or another of its kind that is free; past ones need none."""
    meeting = planned.meeting
    if meeting.state is MeetingState.CANCELLED or meeting.lost_room_id:
        return
    own = place.rooms[meeting.place]
    alike = (one for one in place.rooms.values() if one.kind is own.kind)
    room = next((one for one in (own, *alike) if _can_be_had(place, one, planned)), None)
    if room is None:
        return
    place.taken.take(room.id, planned.stretches)
    meeting.room_id, meeting.place = room.id, room.name
    later = meeting.on_date > place.today + clock.days(_WAITS_FROM)
    waits = room.needs_yes and later and stood.written.key in _WAITS
    state = BookingState.WAITING if waits else BookingState.GIVEN
    planned.bookings = [_booking(room, planned, one, state) for one in planned.held]


def _can_be_had(place: Place, room: Room, planned: Planned) -> bool:
    weekday = str(planned.meeting.on_date.weekday())
    return weekday in room.weekdays and place.taken.free(room.id, planned.stretches)


def _booking(
    room: Room, planned: Planned, sitting: Sitting, state: BookingState
) -> Booking:
    return Booking(
        school_id=room.school_id,
        room_id=room.id,
        on_date=planned.meeting.on_date,
        starts=sitting.starts,
        ends=sitting.ends,
        state=state,
        sitting_id=sitting.id,
    )
