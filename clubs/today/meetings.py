"""Which of the lines are today's meetings, the next ones, news, or events ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clubs import clock
from clubs.policy.viewer import Viewer
from clubs.today.events import NEWS
from clubs.today.queries import Line


@dataclass(frozen=True)
class Today:
    """Lists for the page, each in the order of time, one's own clubs first."""

    at_lunch: Sequence[Line]
    at_another_time: Sequence[Line]
    next_own: Sequence[Line]
    changed: Sequence[Line]
    events: Sequence[Line]


def sorted_out(viewer: Viewer, lines: Sequence[Line], today: date) -> Today:
    meetings = [one for one in lines if one.id and not one.title]
    events = [one for one in lines if one.title]
    own = [one for one in meetings if one.club_id in viewer.inside]
    todays = sorted(
        (one for one in meetings if one.on_date == today),
        key=lambda one: one.club_id not in viewer.inside,
    )
    lunch = [one for one in todays if at_their_lunch(viewer, one)]
    return Today(
        at_lunch=lunch,
        at_another_time=[one for one in todays if one not in lunch],
        next_own=[] if todays else [one for one in own if one.on_date > today],
        changed=[one for one in own + events if _news(one, today)],
        events=[one for one in events if not _news(one, today)],
    )


def at_their_lunch(viewer: Viewer, one: Line) -> bool:
    """Held in their own lunch; in any, for those who have none of their own."""
    return one.slot_id is not None and viewer.wave_id in (None, one.slot_id)


def _news(one: Line, today: date) -> bool:
    recent = one.changed_on is not None and today - clock.days(NEWS) <= one.changed_on
    return recent and one.on_date >= today
