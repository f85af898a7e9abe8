"""Bringing one meeting in line with its day: school or none, and when its slots are."""

from clubs.models.meetings import MeetingState
from clubs.planning.reasons import why_not
from clubs.planning.sittings import Occurrence
from clubs.timetable import Timetable


def settle(one: Occurrence, timetable: Timetable, no_place: str = "") -> str:
    """Take times and state from the meeting's day; why it does not take place, or "".

    What somebody cancelled by hand stays cancelled, what the calendar did comes back.
    `no_place` says why its series has no place for it any more, if that is so.
    """
    _ring(one, timetable)
    reason = why_not(one, timetable) or no_place
    meeting = one.meeting
    if reason and one.planned:
        meeting.state, meeting.by_calendar = MeetingState.CANCELLED, True
    elif not reason and meeting.by_calendar:
        meeting.state, meeting.by_calendar = MeetingState.PLANNED, False
    one.span()
    return reason


def _ring(one: Occurrence, timetable: Timetable) -> None:
    """Each sitting by the bells of the day; where there is no school, as it was."""
    on = one.meeting.on_date
    if not timetable.day(on).open:
        return
    for sitting in one.sittings:
        if sitting.slot_id is None:
            continue
        slot = timetable.slot_on(sitting.slot_id, on)
        sitting.held = slot is not None
        if slot is not None:
            sitting.starts, sitting.ends = slot.starts, slot.ends
