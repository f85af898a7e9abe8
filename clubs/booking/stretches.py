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


class NotAvailable(Exception):
    """The room cannot be had on these days. It never says who has it, nor why."""

    def __init__(self, days: Iterable[date]) -> None:
        self.days: list[date] = sorted(set(days))
        super().__init__("not available")
