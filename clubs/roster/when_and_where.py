"""Understanding how people write when and where a club meets.

What is found is taken out of the text; when anything but filler is left, or two things
contradict each other, the result is not certain and a person should look. The text itself
is always kept elsewhere, word for word.
"""

import re
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from clubs.roster.clock_times import TimesFound, times_in
from clubs.roster.rooms import rooms_in, rooms_marked_in

LONGEST = 500


class Frequency(StrEnum):
    WEEKLY = "weekly"
    EVERY_SECOND_WEEK = "every second week"
    MONTHLY = "monthly"


class PartOfDay(StrEnum):
    BEFORE_SCHOOL = "before school"
    LUNCH = "lunch"
    AFTER_SCHOOL = "after school"


@dataclass(frozen=True, slots=True)
class Understood:
    """When and where, as far as it is clear.

    `weekdays`: 0 is Monday. `weeks`: for a monthly club, which of those days in the month;
    -1 is the last. `part_of_day` and the times are None when none or several are named.
    `certain`: there is a day, and every word of the texts has been understood.
    """

    weekdays: tuple[int, ...] = ()
    frequency: Frequency | None = None
    weeks: tuple[int, ...] = ()
    part_of_day: PartOfDay | None = None
    starts: time | None = None
    ends: time | None = None
    rooms: tuple[str, ...] = ()
    certain: bool = False


WEEKDAYS = (
    r"mon(?:d(?:ay)?s?)?",
    r"tue(?:s(?:d(?:ay)?s?)?)?",
    r"wed(?:s|nesd(?:ay)?s?)?",
    r"thu(?:rs?(?:d(?:ay)?s?)?)?",
    r"fri(?:d(?:ay)?s?)?",
    r"sat(?:urd(?:ay)?s?)?",
    r"sun(?:d(?:ay)?s?)?",
)
DAY = re.compile(
    r"\b(?:" + "|".join(f"(?P<d{n}>{name})" for n, name in enumerate(WEEKDAYS)) + r")"
    r"(?:['’]s)?\b\.?"
)
DAY_RANGE = re.compile(
    DAY.pattern.replace("?P<d", "?P<a") + r"\s*(?:-|–|to|thru|through)\s*" + DAY.pattern
)
EVERY_DAY = re.compile(r"\b(?:daily|every ?day|each day|weekdays)\b")
LETTERS = {"m": 0, "t": 1, "tu": 1, "w": 2, "th": 3, "r": 3, "f": 4}
ONLY_LETTERS = re.compile(r"\s*(?:th|tu|[mtwrf])(?:[\s,/&+]*(?:th|tu|[mtwrf]))*\s*")
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3,
    "fourth": 4, "4th": 4, "fifth": 5, "5th": 5, "last": -1,
}  # fmt: skip
# “First lunch” is a lunch, not a week: an ordinal must stand before a day or an end.
ORDINAL = re.compile(
    r"\b(" + "|".join(ORDINALS) + r")\b"
    r"(?=\s*(?:$|[,/&+);]|(?:and|of|in|week|mon|tue|wed|thu|fri|sat|sun)))"
)
EVERY_SECOND = re.compile(
    r"\bevery (?:other|second|2nd|two|2)(?: weeks?)?\b|\balt(?:ernat(?:e|ing))?\b\.?|"
    r"\bfortnightly\b"
)
MAYBE_SECOND = re.compile(r"\bbi-?weekly\b")
MONTHLY = re.compile(r"\bmonthly\b|\bonce (?:a|per|each) month\b")
OF_THE_MONTH = re.compile(
    r"\b(?:of|in) (?:the|each|every) month\b|\b(?:each|every) month\b"
)
PARTS = {
    PartOfDay.LUNCH: re.compile(r"\blunch(?:es|time|times)?\b"),
    PartOfDay.AFTER_SCHOOL: re.compile(r"\bafter ?-?school\b"),
    PartOfDay.BEFORE_SCHOOL: re.compile(r"\bbefore ?-?school\b|\bmornings?\b"),
}
FILLER = re.compile(
    r"\b(?:and|at|on|during|in|from|the|each|every|week|weekly|of|we|meet|meets|time)\b"
    r"|[\s.,;:/&+()\-–—@]"
)


