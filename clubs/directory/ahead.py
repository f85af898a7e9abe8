"""The meetings a club has ahead of it, each with its sittings."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby
from typing import Any

from sqlalchemy import and_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to

AHEAD = 120  # days; a term, more or less


@dataclass(frozen=True)
class SittingAhead:
    """A sitting that is to be held. At a time of its own it has no slot."""

    on_date: date
    starts: time
    ends: time
    slot_id: str | None
    slot: str | None
    kind: SlotKind | None

    @property
    def lunch(self) -> bool:
        return self.kind is SlotKind.LUNCH


@dataclass(frozen=True)
class MeetingAhead:
    id: str
    on_date: date
    starts: time
    ends: time
    place: str
    cancelled: bool
    sittings: Sequence[SittingAhead]

    @property
    def shown(self) -> Sequence[SittingAhead]:
        """Its sittings; where none is held, its own times in their place."""
        whole = SittingAhead(self.on_date, self.starts, self.ends, None, None, None)
        return self.sittings or [whole]


def meetings_ahead(viewer: Viewer, club_id: str) -> list[MeetingAhead]:
    """In the order of time, as far as the viewer may know when they are; in one query."""
    today = clock.today(viewer.zone)
    cancelled = (Meeting.state == MeetingState.CANCELLED).label("cancelled")
    meeting = (Meeting.id, Meeting.on_date, Meeting.starts, Meeting.ends, Meeting.place)
    sitting = (Sitting.starts, Sitting.ends, Sitting.slot_id, Slot.name, Slot.kind)
    rows = db.session.execute(
        select(*meeting, cancelled, *sitting)
        .join(Club, meeting_visible_to(viewer))
        .outerjoin(Sitting, and_(Sitting.meeting_id == Meeting.id, Sitting.held))
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            Meeting.club_id == club_id,
            Meeting.on_date.between(today, today + clock.days(AHEAD)),
        )
        .order_by(Meeting.on_date, Meeting.starts, Meeting.id, Sitting.starts)
    )
    by_meeting = groupby(rows, lambda row: row[:6])
    return [_meeting(head, [row[6:] for row in found]) for head, found in by_meeting]


def _meeting(head: Sequence[Any], sittings: list[Sequence[Any]]) -> MeetingAhead:
    meeting_id, on_date, starts, ends, place, cancelled = head
    # A meeting of which no sitting is held comes with one row of nothing.
    held = [SittingAhead(on_date, *one) for one in sittings if one[0] is not None]
    return MeetingAhead(meeting_id, on_date, starts, ends, place, bool(cancelled), held)
