"""Forms of bringing a calendar in: the file, and what its events mean."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectField

from clubs import timetable
from clubs.models.people import School
from clubs.models.timetable import DayType
from clubs.schooltime.meanings import (
    BEGINS,
    CLOSED,
    CYCLE,
    ENDS,
    IGNORE,
    KIND,
    LONGEST_CYCLE,
    TERM,
    Group,
    guesses,
    in_letters,
)
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l

# As many titles as one form can ask about; a calendar of a school's days has far fewer.
MOST_TITLES = 200


class CalendarForm(Form):
    file = FileField(_l("File"), [FileRequired(_l("Choose a file first."))])

    @property
    def content(self) -> bytes:
        content: bytes = self.file.data.stream.read(_MOST_BYTES)
        return content

    @property
    def file_name(self) -> str:
        return str(self.file.data.filename or "")


_MOST_BYTES = 1_000_001


class MeaningForm(Form):
    """One choice for each title; `meaning_form` adds them."""

    @property
    def meanings(self) -> dict[int, str]:
        return {
            int(field.name.removeprefix("what_")): field.data or IGNORE
            for field in self
            if field.name.startswith("what_")
        }


class ForgetForm(Form):
    source = HiddenField()


def meaning_form(
    school: School, kinds: Sequence[DayType], groups: Sequence[Group]
) -> MeaningForm:
    """What each title means, guessed from its words until somebody chooses."""
    others = [(one.id, one.name) for one in kinds if not one.regular]
    letters = school.cycle_letters if school.cycle_length else in_letters(groups)
    likely = guesses(groups, others)
    most = max(school.cycle_length or 2, *map(_cycle_day, likely.values()), 2)
    choices = [*_choices(), *((f"{KIND}{key}", name) for key, name in others)]
    choices += [
        (f"{CYCLE}{n}", _("Day %(name)s", name=timetable.cycle_said(n, letters=letters)))
        for n in range(1, min(most, LONGEST_CYCLE) + 1)
    ]
    shown = list(enumerate(groups))[:MOST_TITLES]
    fields: dict[str, Any] = {
        f"what_{number}": SelectField(
            group.title or _("(no title)"), choices=lambda: choices
        )
        for number, group in shown
    }
    data = {f"what_{number}": likely[number] for number, _group in shown}
    form: MeaningForm = type("MeaningsOfCalendar", (MeaningForm,), fields)(data=data)
    return form


def _called(group: Group) -> str:
    return group.title or _("(no title)")


def _choices() -> list[tuple[str, str]]:
    return [
        (IGNORE, _("nothing for this site")),
        (CLOSED, _("no school")),
        (TERM, _("a whole term")),
        (BEGINS, _("the first day of a term")),
        (ENDS, _("the last day of a term")),
    ]


def _cycle_day(meaning: str) -> int:
    return int(meaning.removeprefix(CYCLE)) if meaning.startswith(CYCLE) else 0
