"""How kinds of slots, days of the week and dates of other years are called."""

from datetime import date

from flask_babel import format_date
from flask_babel import lazy_gettext as _l

from clubs.models.timetable import SlotKind

SLOTS = {
    SlotKind.BEFORE: _l("Before school"),
    SlotKind.PERIOD: _l("Period"),
    SlotKind.LUNCH: _l("Lunch"),
    SlotKind.FLEX: _l("Flex time"),
    SlotKind.AFTER: _l("After school"),
}


def weekday_said(weekday: int) -> str:
    """The name of a day of the week; Monday is 0."""
    return str(format_date(date(2026, 11, 2 + weekday), "EEEE"))  # the 2nd was a Monday


def long_day(value: date) -> str:
    """Such as "November 25, 2026"."""
    return str(format_date(value, "long"))
