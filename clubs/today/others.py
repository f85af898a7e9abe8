"""Today's meetings of clubs the viewer is not part of, as lines of today."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select, true

from clubs.models.clubs import Audience, Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import PersonKind
from clubs.models.timetable import Slot
from clubs.policy.permissions.joining import MEANT_FOR
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to

_MOST = 12


def others_today(viewer: Viewer, today: date) -> Select[*tuple[Any, ...]]:
    """Today's meetings of other clubs, as far as they are meant for them and in reach."""
    found = (
        select(*meeting_columns())
        .select_from(Club)
        .join(Meeting, meeting_visible_to(viewer))
        .join(Sitting, sitting_of_meeting())
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            Club.id.not_in(viewer.inside),
            Meeting.on_date == today,
            Meeting.state == MeetingState.PLANNED,
            _meant_for(viewer),
            _in_reach(viewer),
        )
        .order_by(Meeting.starts, Club.name, Meeting.id)
        .limit(_MOST)
    )
    return select(found.subquery())


def _meant_for(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.kind is PersonKind.STAFF:
        return true()  # anything may be on in the house of those who work in it
    return Club.audience.in_([one for one in Audience if viewer.kind in MEANT_FOR[one]])


def _in_reach(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.wave_id is None:
        return true()
    return or_(Sitting.slot_id.is_(None), Sitting.slot_id == viewer.wave_id)


def sitting_of_meeting() -> ColumnElement[bool]:
    return and_(Sitting.meeting_id == Meeting.id, Sitting.held)


def meeting_columns() -> list[Any]:
    """A club and one sitting of its meetings, in the columns of `queries.Line`."""
    club = (Club.id, Club.name, Club.step, Club.loosen_on)
    # A meeting of which no sitting is held still has the times it was planned for.
    starts = func.coalesce(Sitting.starts, Meeting.starts).label("starts")
    ends = func.coalesce(Sitting.ends, Meeting.ends).label("ends")
    when = (Meeting.on_date, starts, ends, Meeting.place, Sitting.slot_id)
    cancelled = (Meeting.state == MeetingState.CANCELLED).label("cancelled")
    change = (cancelled, Meeting.changed_on, Meeting.change_words, Sitting.head_count)
    slot = (Sitting.id.label("sitting_id"), Slot.name.label("slot"), Slot.kind)
    more = (*slot, Meeting.adult_id, Meeting.by_calendar)
    return [*club, Meeting.id, literal("").label("title"), *when, *change, *more]
