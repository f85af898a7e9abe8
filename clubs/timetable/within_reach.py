"""Which sittings somebody can come to. Pure: no database, no words.

A sitting in a lunch is within reach of those whose lunch that is on its day; every other
one is within reach of everybody. Who has said no lunch can get to any.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from clubs.timetable.own_time import OwnTime


class Sat(Protocol):
    """What of a sitting matters here; pages have dataclasses of their own."""

    @property
    def on_date(self) -> date: ...
    @property
    def slot_id(self) -> str | None: ...
    @property
    def lunch(self) -> bool: ...


Sitting = TypeVar("Sitting", bound=Sat)


def within_reach(own: OwnTime, one: Sat) -> bool:
    if not one.lunch:
        return True
    return own.lunch_on(one.on_date) in (None, one.slot_id)


def at_own_lunch(own: OwnTime, one: Sat) -> bool:
    """Whether it is in the very lunch that is known to be theirs."""
    return one.lunch and one.slot_id == own.lunch_on(one.on_date)


def own_sitting(own: OwnTime, sittings: Sequence[Sitting]) -> Sitting | None:
    """Of one meeting's sittings the one for them: at their lunch, else any in reach."""
    reached = [one for one in sittings if within_reach(own, one)]
    return next(
        (one for one in reached if at_own_lunch(own, one)), next(iter(reached), None)
    )


def first_within_reach(own: OwnTime, sittings: Iterable[Sitting]) -> Sitting | None:
    """Of sittings in the order of time the first one they can come to."""
    return next((one for one in sittings if within_reach(own, one)), None)
