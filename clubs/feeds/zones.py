"""A VTIMEZONE that says every change of the clocks by itself, from the shipped tables.

Two rules for summer and winter would be wrong for places that gave up changing them, and
some readers take only the first date of a list: so each change is an observance of its own.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from clubs import clock

# What is in force on the first day began some time before it.
_BEFORE = clock.days(366)


@lru_cache(maxsize=64)
def vtimezone(zone: str, first: date, last: date) -> bytes:
    """The definition of a zone, right for all wall clock times from first to last."""
    told = Timezone()
    told.add("tzid", zone)
    start = datetime.combine(first - _BEFORE, time(0), UTC)
    tz = ZoneInfo(zone)
    told.add_component(_observance(tz, start, start))
    for change in _changes(tz, start, datetime.combine(last, time(0), UTC) + clock.days(2)):
        told.add_component(_observance(tz, change - timedelta(seconds=1), change))
    text: bytes = told.to_ical(sorted=False)
    return text


def _observance(
    tz: ZoneInfo, before: datetime, at: datetime
) -> TimezoneStandard | TimezoneDaylight:
    was, now = _offset(tz, before), _offset(tz, at)
    summer = at.astimezone(tz).dst()
    one = TimezoneDaylight() if summer else TimezoneStandard()
    # The wall clock as it stood just before it was changed.
    one.add("dtstart", (at + was).replace(tzinfo=None))
    one.add("tzoffsetfrom", was)
    one.add("tzoffsetto", now)
    one.add("tzname", at.astimezone(tz).tzname())
    return one


def _changes(tz: ZoneInfo, first: datetime, last: datetime) -> Iterator[datetime]:
    """The instants between two others at which the clocks change."""
    at = first
    while at < last:
        after = at + clock.days(1)
        if _offset(tz, at) != _offset(tz, after):
            yield _found(tz, at, after)
        at = after


def _found(tz: ZoneInfo, early: datetime, late: datetime) -> datetime:
    """The first second after `early` with the offset of `late`."""
    while late - early > timedelta(seconds=1):
        middle = early + timedelta(seconds=(late - early).total_seconds() // 2)
        if _offset(tz, middle) == _offset(tz, early):
            early = middle
        else:
            late = middle
    return late


def _offset(tz: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(tz).utcoffset() or timedelta()
