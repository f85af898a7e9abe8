"""What a date is, in words for the school's calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import clock, timetable
from clubs.models.people import School
from clubs.timetable import Bells, Day
from clubs.web.month import Month


@dataclass(frozen=True)
class DayShown:
    """`told` is worth a line of its own: it says how the day differs from others."""

    on_date: date
    open: bool
    cycle: str
    kind: str
    words: str

    @property
    def told(self) -> bool:
        return bool(self.words or self.kind)

    @property
    def sentence(self) -> str:
        """Such as "No school. Family Day" or "Day B. Early closing"."""
        parts = [
            _("School") if self.open and not self.told else "",
            "" if self.open else _("No school"),
            _("Day %(name)s", name=self.cycle) if self.cycle else "",
            self.kind,
            self.words,
        ]
        return ". ".join(part for part in parts if part)


def month_shown(school: School, month: Month) -> dict[date, DayShown]:
    """Every date of a month."""
    last = month.after - clock.days(1)
    table = timetable.timetable_of(school.id, month.first, last)
    return {
        one.on_date: _shown(school, one, table.bells)
        for one in _days(table, month.first, last)
    }


def shown(school: School, on: date) -> DayShown:
    table = timetable.timetable_of(school.id, on, on)
    return _shown(school, table.day(on), table.bells)


def _days(table: timetable.Timetable, first: date, last: date) -> Iterator[Day]:
    on = first
    while on <= last:
        yield table.day(on)
        on += clock.days(1)


def _shown(school: School, day: Day, bells: Bells) -> DayShown:
    kind = day.day_type_id if day.day_type_id != bells.regular_id else None
    return DayShown(
        on_date=day.on_date,
        open=day.open,
        cycle=timetable.cycle_said(day.cycle_day, letters=school.cycle_letters)
        if day.cycle_day
        else "",
        kind=bells.names.get(kind or "", ""),
        words=day.words,
    )
