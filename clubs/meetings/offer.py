"""What there is to choose from when a meeting is planned: slots, rooms, terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from sqlalchemy import select

from clubs import clock
from clubs.booking import RoomLine, rooms_of
from clubs.db import db
from clubs.models.people import School
from clubs.models.timetable import SlotKind, Term
from clubs.policy.viewer import Viewer
from clubs.timetable import Bells, SlotOn, TermLine, bells_of

# Lunches first: that is when most clubs meet.
MEETING_KINDS = (SlotKind.LUNCH, SlotKind.BEFORE, SlotKind.FLEX, SlotKind.AFTER)


@dataclass(frozen=True)
class Offer:
    """The choices of a school's forms."""

    school_id: str
    zone: str
    bells: Bells
    rooms: list[RoomLine]
    terms: list[TermLine]
    cycle_length: int = 0
    cycle_letters: bool = False

    @property
    def slots(self) -> list[SlotOn]:
        """The slots in which clubs meet, with the times of a regular day if they have."""
        kinds = [self.bells.regular, *self.bells.slots.values()]
        found: dict[str, SlotOn] = {}
        for one in (one for slots in kinds for one in slots if one.kind in MEETING_KINDS):
            found.setdefault(one.id, one)
        return sorted(found.values(), key=_in_order)

    def room(self, room_id: str | None) -> RoomLine | None:
        return next((one for one in self.rooms if one.id == room_id), None)


def offer_for(viewer: Viewer, *, series: bool) -> Offer:
    """Two queries, and for a series a third for terms and cycle."""
    rooms = [one for one in rooms_of(viewer.school_id) if one.in_use]
    bells = bells_of(viewer.school_id)
    if not series:
        return Offer(viewer.school_id, viewer.zone, bells, rooms, [])
    term = (Term.id, Term.name, Term.first_on, Term.last_on)
    rows: Sequence[Any] = db.session.execute(
        select(School.cycle_length, School.cycle_letters, *term)
        .outerjoin(Term, Term.school_id == School.id)
        .where(School.id == viewer.school_id)
        .order_by(Term.first_on)
    ).all()
    terms = [TermLine(*row[2:]) for row in rows if row[2] is not None]
    coming = [one for one in terms if one.last_on >= clock.today(viewer.zone)]
    length, letters = rows[0][0], rows[0][1]
    return Offer(viewer.school_id, viewer.zone, bells, rooms, coming, length or 0, letters)


def _in_order(slot: SlotOn) -> tuple[int, time]:
    return MEETING_KINDS.index(slot.kind), slot.starts
