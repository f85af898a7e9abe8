"""Run in the environment of other calendars: entries as icalendar and recurring-ical-events
see them."""

import json
import sys
from datetime import UTC, date

import icalendar
import recurring_ical_events

FIRST, LAST = date(2026, 8, 1), date(2027, 8, 1)
told = {}
for name, text in json.load(sys.stdin).items():
    calendar = icalendar.Calendar.from_ical(text)
    found = recurring_ical_events.of(calendar).between(FIRST, LAST)
    told[name] = {
        "errors": [str(error) for part in calendar.walk() for error in part.errors],
        "entries": [
            [one["DTSTART"].dt.astimezone(UTC).isoformat(), one["STATUS"] == "CANCELLED"]
            for one in found
        ],
    }
json.dump(told, sys.stdout)
