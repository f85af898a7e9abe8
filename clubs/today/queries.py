"""The viewer's clubs, and the meetings and events around today, in one query."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Select, and_, or_, select, union_all

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club, Step
from clubs.models.meetings import Meeting, Sitting
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.today.events import NEWS, event_lines
from clubs.today.others import meeting_columns, others_today, sitting_of_meeting

_DAYS_BACK = 14
_DAYS_AHEAD = 7
Lines = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Line:
    """A club with one sitting of a meeting, or with none; or an event: it has a title.

    `id` is the meeting's or the event's. A sitting at a time of its own has no slot.
    """

    club_id: str
    club: str
    step: Step
    loosen_on: date | None
    id: str | None
    title: str
    on_date: date
    starts: time
    ends: time
    place: str
    slot_id: str | None
    cancelled: bool
    changed_on: date | None
    change_words: str
    head_count: int | None
    sitting_id: str | None = None
    slot: str | None = None
    kind: SlotKind | None = None
    adult_id: str | None = None
    by_calendar: bool = False

    @property
    def lunch(self) -> bool:
        return self.kind is SlotKind.LUNCH


def lines(viewer: Viewer) -> list[Line]:
    """All that today's page says of clubs, meetings and events, by date and time."""
    today = clock.today(viewer.zone)
    parts = union_all(
        _own_clubs(viewer, today), others_today(viewer, today), event_lines(viewer, today)
    )
    found = [Line(*row) for row in db.session.execute(parts)]
    return sorted(found, key=lambda one: (not one.id, one.id and _when(one), one.club))


def _when(one: Line) -> tuple[date, time]:
    return one.on_date, one.starts


def _own_clubs(viewer: Viewer, today: date) -> Lines:
    """Every club they know of themselves, with the meetings of those they are inside of."""
    near = Meeting.on_date.between(
        today - clock.days(_DAYS_BACK), today + clock.days(_DAYS_AHEAD)
    )
    changed = and_(Meeting.changed_on >= today - clock.days(NEWS), Meeting.on_date >= today)
    theirs = and_(
        meeting_visible_to(viewer),
        Club.id.in_(viewer.inside),
        Club.state.in_(LIVE),
        or_(near, changed),
    )
    return (
        select(*meeting_columns())
        .select_from(Club)
        .outerjoin(Meeting, theirs)
        .outerjoin(Sitting, sitting_of_meeting())
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(Club.school_id == viewer.school_id, Club.id.in_(viewer.knows))
    )
