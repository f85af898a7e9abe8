"""Forms of the calendar: one date, and several days without school."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import RadioField, SelectField
from wtforms.validators import Length

from clubs import clock, timetable
from clubs.models.people import School
from clubs.models.timetable import DayMark, DayType
from clubs.schooltime.services.days import Said
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l
from clubs.web.when import Day

_WORDS = Length(max=80, message=_l("Use at most %(max)d characters."))
LONGEST_CLOSING = clock.days(120)
_CLOSED = {"": None, "closed": True, "open": False}


class MovesForm(Form):
    """Whether the cycle days after it move; only asked where there are any."""

    moves = RadioField(
        _l("The cycle days after it"),
        choices=lambda: [("y", _("move by one")), ("", _("stay where they are"))],
    )

    @property
    def keeps_count(self) -> bool:
        return not self.moves.data


class DayForm(MovesForm):
    school = RadioField(
        _l("School"),
        choices=lambda: [
            ("", _("As the week and the terms say")),
            ("closed", _("No school")),
            ("open", _("School, whatever else is said")),
        ],
    )
    words = Line(
        _l("What it is"),
        [_WORDS],
        description=_l("Such as Family Day. Everybody may read it."),
    )
    kind = SelectField(_l("Kind of day"))
    cycle_day = SelectField(_l("Day of the cycle"))

    def as_said(self) -> Said:
        return Said(
            closed=_CLOSED[self.school.data or ""],
            words=self.words.data or "",
            day_type_id=self.kind.data or None,
            cycle_day=int(self.cycle_day.data) if self.cycle_day.data else None,
            keeps_count=self.keeps_count,
        )


def day_form(school: School, kinds: Sequence[DayType], typed: DayMark | None) -> DayForm:
    """The form for one date, filled in with what was typed about it before."""
    form = DayForm(data=_known(school, typed))
    form.kind.choices = [("", _("As the weekday says")), *((k.id, k.name) for k in kinds)]
    cycle = [
        (str(n), timetable.cycle_said(n, letters=school.cycle_letters))
        for n in range(1, (school.cycle_length or 0) + 1)
    ]
    form.cycle_day.choices = [("", _("As it is counted")), *cycle]
    return form


def _known(school: School, typed: DayMark | None) -> dict[str, Any]:
    if typed is None:
        moves = "y" if school.cycle_shifts else ""
        return {"school": "", "kind": "", "cycle_day": "", "moves": moves}
    closed = next(key for key, value in _CLOSED.items() if value is typed.closed)
    return {
        "school": closed,
        "words": typed.words,
        "kind": typed.day_type_id or "",
        "cycle_day": str(typed.cycle_day or ""),
        "moves": "" if typed.keeps_count else "y",
    }


class ClosingForm(MovesForm):
    """Several days without school at once."""

    first_on = Day(_l("First day without school"))
    last_on = Day(_l("Last day without school"))
    words = Line(
        _l("What it is"),
        [_WORDS],
        description=_l("Such as Winter break. Everybody may read it."),
    )

    def __init__(self, school: School) -> None:
        super().__init__(data={"moves": "y" if school.cycle_shifts else ""})
        self.limits = timetable.worked_out_between(school)

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether the two days belong together."""
        if not super().validate(extra_validators):
            return False
        first, last = self.days
        if last < first:
            self.complain(self.last_on, _("It has to end after it begins."))
        elif last - first > LONGEST_CLOSING:
            self.complain(self.last_on, _("That is very long. Make it a term instead."))
        elif first < self.limits[0] or last > self.limits[1]:
            self.complain(self.first_on, _("Choose days of this school year or the next."))
        return not self.errors

    @property
    def days(self) -> tuple[date, date]:
        assert self.first_on.data is not None
        assert self.last_on.data is not None
        return self.first_on.data, self.last_on.data

    def as_said(self) -> Said:
        return Said(closed=True, words=self.words.data or "", keeps_count=self.keeps_count)
