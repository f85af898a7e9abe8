"""On which days a series meets. A rule for every second week would be one more function."""

from datetime import date, datetime, time
from itertools import islice

from dateutil.rrule import WEEKLY, rrule

MOST_OCCURRENCES = 45  # every week of a school year, with a few to spare


def every_week(weekday: int, first: date, last: date) -> list[date]:
    """The days from first to last that are this weekday (Monday is 0).

    Never more than MOST_OCCURRENCES + 1: enough to know that there are too many.
    """
    rule = rrule(
        WEEKLY,
        byweekday=weekday,
        dtstart=datetime.combine(first, time()),
        until=datetime.combine(last, time()),
    )
    return [moment.date() for moment in islice(rule, MOST_OCCURRENCES + 1)]
