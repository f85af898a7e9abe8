"""The viewer's clubs, and the meetings and events around today, in one query."""

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import union_all

from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.timetable import SlotKind
from clubs.policy.viewer import Viewer
from clubs.timetable.own_time import OwnTime
from clubs.today.events import event_lines
from clubs.today.others import others_on
from clubs.today.own_clubs import Lines, own_clubs, stood_in_at

_MOST, _AT_A_GLANCE = 12, 6


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


def lines(viewer: Viewer, own: OwnTime, today: date, next_day: date | None) -> list[Line]:
    """All that today's page says of clubs, meetings and events, by date and time."""
    parts: list[Lines] = [own_clubs(viewer, today), others_on(viewer, own, today, _MOST)]
    if next_day is not None:
        parts.append(others_on(viewer, own, next_day, _AT_A_GLANCE))
    if viewer.staff:
        parts.append(stood_in_at(viewer, today))
    rows = db.session.execute(union_all(*parts, event_lines(viewer, today)))
    found = [Line(*row) for row in rows]
    return sorted(found, key=lambda one: (not one.id, one.id and _when(one), one.club))


def _when(one: Line) -> tuple[date, time]:
    return one.on_date, one.starts
