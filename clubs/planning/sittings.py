"""A meeting and its sittings, one for each slot, on the bells of its day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, time

from clubs.booking import Stretch
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.timetable import SlotOn, Timetable


@dataclass(frozen=True, order=True)
class Part:
    """A sitting as it should be: `held` is False where its day has no such slot."""

    starts: time
    ends: time
    slot_id: str | None = None
    held: bool = True


@dataclass
class Occurrence:
    """A meeting with its sittings."""

    meeting: Meeting
    sittings: list[Sitting] = field(default_factory=list)

    @property
    def planned(self) -> bool:
        return self.meeting.state is MeetingState.PLANNED

    @property
    def held(self) -> list[Sitting]:
        return [one for one in self.sittings if one.held]

    @property
    def parts(self) -> list[Part]:
        return sorted(
            Part(one.starts, one.ends, one.slot_id, one.held) for one in self.sittings
        )

    @property
    def stretches(self) -> dict[str, Stretch]:
        """When each sitting needs the room; where two overlap, it is needed once."""
        found: dict[str, Stretch] = {}
        until = time.min
        for one in sorted(self.held, key=lambda sitting: (sitting.starts, sitting.ends)):
            starts = max(one.starts, until)
            if starts < one.ends:
                found[one.id] = Stretch(self.meeting.on_date, starts, one.ends)
                until = one.ends
        return found

    def span(self) -> None:
        """The meeting lasts from the first to the last sitting that takes place."""
        of = self.held or self.sittings
        self.meeting.starts = min(one.starts for one in of)
        self.meeting.ends = max(one.ends for one in of)


def parts_on(
    timetable: Timetable, on: date, slot_ids: Iterable[str], own: tuple[time, time] | None
) -> list[Part]:
    """One part for each slot by the bells of this day; without slots, one at `own` time.

    A slot that no kind of day has any more gives none.
    """
    parts = sorted(_parts(timetable, on, slot_ids))
    return parts or ([Part(*own)] if own else [])


def _parts(timetable: Timetable, on: date, slot_ids: Iterable[str]) -> Iterator[Part]:
    for slot_id in slot_ids:
        slot = timetable.slot_on(slot_id, on)
        other = slot or some_time_of(timetable, slot_id)
        if other is not None:
            yield Part(other.starts, other.ends, slot_id, held=slot is not None)


def some_time_of(timetable: Timetable, slot_id: str) -> SlotOn | None:
    """The slot as it is on regular days, or else on any kind of day that has it."""
    bells = timetable.bells
    kinds = [bells.regular, *bells.slots.values()]
    return next((one for slots in kinds for one in slots if one.id == slot_id), None)
