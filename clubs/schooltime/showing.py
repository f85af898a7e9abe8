"""What a date is, in words for the school's calendar."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import clock, timetable
from clubs.models.people import School
from clubs.models.timetable import DayType
from clubs.timetable import Day, dates
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


def month_shown(
    school: School, month: Month, kinds: Sequence[DayType]
) -> dict[date, DayShown]:
    """Every date of a month."""
    return shown(school, dates(month.first, month.after - clock.days(1)), kinds)


def shown(
    school: School, wanted: Iterable[date], kinds: Sequence[DayType]
) -> dict[date, DayShown]:
    """What is known of some dates in a row."""
    wanted = list(wanted)
    known = timetable.days_between(school.id, wanted[0], wanted[-1])
    return {on: _shown(school, known.get(on) or Day(on), kinds) for on in wanted}


def _shown(school: School, day: Day, kinds: Sequence[DayType]) -> DayShown:
    names = {one.id: one.name for one in kinds if not one.regular}
    letters = school.cycle_letters
    return DayShown(
        on_date=day.on_date,
        open=day.open,
        cycle=timetable.cycle_said(day.cycle_day, letters=letters) if day.cycle_day else "",
        kind=names.get(day.day_type_id or "", ""),
        words=day.words,
    )
