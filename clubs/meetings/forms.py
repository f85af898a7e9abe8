"""The forms of meetings: plan, move, edit, cancel, count."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import format_time
from flask_babel import gettext as _
from wtforms import BooleanField, Field, IntegerField, RadioField, SelectField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange, Optional

from clubs import clock
from clubs.meetings.queries import Lunch
from clubs.meetings.recurrence import MOST_OCCURRENCES, every_week
from clubs.meetings.services import Occasion
from clubs.web.forms import Form, Line, Text
from clubs.web.forms import lazy_words as _l
from clubs.web.when import PLACE_LENGTH, Day, WallClock, WhenAndWhere

ONCE = "once"
REPEATS = {
    ONCE: _l("Once"),
    "0": _l("Every Monday"),
    "1": _l("Every Tuesday"),
    "2": _l("Every Wednesday"),
    "3": _l("Every Thursday"),
    "4": _l("Every Friday"),
    "5": _l("Every Saturday"),
    "6": _l("Every Sunday"),
}
_AGENDA = Length(max=4000, message=_l("Use at most %(max)d characters."))


def _lunch_label(lunch: Lunch) -> str:
    return str(
        _(
            "Lunch %(name)s (%(starts)s to %(ends)s)",
            name=lunch.name,
            starts=format_time(lunch.starts, "H:mm", rebase=False),
            ends=format_time(lunch.ends, "H:mm", rebase=False),
        )
    )


class LeftToLunch(Optional):
    """May be empty, but is not called optional: without a lunch it is needed."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags = {}


class MoveForm(WhenAndWhere):
    """A day, a lunch or other times, a place."""

    lunch = RadioField(_l("Which lunch"), default="")
    starts = WallClock(_l("From"), [LeftToLunch()])
    ends = WallClock(_l("Until"), [LeftToLunch()])

    def __init__(self, zone: str, lunches: list[Lunch], **given: Any) -> None:
        super().__init__(zone, **given)
        self.lunches = {one.id: one for one in lunches}
        choices = [(one.id, _lunch_label(one)) for one in lunches]
        self.lunch.choices = [*choices, ("", str(_("Another time")))]

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        self._take_times_from_lunch()
        if self.starts.data is None:
            yield self.starts, _("Say when it begins, or choose a lunch.")
        if self.ends.data is None:
            yield self.ends, _("Say when it ends, or choose a lunch.")
        if self.starts.data is None or self.ends.data is None:
            return
        yield from super().mistakes()
        lunch, (starts, ends) = self.chosen_lunch, self.times
        if lunch and not (starts < lunch.ends and lunch.starts < ends):
            yield self.lunch, _("These times are not in this lunch.")

    @property
    def chosen_lunch(self) -> Lunch | None:
        return self.lunches.get(self.lunch.data)

    def _take_times_from_lunch(self) -> None:
        """Fill in what was left empty; a meeting may take only half of a lunch."""
        if self.chosen_lunch is not None:
            self.starts.data = self.starts.data or self.chosen_lunch.starts
            self.ends.data = self.ends.data or self.chosen_lunch.ends

    def leave_times_to_lunch(self) -> None:
        """Show no times that are the lunch's own, so that another lunch brings its own."""
        lunch = self.chosen_lunch
        if lunch and self.times == (lunch.starts, lunch.ends):
            self.starts.data = self.ends.data = None

    def as_occasion(self) -> Occasion:
        starts, ends = self.times
        return Occasion(starts, ends, self.lunch.data or None, self.place.data or "")


class PlanForm(MoveForm):
    """A single meeting, or one every week between two days."""

    on_date = Day(_l("Day, or first day"))
    repeats = SelectField(_l("How often"), default=ONCE)
    until = Day(_l("Last day"), [Optional()])
    agenda = Text(_l("Agenda"), [Optional(), _AGENDA])

    def __init__(self, zone: str, lunches: list[Lunch], **given: Any) -> None:
        super().__init__(zone, lunches, **given)
        self.repeats.choices = [(key, str(words)) for key, words in REPEATS.items()]

    @property
    def weekday(self) -> int | None:
        """The day of the week of a series (Monday is 0); None for a single meeting."""
        return None if self.repeats.data == ONCE else int(self.repeats.data)

    @property
    def days(self) -> list[date]:
        if self.weekday is None:
            return [self.day]
        assert self.until.data is not None
        return every_week(self.weekday, self.day, self.until.data)

    def first_day(self) -> date:
        return self.days[0]

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        told = "" if self.weekday is None else self._series_mistake()
        if told:
            yield self.until, told
        else:
            yield from super().mistakes()

    def _series_mistake(self) -> str:
        first, last = self.day, self.until.data
        if last is None:
            return str(_("Choose the last day as well."))
        if last < first:
            return str(_("The last day has to be after the first."))
        if clock.school_year(first) != clock.school_year(last):
            return str(_("A series ends with the school year, on the 31st of July."))
        if not self.days:
            return str(_("That day of the week is not between these two days."))
        if len(self.days) > MOST_OCCURRENCES:
            return str(
                _("That is more than %(most)s meetings at once.", most=MOST_OCCURRENCES)
            )
        return ""


class EditForm(Form):
    place = Line(
        _l("Where"),
        [
            DataRequired(_l("Say where.")),
            Length(max=PLACE_LENGTH, message=_l("Use at most %(max)d characters.")),
        ],
    )
    agenda = Text(_l("Agenda"), [Optional(), _AGENDA])


class CancelForm(Form):
    reason = Line(
        _l("Why"),
        [
            DataRequired(_l("Say why, in a few words.")),
            Length(max=160, message=_l("Use at most %(max)d characters.")),
        ],
    )
    later = BooleanField(_l("Cancel all later ones of this series as well"))


class WholeNumber(IntegerField):
    """A whole number, with a sentence of ours for anything else."""

    def __init__(self, label: str, validators: Any, **given: Any) -> None:
        told = _l("Write a whole number.")
        super().__init__(label, validators, **{"invalid_value_message": told, **given})


class HeadCountForm(Form):
    number = WholeNumber(
        _l("How many came"),
        [
            InputRequired(_l("Write a whole number.")),
            NumberRange(0, 2000, _l("Write a number from 0 to 2000.")),
        ],
    )
