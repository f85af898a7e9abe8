"""Calendars as text (RFC 5545): what readers of all makes take the same way.

No METHOD: with it some readers take a feed for an invitation, and refuse it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, vText

from clubs.feeds.occurrences import Occurrence
from clubs.feeds.zones import vtimezone

# How often readers are asked to look again; most look less often.
_AGAIN = "PT15M"
_END = b"END:VCALENDAR\r\n"


def feed_text(
    occurrences: Sequence[Occurrence], *, name: str, zone: str, on: date
) -> bytes:
    """A calendar to subscribe to; `name` is what a reader may call it, if anything.

    It always holds the school's zone: a calendar without any part is none.
    """
    head = _head()
    again = {"VALUE": "DURATION"}
    head.add("refresh-interval", vText(_AGAIN), parameters=again)
    head.add("x-published-ttl", vText(_AGAIN))
    if name:
        head.add("x-wr-calname", vText(name))
    return _text(head, occurrences, {zone: [on]})


def file_text(occurrences: Sequence[Occurrence]) -> bytes:
    """A calendar to bring in once."""
    return _text(_head(), occurrences, {})


def _head() -> Calendar:
    head = Calendar()
    head.add("prodid", "-//Kindred//Calendar//EN")
    head.add("version", "2.0")
    head.add("calscale", "GREGORIAN")
    return head


def _text(
    head: Calendar, occurrences: Sequence[Occurrence], days: dict[str, list[date]]
) -> bytes:
    for one in occurrences:
        days.setdefault(one.zone, []).append(one.on_date)
    zones = [vtimezone(zone, min(held), max(held)) for zone, held in sorted(days.items())]
    begins = head.to_ical(sorted=False).removesuffix(_END)
    return b"".join([begins, *zones, *map(_event, occurrences), _END])


# A change of one club leaves all other entries of its school's feed as they are.
@lru_cache(maxsize=20_000)
def _event(one: Occurrence) -> bytes:
    zone = ZoneInfo(one.zone)
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", one.stamp)
    event.add("dtstart", datetime.combine(one.on_date, one.starts, zone))
    event.add("dtend", datetime.combine(one.on_date, one.ends, zone))
    event.add("sequence", one.sequence)
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("summary", one.summary)
    event.add("location", one.place)
    text: bytes = event.to_ical(sorted=False)
    return text
