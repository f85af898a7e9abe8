"""What the pages of meetings show; each row as far as its viewer may know it."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from sqlalchemy import Select, null, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.timetable import bells_of


@dataclass(frozen=True)
class Lunch:
    """One of the school's lunches."""

    id: str
    name: str
    starts: time
    ends: time


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in a list; `head_count` is empty for all who do not run the club."""

    id: str
    on_date: date
    starts: time
    ends: time
    place: str
    state: MeetingState
    lunch: str | None
    head_count: int | None

    @property
    def cancelled(self) -> bool:
        return self.state is MeetingState.CANCELLED


@dataclass(frozen=True)
class Meetings:
    """A club's meetings: the coming ones, soonest first, and those over, latest first."""

    coming: list[MeetingLine] = field(default_factory=list)
    past: list[MeetingLine] = field(default_factory=list)


def lunches(viewer: Viewer) -> list[Lunch]:
    regular = bells_of(viewer.school_id).regular
    return [Lunch(one.id, one.name, one.starts, one.ends) for one in regular if one.lunch]


def lunch_and_count_of(viewer: Viewer, meeting: Meeting) -> tuple[str | None, int | None]:
    """The name of the lunch at which it is held, if at one, and how many came."""
    found = (
        select(Slot.name, Sitting.head_count)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(Sitting.meeting_id == meeting.id, Sitting.school_id == viewer.school_id)
    )
    row = db.session.execute(found.order_by(Sitting.starts).limit(1)).first()
    return (row[0], row[1]) if row else (None, None)


def wave_of(meeting: Meeting) -> str | None:
    found = select(Sitting.slot_id).where(Sitting.meeting_id == meeting.id)
    return db.session.scalar(found.order_by(Sitting.starts).limit(1))


def meetings_of(viewer: Viewer, club: Club) -> Meetings:
    """All coming meetings of a club, and those of this school year that are over."""
    now = clock.now_at(viewer.zone)
    year_began = date(clock.school_year(now.date()) - 1, 8, 1)
    rows = db.session.execute(
        _lines(viewer, club).where(Meeting.on_date >= year_began)
    ).all()
    lines = [MeetingLine(*row) for row in rows]
    over = [(line.on_date, line.ends) <= (now.date(), now.time()) for line in lines]
    past = [line for line, done in zip(lines, over, strict=True) if done]
    coming = [line for line, done in zip(lines, over, strict=True) if not done]
    return Meetings(coming, past[::-1])


def _lines(viewer: Viewer, club: Club) -> Select[*tuple[Any, ...]]:
    # How many came is for those who run the club; others do not even load it.
    counted = Sitting.head_count if club.id in viewer.runs else null()
    return (
        select(
            Meeting.id,
            Meeting.on_date,
            Meeting.starts,
            Meeting.ends,
            Meeting.place,
            Meeting.state,
            Slot.name,
            counted,
        )
        .join(Club, Club.id == Meeting.club_id)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(Meeting.club_id == club.id, meeting_visible_to(viewer))
        .order_by(Meeting.on_date, Meeting.starts, Meeting.id)
    )
