"""The day before, as somebody at school sees it: the last day of school before another."""

from collections.abc import Mapping
from datetime import date

from clubs import clock
from clubs.timetable.days import Day
from clubs.timetable.storage import days_between

# After so many days without school a reminder on the last day of school is forgotten.
_LONGEST_AHEAD = 4


def reminded_of(school_id: str, today: date) -> list[date]:
    """The days to come of which people are reminded today."""
    ahead = [today + clock.days(count) for count in range(1, _LONGEST_AHEAD + 1)]
    days = days_between(school_id, today - clock.days(_LONGEST_AHEAD), ahead[-1])
    return [on for on in ahead if reminder_day(days, on) == today]


def reminder_day(days: Mapping[date, Day], on: date) -> date:
    """The school day before a meeting; after a break of many days, the day before."""
    for back in range(1, _LONGEST_AHEAD + 1):
        before = on - clock.days(back)
        if days.get(before, Day(before)).open:
            return before
    return on - clock.days(1)
