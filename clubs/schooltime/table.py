"""All bell schedules as one table: a row for each slot, a column for each kind of day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime


@dataclass(frozen=True)
class SlotRow:
    """`times` are in the order of the kinds of day; None where it is not held."""

    id: str
    name: str
    kind: SlotKind
    times: tuple[tuple[time, time] | None, ...]


def table_of(
    kinds: Sequence[DayType], slots: Sequence[Slot], times: Sequence[SlotTime]
) -> list[SlotRow]:
    """In the order of the regular day; slots that are never held come last."""
    at = {(one.slot_id, one.day_type_id): (one.starts, one.ends) for one in times}
    rows = [
        SlotRow(
            one.id, one.name, one.kind, tuple(at.get((one.id, kind.id)) for kind in kinds)
        )
        for one in slots
    ]
    return sorted(rows, key=_first_time)


def _first_time(row: SlotRow) -> tuple[time, str]:
    held = next((both for both in row.times if both), None)
    return held[0] if held else time.max, row.name
