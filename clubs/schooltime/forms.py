"""Forms of the school's time: kinds of day, the week, terms."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import RadioField, SelectField, SelectMultipleField
from wtforms.validators import DataRequired, Length
from wtforms.widgets import CheckboxInput, ListWidget

from clubs import clock
from clubs.models.people import School
from clubs.models.timetable import DayType
from clubs.schooltime.services.terms import WantedTerm
from clubs.schooltime.services.week import WantedWeek
from clubs.schooltime.words import weekday_said
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l
from clubs.web.when import Day

_NAME = Length(max=60, message=_l("Use at most %(max)d characters."))
_LONGEST_TERM = clock.days(366)
LONGEST_CYCLE = 10


class KindForm(Form):
    name = Line(
        _l("Name"),
        [DataRequired(_l("Give it a name.")), _NAME],
        description=_l("Such as Early closing or Assembly."),
    )


class WeekdaysForm(Form):
    """Which kind of day each day of the week is."""

    @property
    def chosen(self) -> dict[int, str]:
        found = {weekday: self[f"day_{weekday}"].data for weekday in range(7)}
        return {weekday: kind for weekday, kind in found.items() if kind}


def weekdays_form(kinds: Sequence[DayType], now: Mapping[int, str]) -> WeekdaysForm:
    regular = next((one.name for one in kinds if one.regular), _("Regular"))
    choices = [("", regular), *((one.id, one.name) for one in kinds if not one.regular)]
    fields: dict[str, Any] = {
        f"day_{weekday}": SelectField(weekday_said(weekday), choices=lambda: choices)
        for weekday in range(7)
    }
    data = {f"day_{weekday}": kind for weekday, kind in now.items()}
    form: WeekdaysForm = type("WeekdaysOfSchool", (WeekdaysForm,), fields)(data=data)
    return form


class WeekForm(Form):
    week = SelectMultipleField(
        _l("Days of the week with school"),
        [DataRequired(_l("Choose at least one day."))],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    cycle_length = SelectField(
        _l("Cycle of days"),
        description=_l("Counted over days with school only, from the first day of term."),
    )
    cycle_letters = RadioField(
        _l("How the days of the cycle are called"),
        choices=lambda: [("", _("Day 1, day 2")), ("y", _("A day, B day"))],
        default="",
    )
    cycle_shifts = RadioField(
        _l("When a day without school is added later"),
        choices=lambda: [
            ("y", _("the cycle days after it move by one")),
            ("", _("the cycle days after it stay where they are")),
        ],
        default="y",
    )

    def __init__(self, school: School) -> None:
        super().__init__(
            data={
                "week": list(school.week),
                "cycle_length": str(school.cycle_length or ""),
                "cycle_letters": "y" if school.cycle_letters else "",
                "cycle_shifts": "y" if school.cycle_shifts else "",
            }
        )
        self.week.choices = [(str(one), weekday_said(one)) for one in range(7)]
        counted = [(str(n), _("%(count)s days", count=n)) for n in range(2, 11)]
        self.cycle_length.choices = [("", _("None")), *counted]

    def as_week(self) -> WantedWeek:
        length = self.cycle_length.data
        return WantedWeek(
            week="".join(sorted(set(self.week.data or ()))),
            cycle_length=int(length) if length else None,
            cycle_letters=bool(self.cycle_letters.data),
            cycle_shifts=bool(self.cycle_shifts.data),
        )


class TermForm(Form):
    name = Line(
        _l("Name"),
        [DataRequired(_l("Give it a name.")), _NAME],
        description=_l("Such as Term 1 or Fall semester."),
    )
    first_on = Day(_l("First day of school"))
    last_on = Day(_l("Last day of school"))

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether the two days make a term."""
        if not super().validate(extra_validators):
            return False
        first, last = self._days()
        if last < first:
            self.complain(self.last_on, _("It has to end after it begins."))
        elif last - first > _LONGEST_TERM:
            self.complain(self.last_on, _("A term is shorter than a year."))
        return not self.errors

    def as_term(self) -> WantedTerm:
        return WantedTerm(self.name.data or "", *self._days())

    def _days(self) -> tuple[date, date]:
        assert self.first_on.data is not None
        assert self.last_on.data is not None
        return self.first_on.data, self.last_on.data
