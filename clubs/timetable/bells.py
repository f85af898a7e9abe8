"""When the slots of each kind of day are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from sqlalchemy import select

from clubs.db import db
from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime


@dataclass(frozen=True)
class SlotOn:
    """A slot with its times on one kind of day."""

    id: str
    kind: SlotKind
    name: str
    starts: time
    ends: time

    @property
    def lunch(self) -> bool:
        return self.kind is SlotKind.LUNCH


@dataclass(frozen=True)
class Bells:
    """The bell schedules of a school: slots in the order of the day, by kind of day."""

    regular_id: str | None
    names: dict[str, str]
    slots: dict[str, Sequence[SlotOn]]

    def of(self, day_type_id: str | None) -> Sequence[SlotOn]:
        """The slots of a kind of day; of the regular one for None."""
        return self.slots.get(day_type_id or self.regular_id or "", ())

    def time_of(self, slot_id: str, day_type_id: str | None) -> SlotOn | None:
        """This slot on this kind of day, or None if it is not held then."""
        return next((one for one in self.of(day_type_id) if one.id == slot_id), None)

    @property
    def regular(self) -> Sequence[SlotOn]:
        return self.of(self.regular_id)


def bells_of(school_id: str) -> Bells:
    """All bell schedules of a school, in one query."""
    rows = db.session.execute(
        select(
            DayType.id,
            DayType.name,
            DayType.regular,
            Slot.id,
            Slot.kind,
            Slot.name,
            SlotTime.starts,
            SlotTime.ends,
        )
        .outerjoin(SlotTime, SlotTime.day_type_id == DayType.id)
        .outerjoin(Slot, Slot.id == SlotTime.slot_id)
        .where(DayType.school_id == school_id)
        .order_by(DayType.name, SlotTime.starts, Slot.name)
    )
    return bells_from(rows)


def bells_from(rows: Iterable[Sequence[Any]]) -> Bells:
    """Schedules out of rows such as those above, each kind of day's in the day's order."""
    names: dict[str, str] = {}
    slots: dict[str, list[SlotOn]] = {}
    regular_id = None
    for type_id, type_name, regular, slot_id, kind, name, starts, ends in rows:
        names[type_id] = type_name
        regular_id = type_id if regular else regular_id
        held = slots.setdefault(type_id, [])
        if slot_id is not None:
            held.append(SlotOn(slot_id, kind, name, starts, ends))
    return Bells(regular_id, names, dict(slots))
