"""Months as people turn them over: read from an address, named, laid out in weeks."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from flask_babel import format_date, get_locale

_ADDRESS = re.compile(r"(20[0-9]{2})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True)
class Month:
    """A month of a year in this century."""

    year: int
    number: int

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def after(self) -> date:
        """The first day of the month after it."""
        return date(self.year + self.number // 12, self.number % 12 + 1, 1)

    @property
    def address(self) -> str:
        return f"{self.year}-{self.number:02}"

    @property
    def name(self) -> str:
        """Such as "November 2026"."""
        return str(format_date(self.first, "LLLL yyyy"))

    @property
    def next(self) -> "Month | None":
        month = month_of(self.after)
        return month if month.year < 2100 else None

    @property
    def previous(self) -> "Month | None":
        if self.number > 1:
            return Month(self.year, self.number - 1)
        return Month(self.year - 1, 12) if self.year > 2000 else None

    @property
    def weeks(self) -> list[list[date | None]]:
        """Its days in rows of seven; None before the first and after the last."""
        rows = calendar.Calendar(_first_weekday()).monthdatescalendar(
            self.year, self.number
        )
        return [[day if day.month == self.number else None for day in row] for row in rows]


def month_of(day: date) -> Month:
    return Month(day.year, day.month)


def month_at(address: str) -> Month | None:
    """The month an address such as "2026-11" means, and no other way of writing it."""
    found = _ADDRESS.fullmatch(address)
    return Month(int(found[1]), int(found[2])) if found else None


def weekday_names() -> list[str]:
    """Short names of the days, in the order of the reader's weeks."""
    first = date(2026, 11, 2 + _first_weekday())  # the 2nd was a Monday
    return [str(format_date(first.replace(day=first.day + n), "EEE")) for n in range(7)]


def _first_weekday() -> int:
    locale = get_locale()
    return locale.first_week_day if locale else 0
