"""The viewer's clubs, and the meetings and events around today, in one query."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    literal,
    or_,
    select,
    true,
    union_all,
)

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Audience, Club, Step
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import PersonKind
from clubs.policy.permissions.joining import MEANT_FOR
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.today.events import NEWS, event_lines

_DAYS_BACK = 14
_DAYS_AHEAD = 7
_MOST_MEETINGS = 12
Lines = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Line:
    """A club with one of its meetings, or with none; or an event, which has a title."""

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
    wave_id: str | None
    cancelled: bool
    changed_on: date | None
    change_words: str
    head_count: int | None


def lines(viewer: Viewer) -> list[Line]:
    """All that today's page says of clubs, meetings and events, by date and time."""
    today = clock.today(viewer.zone)
    parts = union_all(
        _own_clubs(viewer, today), _others_today(viewer, today), event_lines(viewer, today)
    )
    found = [Line(*row) for row in db.session.execute(parts)]
    return sorted(found, key=lambda one: (not one.id, one.id and _when(one), one.club))


def _when(one: Line) -> tuple[date, time]:
    return one.on_date, one.starts


def _meeting_columns() -> list[Any]:
    club = (Club.id, Club.name, Club.step, Club.loosen_on)
    when = (Meeting.on_date, Meeting.starts, Meeting.ends, Meeting.place, Meeting.wave_id)
    cancelled = (Meeting.state == MeetingState.CANCELLED).label("cancelled")
    change = (cancelled, Meeting.changed_on, Meeting.change_words, Meeting.head_count)
    return [*club, Meeting.id, literal("").label("title"), *when, *change]


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
        select(*_meeting_columns())
        .select_from(Club)
        .outerjoin(Meeting, theirs)
        .where(Club.school_id == viewer.school_id, Club.id.in_(viewer.knows))
    )


def _others_today(viewer: Viewer, today: date) -> Lines:
    """Today's meetings of other clubs, as far as they are meant for them and in reach."""
    found = (
        select(*_meeting_columns())
        .select_from(Club)
        .join(Meeting, meeting_visible_to(viewer))
        .where(
            Club.id.not_in(viewer.inside),
            Meeting.on_date == today,
            Meeting.state == MeetingState.PLANNED,
            _meant_for(viewer),
            _in_reach(viewer),
        )
        .order_by(Meeting.starts, Club.name, Meeting.id)
        .limit(_MOST_MEETINGS)
    )
    return select(found.subquery())


def _meant_for(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.kind is PersonKind.STAFF:
        return true()  # anything may be on in the house of those who work in it
    return Club.audience.in_([one for one in Audience if viewer.kind in MEANT_FOR[one]])


def _in_reach(viewer: Viewer) -> ColumnElement[bool]:
    if viewer.wave_id is None:
        return true()
    return or_(Meeting.wave_id.is_(None), Meeting.wave_id == viewer.wave_id)
