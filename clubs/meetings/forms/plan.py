"""Plan a meeting or a series; change one meeting, or a series from one meeting on."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from babel.dates import format_date
from flask_babel import get_locale
from wtforms import Field, SelectField

from clubs import clock
from clubs.booking import Stretch
from clubs.meetings.forms.fields import AGENDA
from clubs.meetings.forms.occasions import OccasionForm
from clubs.meetings.forms.series import SeriesForm, no_school
from clubs.meetings.offer import Offer
from clubs.models.meetings import Meeting
from clubs.timetable import Timetable, timetable_of
from clubs.web.forms import Text
from clubs.web.forms import lazy_words as _l
from clubs.web.when import Day, day_mistake


class PlanForm(SeriesForm):
    """A single meeting, or a series."""

    agenda = Text(_l("Agenda"), AGENDA)
    once_too = True


class ChangeForm(SeriesForm):
    """How a series goes on from one of its meetings."""

    day_of_week = SelectField(_l("Which day of the week"))

    def __init__(self, offer: Offer, meeting: Meeting, **given: Any) -> None:
        self.meeting = meeting
        super().__init__(offer, **given)
        monday = date(2024, 1, 1)
        self.day_of_week.choices = [
            (str(one), format_date(monday + clock.days(one), "EEEE", locale=get_locale()))
            for one in range(7)
        ]
        self.on_date.data = max(meeting.planned_for, clock.today(offer.zone))

    @property
    def weekday(self) -> int:
        return int(self.day_of_week.data)


class MoveForm(OccasionForm):
    """Another day, other slots or times, another place for one meeting."""

    on_date = Day(_l("Day"))

    @property
    def day(self) -> date:
        assert self.on_date.data is not None
        return self.on_date.data

    def timetable(self) -> Timetable:
        return timetable_of(self.offer.school_id, self.day, self.day)

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        yield from super().mistakes()
        told = day_mistake(self.day, self.offer.zone)
        if told:
            yield self.on_date, told
        elif not self.errors:
            timetable = self.timetable()
            if not timetable.day(self.day).open:
                yield self.on_date, no_school(self.day, timetable)
            elif found := self.time_mistake([self.day], timetable):
                yield found

    def wanted(self) -> list[Stretch]:
        """When the room is wanted."""
        return self.stretches([self.day], self.timetable())
