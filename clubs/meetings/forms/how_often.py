"""How often: once, or by a rule until a day or the end of a term."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import FieldList, RadioField

from clubs.booking import Stretch
from clubs.meetings.forms.fields import NeededSomewhere, Ticks
from clubs.meetings.forms.occasions import OccasionForm
from clubs.meetings.offer import Offer
from clubs.models.meetings import Rule
from clubs.planning.recurrence import Recurs, days_of
from clubs.timetable import TermLine, Timetable, timetable_of
from clubs.web.filters import day as day_words
from clubs.web.forms import lazy_words as _l
from clubs.web.school_time import cycle_day_name
from clubs.web.when import Day

ONCE = "once"
BY_WEEKDAY = (Rule.WEEKLY, Rule.FORTNIGHTLY, Rule.MONTHLY)
A_DAY = "day"
MOST_DATES = 18
WEEKS = {
    "1": _l("The first"),
    "2": _l("The second"),
    "3": _l("The third"),
    "4": _l("The fourth"),
    "5": _l("The last"),
}


class HowOften(OccasionForm):
    """A rule with its first and last day; `how` is the rule."""

    how = RadioField(_l("How often"))
    on_date = Day(_l("Day, or first day"), [NeededSomewhere()])
    weeks = Ticks(_l("Which ones of the month"))
    cycle_days = Ticks(_l("Which days of the cycle"))
    dates = FieldList(
        Day(_l("Day"), [NeededSomewhere()]),
        _l("Which days"),
        min_entries=MOST_DATES,
        max_entries=MOST_DATES,
    )
    last = RadioField(_l("Until"))
    until = Day(_l("Last day"), [NeededSomewhere()])
    once_too = False

    def __init__(self, offer: Offer, **given: Any) -> None:
        super().__init__(offer, **given)
        self.how.choices = list(self._ways())
        self.weeks.choices = [(key, str(words)) for key, words in WEEKS.items()]
        self.cycle_days.choices = [
            (str(number), cycle_day_name(number, letters=offer.cycle_letters))
            for number in range(1, offer.cycle_length + 1)
        ]
        self.last.choices = [
            *map(_term_choice, offer.terms),
            (A_DAY, str(_("A day I choose"))),
        ]
        self.last.data = self.last.data or self.last.choices[0][0]
        self.how.data = self.how.data or self.how.choices[0][0]

    def _ways(self) -> Iterator[tuple[str, str]]:
        if self.once_too:
            yield ONCE, _("Once")
        yield Rule.WEEKLY.value, _("Every week")
        yield Rule.FORTNIGHTLY.value, _("Every second week")
        yield Rule.MONTHLY.value, _("Some weeks of the month, such as the first and third")
        if self.offer.cycle_length:
            yield Rule.CYCLE.value, _("On days of the cycle")
        yield Rule.DATES.value, _("On days I choose")

    @property
    def rule(self) -> Rule | None:
        return None if self.how.data == ONCE else Rule(self.how.data)

    @property
    def term(self) -> TermLine | None:
        if self.rule in (None, Rule.DATES):
            return None
        return next((one for one in self.offer.terms if one.id == self.last.data), None)

    @property
    def chosen_dates(self) -> list[date]:
        return sorted({one.data for one in self.dates if one.data})

    @property
    def first_day(self) -> date | None:
        if self.rule is Rule.DATES:
            return self.chosen_dates[0] if self.chosen_dates else None
        found: date | None = self.on_date.data
        return found

    @property
    def last_day(self) -> date | None:
        if self.rule is None:
            return self.first_day
        if self.rule is Rule.DATES:
            return self.chosen_dates[-1] if self.chosen_dates else None
        found: date | None = self.term.last_on if self.term else self.until.data
        return found

    @property
    def weekday(self) -> int:
        """The day of the week is that of the first day."""
        assert self.first_day is not None
        return self.first_day.weekday()

    def recurs(self) -> Recurs:
        assert self.rule is not None
        weekday = self.weekday if self.rule in BY_WEEKDAY else None
        return Recurs(self.rule, weekday, ",".join(self._chosen()))

    def _chosen(self) -> list[str]:
        if self.rule is Rule.DATES:
            return [one.isoformat() for one in self.chosen_dates]
        if self.rule is Rule.MONTHLY:
            return list(self.weeks.data or ())
        return list(self.cycle_days.data or ()) if self.rule is Rule.CYCLE else []

    def days(self, timetable: Timetable) -> list[date]:
        """The days of the meetings, without those that have no school."""
        assert self.first_day is not None
        assert self.last_day is not None
        open_days = list(timetable.open_days(self.first_day, self.last_day))
        if self.rule is None:
            return [one.on_date for one in open_days]
        return days_of(self.recurs(), open_days, begins=self.first_day)

    def wanted(self) -> list[Stretch]:
        """When the room is wanted."""
        timetable = self.timetable()
        return self.stretches(self.days(timetable), timetable)

    def timetable(self) -> Timetable:
        assert self.first_day is not None
        assert self.last_day is not None
        return timetable_of(self.offer.school_id, self.first_day, self.last_day)


def _term_choice(term: TermLine) -> tuple[str, str]:
    day = day_words(term.last_on)
    return term.id, str(_("The end of %(term)s, %(day)s", term=term.name, day=day))
