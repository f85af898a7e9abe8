"""What the pages of meetings show; each row as far as its viewer may know it."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from sqlalchemy import Select, null, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import LunchWave
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to


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
    rows = db.session.execute(
        select(LunchWave.id, LunchWave.name, LunchWave.starts, LunchWave.ends)
        .where(LunchWave.school_id == viewer.school_id)
        .order_by(LunchWave.starts, LunchWave.name)
    )
    return [Lunch(*row) for row in rows]


def lunch_of(viewer: Viewer, meeting: Meeting) -> str | None:
    """The name of the lunch at which it is held, if at one."""
    return db.session.scalar(
        select(LunchWave.name).where(
            LunchWave.id == meeting.wave_id, LunchWave.school_id == viewer.school_id
        )
    )


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
    counted = Meeting.head_count if club.id in viewer.runs else null()
    return (
        select(
            Meeting.id,
            Meeting.on_date,
            Meeting.starts,
            Meeting.ends,
            Meeting.place,
            Meeting.state,
            LunchWave.name,
            counted,
        )
        .join(Club, Club.id == Meeting.club_id)
        .outerjoin(LunchWave, LunchWave.id == Meeting.wave_id)
        .where(Meeting.club_id == club.id, meeting_visible_to(viewer))
        .order_by(Meeting.on_date, Meeting.starts, Meeting.id)
    )
