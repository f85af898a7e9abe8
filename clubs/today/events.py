"""The events ahead, and those cancelled lately however far ahead, as lines of today."""

from datetime import date
from typing import Any

from sqlalchemy import Date, Integer, Select, String, and_, cast, false, null, or_, select

from clubs import clock
from clubs.models.clubs import Club
from clubs.models.events import Event, EventState
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import PUBLISHED, event_visible_to

NEWS = 7  # days for which a change is news
_AHEAD = 14
_MOST = 6
_OF_A_SITTING = ("sitting_id", "slot", "kind", "adult_id")


def event_lines(viewer: Viewer, today: date) -> Select[*tuple[Any, ...]]:
    """In the columns of `queries.Line`; what was cancelled is never cut off by the rest."""
    # PostgreSQL wants to know of what kind a nothing is, and each needs a name of its own.
    no_step_day = cast(null(), Date).label("loosen_on")
    no_slot = cast(null(), String).label("slot_id")
    no_count = cast(null(), Integer).label("head_count")
    when = (Event.on_date, Event.starts, Event.ends, Event.place, no_slot)
    no_sitting = [cast(null(), String).label(name) for name in _OF_A_SITTING]
    cancelled = (Event.state == EventState.CANCELLED).label("cancelled")
    news = and_(cancelled, Event.changed_on >= today - clock.days(NEWS))
    near = Event.on_date <= today + clock.days(_AHEAD)
    found = (
        select(Club.id, Club.name, Club.step, no_step_day, Event.id, Event.title, *when)
        .add_columns(cancelled, Event.changed_on, Event.cancelled_because, no_count)
        .add_columns(*no_sitting, false().label("by_calendar"))
        .join(Club, Club.id == Event.club_id)
        .where(
            event_visible_to(viewer),
            Event.state.in_(PUBLISHED),
            Event.on_date >= today,
            or_(near, news),
        )
        .order_by(news.desc().nulls_last(), Event.on_date, Event.starts, Event.id)
        .limit(_MOST)
    )
    return select(found.subquery())
