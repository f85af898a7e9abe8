"""Every change of the clocks is in the calendar itself: readers need no tables."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some
from icalendar import Calendar, Timezone

from clubs import clock
from clubs.feeds.zones import vtimezone

ZONES = """
    America/Edmonton America/Vancouver America/Winnipeg America/New_York Europe/London
    America/St_Johns Australia/Lord_Howe Pacific/Auckland Africa/Casablanca Asia/Kolkata
    America/Phoenix Pacific/Apia Asia/Gaza UTC
""".split()
FIRST, LAST = date(2026, 9, 1), date(2027, 7, 31)


def read(zone: str) -> Timezone:
    text = vtimezone(zone, FIRST, LAST)
    found = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + text + b"END:VCALENDAR\r\n")
    (timezone,) = found.walk("VTIMEZONE")
    assert isinstance(timezone, Timezone)
    return timezone


def instant(timezone: Timezone, wall: datetime) -> datetime:
    """As RFC 5545, 3.6.5 says: the observance that began last before this wall clock."""
    begun = [one for one in timezone.subcomponents if one.decoded("DTSTART") <= wall]
    last = max(begun, key=lambda one: one.decoded("DTSTART"))
    offset: timedelta = last.decoded("TZOFFSETTO")
    return (wall - offset).replace(tzinfo=UTC)


def on_the_wall(zone: str, wall: datetime) -> bool:
    """Whether this time is shown once, neither skipped nor twice."""
    tz = ZoneInfo(zone)
    shown = wall.replace(tzinfo=tz)
    return shown.utcoffset() == shown.replace(fold=1).utcoffset()


@given(
    zone=some.sampled_from(ZONES),
    day=some.dates(FIRST, LAST),
    minute=some.integers(0, 24 * 60 - 1),
)
def test_any_wall_clock_is_the_same_instant_as_on_the_site(
    zone: str, day: date, minute: int
) -> None:
    wall = datetime.combine(day, time(0)) + timedelta(minutes=minute)
    if on_the_wall(zone, wall):
        expected = clock.moment(day, wall.time(), zone)
        assert instant(read(zone), wall) == expected


@pytest.mark.parametrize("zone", ["America/Edmonton", "America/Vancouver"])
def test_clocks_that_stay_on_summer_time_do_so(zone: str) -> None:
    last = read(zone).subcomponents[-1]
    assert last.decoded("DTSTART") == datetime.combine(date(2026, 3, 8), time(2))
    noon = datetime.combine(date(2026, 12, 1), time(12, 5))
    hour = 18 if zone == "America/Edmonton" else 19
    assert instant(read(zone), noon) == datetime(2026, 12, 1, hour, 5, tzinfo=UTC)


@pytest.mark.parametrize("zone", ZONES)
def test_each_change_is_an_observance_of_its_own(zone: str) -> None:
    """Rules would be wrong where clocks are changed no more; lists are read in part."""
    text = vtimezone(zone, FIRST, LAST)
    assert b"RDATE" not in text
    assert b"RRULE" not in text
    parts = read(zone).subcomponents
    starts = [one.decoded("DTSTART") for one in parts]
    assert starts == sorted(set(starts))
    for before, after in pairwise(parts):
        assert after.decoded("TZOFFSETFROM") == before.decoded("TZOFFSETTO")


def test_summer_is_called_summer() -> None:
    parts = [one.name for one in read("Europe/London").subcomponents]
    assert parts[:4] == ["DAYLIGHT", "STANDARD", "DAYLIGHT", "STANDARD"]
