"""Run by the system's own Python: entries as libical, which GNOME uses, sees them."""

import json
import sys
from datetime import datetime, timezone

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib  # noqa: E402  # only now is its version known

UTC = timezone.utc  # noqa: UP017  # the system's Python may be an old one
told = {}
for name, text in json.load(sys.stdin).items():
    calendar = ICalGLib.Component.new_from_string(text)
    errors = [f"{calendar.count_errors()} properties"] if calendar.count_errors() else []
    if not ICalGLib.restriction_check(calendar):
        errors.append("a component lacks a part or has one too many")
    entries = []
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event is not None:
        start = event.get_dtstart()
        seconds = start.as_timet_with_zone(start.get_timezone())
        cancelled = event.get_status() == ICalGLib.PropertyStatus.CANCELLED
        entries.append([datetime.fromtimestamp(seconds, UTC).isoformat(), cancelled])
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    told[name] = {"errors": errors, "entries": entries}
json.dump(told, sys.stdout)
