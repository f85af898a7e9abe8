"""Loading one meeting with all its page says, in one query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import aliased
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id
from clubs.meetings.shown import Shown, SittingLine
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingComing
from clubs.models.meetings import Meeting, MeetingSeries, Sitting
from clubs.models.people import Person
from clubs.models.rooms import Booking, BookingState, Room
from clubs.models.timetable import Slot, SlotKind
from clubs.planning.gathering import coming_token
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to


def shown_or_404(viewer: Viewer, meeting_id: str) -> Shown:
    """The meeting, if the viewer may know when and where; otherwise 404 (P2)."""
    if not is_id(meeting_id):
        raise NotFound
    rows: Sequence[Any] = db.session.execute(_rows(viewer, meeting_id)).all()
    if not rows:
        raise NotFound
    meeting, club, series = rows[0][:3]
    room, lost_room, adult = rows[0][6:9]
    return Shown(
        meeting=meeting,
        club=club,
        series=series,
        sittings=[_line(*row[3:6]) for row in rows],
        room=room,
        lost_room=lost_room,
        adult=adult.name if adult is not None else "",
        room_waits=any(row[9] is BookingState.WAITING for row in rows),
        comes=rows[0][10] is not None,
    )


def _rows(viewer: Viewer, meeting_id: str) -> Select[*tuple[Any, ...]]:
    """A row for each sitting; what is the meeting's stands in all of them."""
    lost, own_token = aliased(Room), coming_token(meeting_id, viewer.person_id)
    sitting = (Sitting, Slot.kind, Slot.name)
    more = (Room, lost, Person, Booking.state, MeetingComing.token)
    return (
        select(Meeting, Club, MeetingSeries, *sitting, *more)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .outerjoin(MeetingSeries, MeetingSeries.id == Meeting.series_id)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .outerjoin(Room, Room.id == Meeting.room_id)
        .outerjoin(lost, lost.id == Meeting.lost_room_id)
        .outerjoin(Person, Person.id == Meeting.adult_id)
        .outerjoin(Booking, Booking.sitting_id == Sitting.id)
        .outerjoin(MeetingComing, MeetingComing.token == own_token)
        .where(Meeting.id == meeting_id, meeting_visible_to(viewer))
        .order_by(Sitting.starts, Sitting.id)
    )


def sittings_from(shown: Shown) -> list[str]:
    """The sittings of this meeting and of all later ones of its series."""
    later = select(Sitting.id).join(Meeting, Meeting.id == Sitting.meeting_id)
    meeting = shown.meeting
    same = (
        Meeting.series_id == meeting.series_id,
        Meeting.planned_for >= meeting.planned_for,
    )
    return list(db.session.scalars(later.where(*same)))


def _line(sitting: Sitting, kind: SlotKind | None, name: str | None) -> SittingLine:
    return SittingLine(
        id=sitting.id,
        slot_id=sitting.slot_id,
        kind=kind,
        slot=name,
        starts=sitting.starts,
        ends=sitting.ends,
        held=sitting.held,
        head_count=sitting.head_count,
    )
