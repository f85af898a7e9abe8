"""One meeting with all that belongs to it, as its pages show it."""

from dataclasses import dataclass
from datetime import time
from typing import Any, TypedDict

from werkzeug.exceptions import NotFound

from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState
from clubs.models.rooms import Room
from clubs.models.timetable import SlotKind
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
