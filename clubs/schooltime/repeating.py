"""On which dates an event repeats, by the rules schools' calendars really use."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time

from dateutil.rrule import rrulestr

_PART = re.compile(r"(?:[A-Z]+=[A-Z0-9,+-]+)(?:;[A-Z]+=[A-Z0-9,+-]+)*;?")
# By how often: with these each rule comes to an end soon, whoever wrote it.
_ALLOWED = {
    "DAILY": {"INTERVAL", "COUNT", "UNTIL", "WKST"},
    "WEEKLY": {"INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY"},
    "MONTHLY": {"INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY"},
    "YEARLY": {"INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"},
}
# Whatever is larger, such as the 31st week or an interval of a thousand years, either is
# no rule of a school or would be looked for until the end of time.
_MOST = {"INTERVAL": 400, "COUNT": 5_000, "BYMONTH": 12, "BYMONTHDAY": 31, "BYDAY": 5}
_LONGEST_MONTHS = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}
_LONGEST_RULE = 200


class CannotRepeat(Exception):
    """The rule is none, or one that this site does not follow."""


def repeats(rule: str, begins: date, first: date, last: date) -> Iterator[date]:
    """The dates between first and last; raises CannotRepeat."""
    words = ";".join(f"{name}={value}" for name, value in _parts_of(rule).items())
    try:
        found = rrulestr(words, dtstart=datetime.combine(begins, time()))
    except (ValueError, TypeError, KeyError, IndexError) as error:
        raise CannotRepeat from error
    after, before = (datetime.combine(one, time()) for one in (first, last))
    yield from (one.date() for one in found.between(after, before, inc=True))


def _parts_of(rule: str) -> dict[str, str]:
    rule = rule.strip().upper()
    if len(rule) > _LONGEST_RULE or not _PART.fullmatch(rule):
        raise CannotRepeat
    parts = dict(part.split("=", 1) for part in rule.split(";") if part)
    often = parts.get("FREQ", "")
    if often not in _ALLOWED or not set(parts) <= {"FREQ", *_ALLOWED[often]}:
        raise CannotRepeat
    for name, most in _MOST.items():
        if not all(1 <= one <= most for one in _numbers(parts, name)):
            raise CannotRepeat
    _require_a_day(parts)
    return _with_sound_end(parts)


def _require_a_day(parts: dict[str, str]) -> None:
    """Such as no 30th of February."""
    days, months = _numbers(parts, "BYMONTHDAY"), _numbers(parts, "BYMONTH")
    if days and "BYDAY" in parts:
        raise CannotRepeat
    if days and months:
        longest = max(_LONGEST_MONTHS.get(month, 31) for month in months)
        if min(days) > longest:
            raise CannotRepeat


def _with_sound_end(parts: dict[str, str]) -> dict[str, str]:
    """The end as a date: hours and zones do not matter for days."""
    until = re.match(r"\d{8}", parts.pop("UNTIL", "") or "99991231")
    if until is None:
        raise CannotRepeat
    return parts if "COUNT" in parts else {**parts, "UNTIL": until[0]}


def _numbers(parts: dict[str, str], name: str) -> list[int]:
    return [int(one) for one in re.findall(r"\d+", parts.get(name, ""))]
