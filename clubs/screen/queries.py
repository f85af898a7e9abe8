"""Displays, and what is on at their school today that anybody may read in passing."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Select, String, and_, cast, null, select, union_all
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id
from clubs.models.clubs import Club
from clubs.models.events import Event, EventState
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import School
from clubs.models.screens import Screen
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import PUBLISHED, on_screens
from clubs.seal import hashed

Rows = Select[*tuple[Any, ...]]


@dataclass(frozen=True)
class Place:
    """The school a display hangs in."""

    id: str
    name: str
    zone: str
    accent: str | None


@dataclass(frozen=True)
class On:
    """A sitting of an open club, or an event, which has no slot."""

    name: str
    starts: time
    ends: time
    place: str
    cancelled: bool
    slot_id: str | None
    slot: str | None
    kind: SlotKind | None


def place_of(secret: str) -> Place:
    """Where the display with this address hangs. Raises NotFound: revoked or never was."""
    found = db.session.execute(
        select(School.id, School.name, School.zone, School.accent)
        .join(Screen, Screen.school_id == School.id)
        .where(Screen.secret_hash == hashed(secret))
    ).first()
    if found is None:
        raise NotFound
    return Place(*found)


def on_today(school_id: str, today: date) -> list[On]:
    """Meetings of open clubs and published events of a day, in the order of time."""
    meetings: Rows = (
        select(
            Club.name,
            Sitting.starts,
            Sitting.ends,
            Meeting.place,
            (Meeting.state == MeetingState.CANCELLED).label("cancelled"),
            Sitting.slot_id,
            Slot.name.label("slot"),
            Slot.kind,
        )
        .join(Meeting, Meeting.club_id == Club.id)
        .join(Sitting, and_(Sitting.meeting_id == Meeting.id, Sitting.held))
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(Club.school_id == school_id, on_screens(), Meeting.on_date == today)
    )
    nothing = [cast(null(), String).label(name) for name in ("slot_id", "slot", "kind")]
    events: Rows = select(
        Event.title,
        Event.starts,
        Event.ends,
        Event.place,
        (Event.state == EventState.CANCELLED).label("cancelled"),
        *nothing,
    ).where(
        Event.school_id == school_id, Event.state.in_(PUBLISHED), Event.on_date == today
    )
    found = [On(*row) for row in db.session.execute(union_all(meetings, events))]
    return sorted(found, key=lambda one: (one.starts, one.name))


def screens_of(viewer: Viewer) -> list[tuple[str, str]]:
    """The displays of the viewer's school by name, each with its id."""
    rows = db.session.execute(
        select(Screen.id, Screen.name)
        .where(Screen.school_id == viewer.school_id)
        .order_by(Screen.name, Screen.id)
    )
    return [(screen_id, name) for screen_id, name in rows]


def screen_or_404(viewer: Viewer, screen_id: str) -> str:
    """The id of a display of the viewer's own school."""
    mine = select(Screen.id).where(
        Screen.id == screen_id, Screen.school_id == viewer.school_id
    )
    if not is_id(screen_id) or db.session.scalar(mine) is None:
        raise NotFound
    return screen_id
