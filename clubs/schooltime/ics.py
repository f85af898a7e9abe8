"""The lines of an iCalendar file (RFC 5545), as far as each of them is sound.

Real calendars have odd lines: a duration of “P1H”, no UID, no end. Such a line is left out
and named; the file is read all the same.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from flask_babel import gettext as _
from icalendar.parser import Contentline, Contentlines
from icalendar.prop import TypesFactory

from clubs.schooltime.parts import Part, notes_on, shown

LARGEST = 1_000_000
_TYPES: Final = TypesFactory()
_DURATIONS = ("DURATION", "TRIGGER", "REFRESH-INTERVAL")
# The library's own types of dates.
_DATES = ("vDDDTypes", "vDDDLists", "vDate", "vDatetime", "vPeriod")
# All the library raises over what people write.
ODD = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


class NotACalendar(Exception):
    """There is no calendar in this file at all; the sentence says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Calendar:
    """What could be read: the calendar's own part, its events, and what was odd."""

    name: str
    events: list[Part]
    notes: list[str]


def read_calendar(content: bytes) -> Calendar:
    """Raises NotACalendar, and nothing else whatever the bytes are."""
    if len(content) > LARGEST:
        raise NotACalendar(_("This file is larger than 1 MB. A school’s calendar is not."))
    text = content.decode("utf-8-sig", errors="replace")
    if "BEGIN:VCALENDAR" not in text.upper():
        raise NotACalendar(_("This is not a calendar. Its name mostly ends in .ics."))
    parts = list(_parts(text))
    own = [one for one in parts if one.kind == "VCALENDAR"]
    name = next((t for one in own for key in _NAMES if (t := one.text(key))), "")
    events = [one for one in parts if one.kind == "VEVENT"]
    return Calendar(name, events, notes_on(parts))


_NAMES = ("X-WR-CALNAME", "NAME")


def _parts(text: str) -> Iterator[Part]:
    """Every part as it ends; one that never ends counts as ended with the file."""
    open_parts = [Part("")]
    for line in _lines(text):
        if not line:
            continue
        read = _name_and_value(line)
        name = read[0] if read else ""
        if name == "BEGIN" and read:
            open_parts.append(Part(shown(read[1]).upper()[:40]))
        elif name == "END" and len(open_parts) > 1:
            yield open_parts.pop()
        else:
            _take(open_parts[-1], line)
    yield from reversed(open_parts)


def _lines(text: str) -> Iterable[Contentline]:
    unfold: Callable[[str], Iterable[Contentline]] = Contentlines.from_ical
    return unfold(text)


def _name_and_value(line: Contentline) -> tuple[str, str] | None:
    name, found, value = line.partition(":")
    return (name.strip().upper(), value.strip()) if found else None


def _take(part: Part, line: Contentline) -> None:
    """Read one property into its part, or note why not."""
    try:
        name, parameters, raw = line.parts()
    except ODD:
        part.odd.append((_shortened(line), _("not a line of a calendar")))
        return
    name = name.upper()
    kind: Any = None
    lasts = name in _DURATIONS or parameters.value == "DURATION"
    try:
        kind = _TYPES.for_property(name, parameters.value)
        value = raw if kind.__name__ in _TAKEN_AS_IT_IS else kind.from_ical(raw)
    except ODD:
        wrong = _("not a valid duration") if lasts else _wrong(kind)
        part.odd.append((shown(name)[:40], wrong))
    else:
        part.values.setdefault(name, []).append(value)


_TAKEN_AS_IT_IS = ("vText", "vUnknown", "vCategory", "vRecur")


def _shortened(line: str) -> str:
    line = shown(line)
    return line if len(line) <= 30 else f"{line[:30]}…"


def _wrong(kind: type | None) -> str:
    dated = kind is not None and kind.__name__ in _DATES
    return _("not a valid date") if dated else _("not a valid value")
