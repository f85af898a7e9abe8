"""Sittings as lines for calendars, each with a name that lasts."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Row, Select, select

from clubs import clock
from clubs.feeds.occurrences import Occurrence
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot

# Nothing is planned more than a year ahead.
PLANNED_BEFORE = clock.days(366)
Line = Row[*tuple[Any, ...]]


def lines() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Meeting.id,
            Sitting.starts,
            Sitting.ends,
            Sitting.held,
            Sitting.slot_id,
            Slot.kind,
            Meeting.on_date,
            Meeting.zone,
            Meeting.place,
            Meeting.state,
            Meeting.sequence,
            Meeting.planned_for,
            Meeting.changed_on,
            Club.name,
            Club.step,
        )
        .join(Meeting, Meeting.id == Sitting.meeting_id)
        .join(Club, Club.id == Meeting.club_id)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .order_by(Meeting.on_date, Sitting.starts, Club.name, Sitting.id)
    )


def named(rows: Iterable[Line]) -> Iterator[tuple[tuple[str, str], Line]]:
    """The sittings to be shown with their lasting names: the meeting, and which of its
    sittings it is, for another lunch makes another row of it."""
    count: Counter[str] = Counter()
    for one in rows:
        name = one.id, str(count[one.id])
        count[one.id] += 1
        # A day without school holds nothing: what it cancelled is shown as cancelled.
        if one.held or one.state is MeetingState.CANCELLED:
            yield name, one


def occurrence(line: Line, summary: str, uid: bytes) -> Occurrence:
    return Occurrence(
        uid=uid.hex()[:40],
        summary=summary,
        place=line.place,
        on_date=line.on_date,
        starts=line.starts,
        ends=line.ends,
        zone=line.zone,
        sequence=line.sequence,
        cancelled=line.state is MeetingState.CANCELLED,
        as_of=line.changed_on or line.planned_for - PLANNED_BEFORE,
    )
