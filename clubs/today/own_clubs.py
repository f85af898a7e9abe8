"""The viewer's own clubs with their meetings, and those they stand in at, as lines."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, case, literal, or_, select

from clubs import clock
from clubs.models.clubs import LIVE, Club
from clubs.models.meetings import Meeting, Sitting
from clubs.models.timetable import Slot
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import (
    club_found_by,
    club_visible_to,
    meeting_visible_to,
    stands_in,
)
from clubs.today.columns import meeting_columns, sitting_of_meeting
from clubs.today.events import NEWS

_DAYS_BACK = 14
DAYS_AHEAD = 21
Lines = Select[*tuple[Any, ...]]


def own_clubs(viewer: Viewer, today: date) -> Lines:
    """Every club they know of themselves, with the meetings of those they are inside of."""
    uncounted = and_(
        Meeting.on_date.between(today - clock.days(_DAYS_BACK), today),
        Club.id.in_(viewer.runs),
    )
    ahead = Meeting.on_date.between(today, today + clock.days(DAYS_AHEAD))
    changed = and_(Meeting.changed_on >= today - clock.days(NEWS), Meeting.on_date >= today)
    theirs = and_(
        meeting_visible_to(viewer),
        Club.id.in_(viewer.inside),
        Club.state.in_(LIVE),
        or_(uncounted, ahead, changed),
    )
    return (
        select(*meeting_columns())
        .select_from(Club)
        .outerjoin(Meeting, theirs)
        .outerjoin(Sitting, sitting_of_meeting())
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(Club.school_id == viewer.school_id, Club.id.in_(viewer.knows))
    )


def stood_in_at(viewer: Viewer, today: date) -> Lines:
    """Meetings of other clubs at which the viewer is the adult, today and soon."""
    known = and_(club_visible_to(viewer), club_found_by(viewer))
    # They need to know when and where; a club they could not find stays without a name.
    name = case((known, Club.name), else_=literal("")).label("name")
    return (
        select(*meeting_columns(name))
        .select_from(Club)
        .join(Meeting, meeting_visible_to(viewer))
        .join(Sitting, sitting_of_meeting())
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            stands_in(viewer),
            Club.id.not_in(viewer.inside),
            Club.state.in_(LIVE),
            Meeting.on_date.between(today, today + clock.days(DAYS_AHEAD)),
        )
    )
