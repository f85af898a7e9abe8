"""What a calendar says is on which dates: repeats, ends and odd events sorted out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from flask_babel import gettext as _

from clubs import clock
from clubs.schooltime.ics import read_calendar
from clubs.schooltime.parts import Part
from clubs.schooltime.repeating import CannotRepeat, repeats

MOST, MOST_REPEATING, MOST_NOTES = 5_000, 60, 50
_LONGEST = clock.days(400)
_YEARS = range(1990, 2100)
Span = tuple[date, date]


@dataclass(frozen=True)
class Happening:
    """Something from a first to a last date; `timed`: only for some hours of them."""

    title: str
    first_on: date
    last_on: date
    timed: bool = False


@dataclass(frozen=True)
class Read:
    """A calendar as far as it matters to a school."""

    name: str
    happenings: list[Happening]
    notes: list[str]


@dataclass
class Reading:
    """Goes through the events and keeps what was odd about them."""

    zone: str
    first: date
    last: date
    odd: Counter[str] = field(default_factory=Counter)
    repeating: int = 0
    outside: int = 0
    moved: set[tuple[str, date]] = field(default_factory=set)

    def of(self, event: Part) -> Iterator[Happening]:
        """The event on each of its dates between first and last."""
        if event.text("STATUS").upper() == "CANCELLED":
            return
        span = self._span(event)
        if span is None:
            return
        title, timed = event.text("SUMMARY"), isinstance(event.first("DTSTART"), datetime)
        for first_on in self._beginnings(event, span):
            last_on = first_on + (span[1] - span[0])
            if last_on < self.first or first_on > self.last:
                self.outside += 1
            else:
                yield Happening(title, first_on, last_on, timed)

    def _span(self, event: Part) -> Span | None:
        first = self._date(event.first("DTSTART"))
        if first is None:
            self.odd[_("“%(title)s” has no day it begins on", title=_title(event))] += 1
            return None
        last = self._last(event, first)
        if last < first or last - first > _LONGEST:
            self.odd[_("“%(title)s” has no end that makes sense", title=_title(event))] += 1
            last = first
        return first, last

    def _last(self, event: Part, first: date) -> date:
        """The end is not part of an event; without one it is on a single day."""
        begins, ends = event.first("DTSTART"), event.first("DTEND")
        lasts = event.first("DURATION")
        if ends is None and isinstance(lasts, timedelta) and abs(lasts) < _LONGEST:
            ends = begins + lasts
        on = self._date(ends)
        if on is None or on == first:
            return first
        if not isinstance(ends, datetime) or ends.time() == time():
            return on - clock.days(1)
        return on

    def _beginnings(self, event: Part, span: Span) -> Iterator[date]:
        uid, rule = event.text("UID"), event.first("RRULE")
        if event.first("RECURRENCE-ID") is not None or rule is None:
            yield span[0]
        else:
            out = {self._date(one) for one in _listed(event, "EXDATE")}
            out |= {on for other, on in self.moved if other == uid and uid}
            yield from (on for on in self._repeats(event, str(rule), span) if on not in out)
        yield from (on for one in _listed(event, "RDATE") if (on := self._date(one)))

    def _repeats(self, event: Part, rule: str, span: Span) -> Iterator[date]:
        self.repeating += 1
        if self.repeating > MOST_REPEATING:
            self.odd[_("more events repeat than this site follows")] += 1
            return
        earliest = self.first - (span[1] - span[0])
        try:
            yield from repeats(rule, span[0], earliest, self.last)
        except CannotRepeat:
            told = _("RRULE in the event “%(title)s”: not followed", title=_title(event))
            self.odd[told] += 1
            yield span[0]

    def note_moved(self, event: Part) -> None:
        """A single occurrence that has an event of its own."""
        on = self._date(event.first("RECURRENCE-ID"))
        if on is not None:
            self.moved.add((event.text("UID"), on))

    def _date(self, value: Any) -> date | None:
        """The date the school's wall clock shows; a zone's own wall clock as it stands."""
        if not isinstance(value, date) or value.year not in _YEARS:
            return None
        if not isinstance(value, datetime):
            return value
        return value.date() if value.tzinfo is None else clock.day_of(value, self.zone)


def read(content: bytes, zone: str, first: date, last: date) -> Read:
    """All that happens between two dates; raises NotACalendar."""
    calendar = read_calendar(content)
    reading = Reading(zone, first, last)
    for event in calendar.events:
        reading.note_moved(event)
    found = (one for event in calendar.events for one in reading.of(event))
    happenings = list(islice(found, MOST))
    notes = [*calendar.notes, *_said(reading), *_missing(calendar.events)]
    if len(notes) > MOST_NOTES:
        more = _("and %(count)s more", count=len(notes) - MOST_NOTES)
        notes = [*notes[:MOST_NOTES], more]
    return Read(calendar.name, happenings, notes)


def _said(reading: Reading) -> Iterator[str]:
    for sentence, count in reading.odd.items():
        yield f"{sentence} ({count})" if count > 1 else sentence
    if reading.outside:
        yield _(
            "%(count)s dates are not of this school year or the next, and are left out",
            count=reading.outside,
        )


def _missing(events: list[Part]) -> Iterator[str]:
    count = sum(event.first("UID") is None for event in events)
    if count:
        yield _(
            "UID is missing in %(count)s events; they are read all the same", count=count
        )


def _listed(event: Part, name: str) -> Iterator[Any]:
    """The dates of EXDATE or RDATE, of which each line may have several."""
    for one in event.values.get(name, ()):
        yield from (getattr(each, "dt", each) for each in (one if _many(one) else [one]))


def _many(value: object) -> bool:
    return isinstance(value, list | tuple)


def _title(event: Part) -> str:
    return event.text("SUMMARY") or _("An event")
