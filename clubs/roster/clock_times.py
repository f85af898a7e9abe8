"""Clock times in what people write: “3:40-5:30”, “8:15 a.m.”, “at 4”."""

import re
from dataclasses import dataclass
from datetime import time

CLOCK = r"(\d{1,2})(?:[:.h]([0-5]\d))?\s*([ap]\.?m\b\.?|noon)?"
RANGE = re.compile(
    r"(?<![\w:.])" + CLOCK + r"\s*(?:-|–|—|to|until|till)\s*" + CLOCK + r"(?![\w:])"
)
SINGLE = re.compile(r"(?<![\w:.])(?:(?P<at>at |@ ?|from )\s*)?" + CLOCK + r"(?![\w:])")
# Nobody's club meets at six in the morning, so small hours are afternoons.
AFTERNOON = range(1, 7)
# Seven may be before school or in the evening; six and eight nearly so.
EITHER = range(6, 9)


@dataclass(frozen=True, slots=True)
class TimesFound:
    """`left`: the text without what was found."""

    starts: time | None
    ends: time | None
    certain: bool
    left: str


def times_in(text: str) -> TimesFound:
    """The one time or range that is named; several different ones are none."""
    ranges = [both for match in RANGE.finditer(text) if (both := range_of(match))]
    left = RANGE.sub(lambda match: " " if range_of(match) else match[0], text)
    singles = [one for match in SINGLE.finditer(left) if (one := single_of(match))]
    left = SINGLE.sub(lambda match: " " if single_of(match) else match[0], left)
    found = {*ranges, *((begins, None, sure) for begins, sure in singles)}
    if not found:
        return TimesFound(None, None, certain=True, left=left)
    if len(found) > 1:
        return TimesFound(None, None, certain=False, left=left)
    starts, ends, sure = found.pop()
    return TimesFound(starts, ends, sure, left)


def range_of(match: re.Match[str]) -> tuple[time, time | None, bool] | None:
    first, second = match.groups()[:3], match.groups()[3:]
    if not any((first[1], second[1], first[2], second[2])):
        return None
    # In “3-4pm” and “11:30-1pm” the half of the day stands once.
    starts = clock(first[0], first[1], first[2] or second[2])
    ends = clock(second[0], second[1], second[2] or first[2])
    if starts is None or ends is None:
        return None
    sure = bool(first[2] or second[2]) or int(first[0]) not in EITHER
    if starts >= ends:
        starts, ends = turned(starts, ends, first[2], second[2])
    return (starts, ends, sure) if starts < ends else None


def turned(
    starts: time, ends: time, first_half: str | None, second_half: str | None
) -> tuple[time, time]:
    """The range with one end moved by half a day, where nothing was said of that end."""
    if second_half and not first_half and starts.hour >= 12:
        return starts.replace(hour=starts.hour - 12), ends
    if not second_half and ends.hour < 12:
        return starts, ends.replace(hour=ends.hour + 12)
    return starts, ends


def single_of(match: re.Match[str]) -> tuple[time, bool] | None:
    hour, minute, half = match[2], match[3], match[4]
    if not (match["at"] or minute or half):
        return None
    found = clock(hour, minute, half)
    return (found, bool(half) or int(hour) not in EITHER) if found else None


def clock(hour_text: str, minute: str | None, half: str | None) -> time | None:
    hour = int(hour_text)
    if hour > 23 or (half and not 0 < hour < 13):
        return None
    if half:
        hour = hour % 12 + (0 if half.startswith("a") else 12)
    elif hour in AFTERNOON:
        hour += 12
    return time(hour, int(minute or 0))
