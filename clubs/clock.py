"""The only clock: what time it is, here and at a school.

Times people plan with are wall clock plus the name of a zone. Several provinces changed
their clocks for good in November 2026, so the zone tables come from the tzdata package,
never from the machine's own, older ones.
"""

import time as _time
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

zoneinfo.reset_tzpath(to=())  # the machine's tables may be years old: use the package's


def now() -> datetime:
    """This moment, in UTC, with its zone."""
    return datetime.now(UTC)


def now_at(zone: str) -> datetime:
    """This moment on the wall clock of a zone, such as "America/Edmonton"."""
    return now().astimezone(zoneinfo.ZoneInfo(zone))


def today(zone: str) -> date:
    """Today's date at a school in this zone."""
    return now_at(zone).date()


def day_of(at: datetime, zone: str) -> date:
    """The date a wall clock in this zone shows at an instant."""
    return at.astimezone(zoneinfo.ZoneInfo(zone)).date()


def moment(day: date, at: time, zone: str) -> datetime:
    """The instant, in UTC, at which a wall clock in this zone shows day and time."""
    return datetime.combine(day, at, zoneinfo.ZoneInfo(zone)).astimezone(UTC)


def zone_exists(zone: str) -> bool:
    return zone in zoneinfo.available_timezones()


def school_year(day: date) -> int:
    """The year in which this day's school year ends; years turn on the 1st of August."""
    return day.year + 1 if day.month >= 8 else day.year


def days(count: int) -> timedelta:
    return timedelta(days=count)


def hours(count: int) -> timedelta:
    return timedelta(hours=count)


def seconds() -> float:
    """Seconds that only ever grow; for measuring how long something takes."""
    return _time.monotonic()
