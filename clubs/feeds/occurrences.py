"""One entry of a calendar: a sitting, with no more in it than its reader may know."""

from dataclasses import dataclass
from datetime import date, datetime, time

from clubs import clock


@dataclass(frozen=True)
class Occurrence:
    """When on which wall clock, where, and what a calendar shows as its title."""

    uid: str
    summary: str
    place: str
    on_date: date
    starts: time
    ends: time
    zone: str
    sequence: int
    cancelled: bool
    # The day of its last change; without one, a day before it can have been planned.
    as_of: date

    @property
    def stamp(self) -> datetime:
        """What DTSTAMP says: when this was last revised (RFC 5545, 3.8.7.2), as far as
        the site knows it, and so the same for every reader however often they ask."""
        return clock.moment(self.as_of, time(0), self.zone)
