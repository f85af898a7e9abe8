"""A club's meetings with their sittings, as far as their viewer may know them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from itertools import groupby
from typing import Any

from sqlalchemy import Select, null, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.timetable.own_time import OwnTime, own_time
from clubs.timetable.within_reach import at_own_lunch
from clubs.web.school_time import slot_name


@dataclass(frozen=True)
class SittingIn:
    """A sitting in a list; `head_count` is empty for all who do not run the club."""

    on_date: date
    slot_id: str | None
    slot: str | None
    kind: SlotKind | None
    starts: time
    ends: time
    held: bool
    head_count: int | None

    @property
    def lunch(self) -> bool:
        return self.kind is SlotKind.LUNCH

    @property
    def name(self) -> str:
        return slot_name(self.kind, self.slot) if self.kind and self.slot else ""


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list. `mine` is the sitting at the viewer's own lunch, if any."""

    id: str
    on_date: date
    starts: time
    ends: time
    place: str
    cancelled: bool
    sittings: Sequence[SittingIn]
    mine: SittingIn | None

    @property
    def slots(self) -> list[str]:
        return [one.name for one in self.sittings if one.name and one.held]

    @property
    def head_count(self) -> int | None:
        """Of all sittings that were counted."""
        counted = [one.head_count for one in self.sittings if one.head_count is not None]
        return sum(counted) if counted else None


@dataclass(frozen=True)
class MeetingLines:
    """A club's meetings: the coming ones, soonest first, and those over, latest first."""

    coming: Sequence[MeetingLine] = field(default_factory=list)
    past: Sequence[MeetingLine] = field(default_factory=list)


def meetings_of(viewer: Viewer, club: Club) -> MeetingLines:
    """All coming meetings of a club, and those of this school year that are over; in two
    queries."""
    now = clock.now_at(viewer.zone)
    year = clock.school_year(now.date())
    rows = db.session.execute(_rows(viewer, club, date(year - 1, 8, 1)))
    own = own_time(
        viewer.school_id,
        viewer.person_id,
        viewer.wave_id,
        now.date(),
        date(year + 1, 7, 31),
    )
    lines = list(_lines(rows.all(), own))
    over = [(line.on_date, line.ends) <= (now.date(), now.time()) for line in lines]
    past = [line for line, done in zip(lines, over, strict=True) if done]
    coming = [line for line, done in zip(lines, over, strict=True) if not done]
    return MeetingLines(coming, past[::-1])


def _lines(rows: Sequence[Sequence[Any]], own: OwnTime) -> Iterator[MeetingLine]:
    for head, group in groupby(rows, lambda row: tuple(row[:6])):
        sittings = [SittingIn(head[1], *row[6:]) for row in group]
        meeting_id, on_date, starts, ends, place, state = head
        mine = next((one for one in sittings if one.held and at_own_lunch(own, one)), None)
        yield MeetingLine(
            id=meeting_id,
            on_date=on_date,
            starts=starts,
            ends=ends,
            place=place,
            cancelled=state is MeetingState.CANCELLED,
            sittings=sittings,
            mine=mine,
        )


def _rows(viewer: Viewer, club: Club, since: date) -> Select[*tuple[Any, ...]]:
    # How many came is for those who run the club; others do not even load it.
    counted = Sitting.head_count if club.id in viewer.runs else null()
    meeting = (Meeting.id, Meeting.on_date, Meeting.starts, Meeting.ends, Meeting.place)
    sitting = (Sitting.slot_id, Slot.name, Slot.kind, Sitting.starts, Sitting.ends)
    return (
        select(*meeting, Meeting.state, *sitting, Sitting.held, counted)
        .join(Club, Club.id == Meeting.club_id)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            Meeting.club_id == club.id,
            Meeting.on_date >= since,
            meeting_visible_to(viewer),
        )
        .order_by(Meeting.on_date, Meeting.starts, Meeting.id, Sitting.starts, Sitting.id)
    )
