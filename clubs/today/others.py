"""Meetings of clubs the viewer is not part of on one day, as lines of today."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select, true

from clubs.models.clubs import Audience, Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import PersonKind
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.permissions.joining import MEANT_FOR
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.timetable.own_time import OwnTime
from clubs.today.columns import meeting_columns, sitting_of_meeting


def others_on(
    viewer: Viewer, own: OwnTime, day: date, most: int
) -> Select[*tuple[Any, ...]]:
    """Sittings of other clubs, as far as they are meant for them and in reach."""
    found = (
        select(*meeting_columns())
        .select_from(Club)
        .join(Meeting, meeting_visible_to(viewer))
        .join(Sitting, sitting_of_meeting())
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            Club.id.not_in(viewer.inside),
            # At which they are the adult: those have lines of their own.
            Meeting.adult_id.is_distinct_from(viewer.person_id),
            Meeting.on_date == day,
            Meeting.state == MeetingState.PLANNED,
            _meant_for(viewer),
            _in_reach(own.lunch_on(day)),
        )
        .order_by(Sitting.starts, Club.name, Meeting.id)
        .limit(most)
    )
    return select(found.subquery())


def _meant_for(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.kind is PersonKind.STAFF:
        return true()  # anything may be on in the house of those who work in it
    return Club.audience.in_([one for one in Audience if viewer.kind in MEANT_FOR[one]])


def _in_reach(lunch: str | None) -> ColumnElement[bool]:
    """`timetable.within_reach` on one day; None: any lunch will do."""
    if lunch is None:
        return true()
    outside = or_(Sitting.slot_id.is_(None), Slot.kind != SlotKind.LUNCH)
    return or_(outside, Sitting.slot_id == lunch)
