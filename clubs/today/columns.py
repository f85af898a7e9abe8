"""The columns all parts of today's lines have in common; see `queries.Line`."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal

from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot


def sitting_of_meeting() -> ColumnElement[bool]:
    return and_(Sitting.meeting_id == Meeting.id, Sitting.held)


def meeting_columns(name: Any = Club.name) -> list[Any]:
    """A club and one sitting of its meetings, outer-joined to its slot."""
    club = (Club.id, name, Club.step, Club.loosen_on)
    # A meeting of which no sitting is held still has the times it was planned for.
    starts = func.coalesce(Sitting.starts, Meeting.starts).label("starts")
    ends = func.coalesce(Sitting.ends, Meeting.ends).label("ends")
    when = (Meeting.on_date, starts, ends, Meeting.place, Sitting.slot_id)
    cancelled = (Meeting.state == MeetingState.CANCELLED).label("cancelled")
    change = (cancelled, Meeting.changed_on, Meeting.change_words, Sitting.head_count)
    slot = (Sitting.id.label("sitting_id"), Slot.name.label("slot"), Slot.kind)
    more = (*slot, Meeting.adult_id, Meeting.by_calendar)
    return [*club, Meeting.id, literal("").label("title"), *when, *change, *more]
