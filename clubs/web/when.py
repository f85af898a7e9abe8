"""When and where something takes place: fields and mistakes meetings and events share."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, Field, TimeField
from wtforms.validators import DataRequired, InputRequired, Length

from clubs import clock
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l

MOST_DAYS_AHEAD = 366
PLACE_LENGTH = 120


class Day(DateField):
    """A date as browsers send it."""

    def __init__(self, label: Any, validators: Any = None, **given: Any) -> None:
        asked = [InputRequired(_l("Choose a day."))] if validators is None else validators
        told = _l("Write the day as year-month-day, such as 2027-02-24.")
        super().__init__(label, asked, **{"invalid_value_message": told, **given})


class WallClock(TimeField):
    """A time of day as the clock on the wall shows it."""

    def __init__(self, label: Any, validators: Any = None, **given: Any) -> None:
        asked = [InputRequired(_l("Say what time."))] if validators is None else validators
        told = _l("Write the time as hours and minutes, such as 12:05.")
        formats = ["%H:%M", "%H:%M:%S"]
        super().__init__(label, asked, formats, **{"invalid_value_message": told, **given})


class WhenAndWhere(Form):
    """A day, from when to when on the school's own clock, and a place."""

    on_date = Day(_l("Day"))
    starts = WallClock(_l("From"))
    ends = WallClock(_l("Until"))
    place = Line(
        _l("Where"),
        [
            DataRequired(_l("Say where.")),
            Length(max=PLACE_LENGTH, message=_l("Use at most %(max)d characters.")),
        ],
    )

    def __init__(self, zone: str, **given: Any) -> None:
        self.zone = zone
        super().__init__(**given)

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether together they make sense."""
        if not super().validate(extra_validators):
            return False
        for field, sentence in self.mistakes():
            self.complain(field, sentence)
        return not self.errors

    @property
    def day(self) -> date:
        """The day, once it is known to be one."""
        assert self.on_date.data is not None
        return self.on_date.data

    @property
    def times(self) -> tuple[time, time]:
        """From when to when, once both are known."""
        assert self.starts.data is not None
        assert self.ends.data is not None
        return self.starts.data, self.ends.data

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        """What is wrong with the day and the times, as field and sentence."""
        starts, ends = self.times
        told = day_mistake(self.day, self.zone)
        if told:
            yield self.on_date, told
        elif time_is_over(self.first_day(), starts, self.zone):
            yield self.starts, _("That time is over already. Choose a later one.")
        if ends <= starts:
            yield self.ends, _("It has to end after it starts.")

    def first_day(self) -> date:
        """The first day on which it takes place."""
        return self.day


def day_mistake(day: date, zone: str) -> str:
    """Why nothing can be planned for this day, or nothing at all."""
    today = clock.today(zone)
    if day < today:
        return str(_("That day is over. Choose a later one."))
    if day > today + clock.days(MOST_DAYS_AHEAD):
        return str(_("That is more than a year away. Choose an earlier day."))
    return ""


def time_is_over(day: date, at: time, zone: str) -> bool:
    """Whether this moment has passed at the school."""
    return clock.moment(day, at, zone) <= clock.now()