class Reading:
    """A text from which one kind of thing after another is taken out."""

    def __init__(self, text: str) -> None:
        self.left = text.casefold()
        self.doubtful = False

    def take(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        found = list(pattern.finditer(self.left))
        self.left = pattern.sub(" ", self.left)
        return found


def understand(day_text: str, time_text: str, place_text: str) -> Understood:
    """What the three texts of a club say together; never raises."""
    if max(map(len, (day_text, time_text, place_text))) > LONGEST:
        return Understood()
    day, other = Reading(day_text), Reading(time_text)
    times = merged(times_of(day), times_of(other))
    # Before the lunches go: “first lunch” says nothing of weeks.
    frequency, weeks = rhythm_in(day)
    parts = parts_in(day) | parts_in(other)
    weekdays = weekdays_in(day) | weekdays_in(other)
    place = rooms_in(place_text)
    # A room among the days is a slip, so it leaves the result uncertain.
    stray = rooms_marked_in(day.left) + rooms_marked_in(other.left)
    clear = weekdays and len(parts) < 2 and not (day.doubtful or other.doubtful or stray)
    left = FILLER.sub("", day.left) + FILLER.sub("", other.left)
    return Understood(
        weekdays=tuple(sorted(weekdays)),
        frequency=frequency or (Frequency.WEEKLY if weekdays else None),
        weeks=weeks,
        part_of_day=parts.pop() if len(parts) == 1 else None,
        starts=times.starts,
        ends=times.ends,
        rooms=tuple(dict.fromkeys((*place.rooms, *stray))),
        certain=bool(clear and times.certain and place.certain and not left),
    )


def times_of(reading: Reading) -> TimesFound:
    times = times_in(reading.left)
    reading.left = times.left
    return times


def merged(first: TimesFound, second: TimesFound) -> TimesFound:
    """Both, as long as they don't contradict each other."""
    certain = first.certain and second.certain
    if first.starts is None or second.starts is None:
        given = second if first.starts is None else first
        return TimesFound(given.starts, given.ends, certain, "")
    if (first.starts, first.ends) == (second.starts, second.ends):
        return TimesFound(first.starts, first.ends, certain, "")
    return TimesFound(None, None, certain=False, left="")


def parts_in(reading: Reading) -> set[PartOfDay]:
    return {part for part, pattern in PARTS.items() if reading.take(pattern)}


def weekdays_in(reading: Reading) -> set[int]:
    if ONLY_LETTERS.fullmatch(reading.left):
        letters = re.findall(r"th|tu|[mtwrf]", reading.left)
        reading.left = ""
        return {LETTERS[letter] for letter in letters}
    days: set[int] = set()
    for match in reading.take(DAY_RANGE):
        first, last = number(match, "a"), number(match, "d")
        reading.doubtful |= first > last
        days.update(range(first, last + 1) if first <= last else (first, last))
    if reading.take(EVERY_DAY):
        days.update(range(5))
    days.update(number(match, "d") for match in reading.take(DAY))
    return days


def number(match: re.Match[str], letter: str) -> int:
    return next(n for n in range(7) if match.group(f"{letter}{n}"))


def rhythm_in(reading: Reading) -> tuple[Frequency | None, tuple[int, ...]]:
    second = bool(reading.take(EVERY_SECOND))
    maybe = bool(reading.take(MAYBE_SECOND))
    monthly = bool(reading.take(MONTHLY))
    of_the_month = bool(reading.take(OF_THE_MONTH))
    weeks = sorted({ORDINALS[match[1]] for match in reading.take(ORDINAL)})
    reading.doubtful |= maybe or (second and (bool(weeks) or of_the_month))
    reading.doubtful |= (monthly or of_the_month) and not weeks
    if weeks or monthly:
        return Frequency.MONTHLY, tuple(weeks)
    return (Frequency.EVERY_SECOND_WEEK if second or maybe else None), ()
