"""When a room is wanted, and that it cannot be had then."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, order=True)
class Stretch:
    """Part of a day on the school's wall clock; one may begin when another ends."""

    on_date: date
    starts: time
    ends: time

    def overlaps(self, other: "Stretch") -> bool:
        same_day = self.on_date == other.on_date
        return same_day and self.starts < other.ends and self.ends > other.starts


@dataclass(frozen=True)
class Span:
    """From the first to the last day, at the same hours of each; no hours: all day."""

    first_on: date
    last_on: date
    starts: time | None = None
    ends: time | None = None

    def touches(self, stretch: Stretch) -> bool:
        if not self.first_on <= stretch.on_date <= self.last_on:
            return False
        if self.starts is None or self.ends is None:
            return True
        return self.starts < stretch.ends and self.ends > stretch.starts


@dataclass(frozen=True)
class Wanted:
    """A room for one sitting of a club's meeting, or for an event of a club."""

    room_id: str
    club_id: str
    sitting_id: str | None
    stretch: Stretch
    event_id: str | None = None


class NotAvailable(Exception):
    """The room cannot be had on these days. It never says who has it, nor why."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days: list[date] = sorted(set(days))
        super().__init__("not available")
