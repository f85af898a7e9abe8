"""One meeting with all its page says, in one query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any, TypedDict

from sqlalchemy import select
from sqlalchemy.orm import aliased
from werkzeug.exceptions import NotFound

from clubs.db import ID_LENGTH, db
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingComing
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Sitting
from clubs.models.people import Person
from clubs.models.rooms import Booking, BookingState, Room
from clubs.models.timetable import Slot, SlotKind
from clubs.planning.gathering import coming_token
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.web.school_time import slot_name


class Times(TypedDict):
    slot_ids: tuple[str, ...]
    starts: time | None
    ends: time | None


@dataclass(frozen=True)
class SittingLine:
    """A sitting; one at a time of its own has no slot."""

    id: str
    slot_id: str | None
    kind: SlotKind | None
    slot: str | None
    starts: time
    ends: time
    held: bool
    head_count: int | None

    @property
    def name(self) -> str:
        return slot_name(self.kind, self.slot) if self.kind and self.slot else ""


@dataclass(frozen=True)
class Shown:
    """A meeting, its club and what belongs to it, for somebody who may see it."""

    meeting: Meeting
    club: Club
    series: MeetingSeries | None
    sittings: list[SittingLine]
    room: Room | None
    lost_room: Room | None
    adult: str
    room_waits: bool
    comes: bool

    @property
    def held(self) -> list[SittingLine]:
        return [one for one in self.sittings if one.held]

    @property
    def slot_ids(self) -> list[str]:
        return [one.slot_id for one in self.sittings if one.slot_id]

    @property
    def cancelled(self) -> bool:
        return self.meeting.state is MeetingState.CANCELLED

    def times(self) -> Times:
        """The slots it is in, or else its own times."""
        slots, (first, *_others) = tuple(self.slot_ids), self.sittings
        if slots:
            return {"slot_ids": slots, "starts": None, "ends": None}
        return {"slot_ids": (), "starts": first.starts, "ends": first.ends}

    def occasion(self) -> dict[str, Any]:
        """When and where it is now, for a form to begin with."""
        times, meeting = self.times(), self.meeting
        return {
            "on_date": meeting.on_date,
            "slots": list(times["slot_ids"]),
            "starts": times["starts"],
            "ends": times["ends"],
            "room": meeting.room_id or "",
            "place": "" if meeting.room_id or meeting.lost_room_id else meeting.place,
        }

    def series_or_404(self) -> MeetingSeries:
        if self.series is None:
            raise NotFound
        return self.series


def shown_or_404(viewer: Viewer, meeting_id: str) -> Shown:
    """The meeting, if the viewer may know when and where; otherwise 404 (P2)."""
    if len(meeting_id) != ID_LENGTH:
        raise NotFound
    lost, own_token = aliased(Room), coming_token(meeting_id, viewer.person_id)
    rows: Sequence[Any] = db.session.execute(
        select(
            Meeting,
            Club,
            MeetingSeries,
            Sitting,
            Slot.kind,
            Slot.name,
            Room,
            lost,
            Person,
            Booking.state,
            MeetingComing.token,
        )
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
    ).all()
    if not rows:
        raise NotFound
    meeting, club, series = rows[0][:3]
    room, lost_room, adult = rows[0][6:9]
    sittings = [_line(*row[3:6]) for row in rows]
    return Shown(
        meeting=meeting,
        club=club,
        series=series,
        sittings=sittings,
        room=room,
        lost_room=lost_room,
        adult=adult.name if adult is not None else "",
        room_waits=any(row[9] is BookingState.WAITING for row in rows),
        comes=rows[0][10] is not None,
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
