"""What can be wrong with how often and until when."""

from collections.abc import Iterator
from datetime import date

from flask_babel import gettext as _
from wtforms import Field

from clubs import clock
from clubs.meetings.forms.how_often import HowOften
from clubs.models.meetings import Rule
from clubs.planning.recurrence import MOST_OCCURRENCES
from clubs.timetable import Timetable
from clubs.web.filters import day as day_words
from clubs.web.when import day_mistake


class SeriesForm(HowOften):
    """A rule with its first and last day that makes sense, on days with school."""

    def complain(self, field: Field, sentence: str) -> None:
        super().complain(field, sentence)
        if field in self.dates.entries:
            self.dates.errors = [one.errors for one in self.dates.entries]

    def mistakes(self) -> Iterator[tuple[Field, str]]:
        yield from super().mistakes()
        told = self._missing() or self._day_mistake()
        if told:
            yield told
        elif not self.errors:
            yield from self._mistake_of_days()

    @property
    def first_asked(self) -> Field:
        """Where the first day is said."""
        return self.dates[0] if self.rule is Rule.DATES else self.on_date

    def _missing(self) -> tuple[Field, str] | None:
        if self.rule is Rule.DATES:
            return None if self.chosen_dates else (self.dates[0], _("Choose a day."))
        if self.on_date.data is None:
            return self.on_date, _("Choose a day.")
        if self.rule is Rule.MONTHLY and not self.weeks.data:
            return self.weeks, _("Choose at least one.")
        if self.rule is Rule.CYCLE and not self.cycle_days.data:
            return self.cycle_days, _("Choose at least one.")
        if self.last_day is None:
            return self.until, _("Choose the last day as well.")
        return None

    def _day_mistake(self) -> tuple[Field, str] | None:
        first, last = self.first_day, self.last_day
        assert first is not None
        assert last is not None
        ends: Field = self.last if self.term else self.until
        told = day_mistake(first, self.offer.zone)
        if told:
            return self.first_asked, told
        if last < first:
            return ends, _("The last day has to be after the first.")
        if clock.school_year(first) != clock.school_year(last):
            ends = self.dates[0] if self.rule is Rule.DATES else ends
            return ends, _("A series ends with the school year, on the 31st of July.")
        return None

    def _mistake_of_days(self) -> Iterator[tuple[Field, str]]:
        timetable = self.timetable()
        days = self.days(timetable)
        if not days:
            yield self.first_asked, self._no_school(timetable)
        elif len(days) > MOST_OCCURRENCES:
            sentence = _(
                "That is more than %(most)s meetings at once.", most=MOST_OCCURRENCES
            )
            yield self.last if self.term else self.until, sentence
        elif told := self.time_mistake(days, timetable):
            yield told

    def _no_school(self, timetable: Timetable) -> str:
        if self.rule is not None:
            return str(_("There is no school on any of these days."))
        assert self.first_day is not None
        return no_school(self.first_day, timetable)


def no_school(day: date, timetable: Timetable) -> str:
    """That there is no school on this day, with the school's own words for it."""
    why = timetable.day(day).words
    sentence = _("There is no school on %(day)s.", day=day_words(day))
    return f"{sentence} ({why})" if why else str(sentence)
