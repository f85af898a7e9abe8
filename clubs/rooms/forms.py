"""Forms about rooms: what one is, taking one back, an answer, a list."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    IntegerField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.validators import DataRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from clubs.booking import Span
from clubs.models.rooms import Room, RoomKind
from clubs.policy.viewer import Viewer
from clubs.rooms.changing import RoomFacts
from clubs.rooms.lines import MOST_PLACES, NAME_LENGTH, RoomList, read_rooms
from clubs.rooms.queries import clubs_meant
from clubs.rooms.words import DAYS, KINDS
from clubs.web.forms import Form, Line, Text, tidy_line
from clubs.web.forms import lazy_words as _l
from clubs.web.when import Day, WallClock, day_mistake

REASON_LENGTH = 160
_MOST = _l("Use at most %(max)d characters.")
_NO_NUMBER: dict[str, Any] = {"invalid_value_message": _l("Write a whole number.")}


class RoomForm(Form):
    name = Line(
        _l("Name"),
        [DataRequired(_l("Write its name.")), Length(max=NAME_LENGTH, message=_MOST)],
        description=_l("As everybody at school says it, such as “Room 12”."),
    )
    kind = SelectField(_l("Kind"))
    capacity = IntegerField(
        _l("Places"),
        [
            Optional(),
            NumberRange(1, MOST_PLACES, _l("Write a number from %(min)s to %(max)s.")),
        ],
        **_NO_NUMBER,
    )
    step_free = BooleanField(_l("One can get there without a step"))
    quiet = BooleanField(_l("It is quiet"))
    near_exit = BooleanField(_l("It is near an exit"))
    days = SelectMultipleField(
        _l("On which days clubs can have it"),
        [DataRequired(_l("Choose at least one day."))],
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
    )
    needs_yes = BooleanField(
        _l("The school says yes to each booking"),
        description=_l("Until then the room is kept for the group that asks."),
    )
    in_use = BooleanField(_l("Clubs can have this room"))

    def __init__(self, room: Room | None = None) -> None:
        super().__init__(obj=room, data=None if room else _NEW)
        self.kind.choices = list(KINDS.items())
        self.days.choices = list(DAYS.items())
        if not self.is_submitted() and room is not None:
            self.days.data = list(room.weekdays)

    def as_facts(self) -> RoomFacts:
        return RoomFacts(
            name=self.name.data or "",
            kind=RoomKind(self.kind.data),
            capacity=self.capacity.data,
            step_free=self.step_free.data,
            quiet=self.quiet.data,
            near_exit=self.near_exit.data,
            weekdays="".join(sorted(set(self.days.data or ()))),
            needs_yes=self.needs_yes.data,
            in_use=self.in_use.data,
        )


_NEW = {"days": list("01234"), "in_use": True}


class BlockForm(Form):
    """Some days, all of them or some hours of each, and a reason."""

    first_on = Day(_l("First day"))
    last_on = Day(_l("Last day"))
    starts = WallClock(_l("From"), [Optional()])
    ends = WallClock(_l("Until"), [Optional()])
    reason = Line(
        _l("Reason"),
        [
            DataRequired(_l("Say why, in a few words.")),
            Length(max=REASON_LENGTH, message=_MOST),
        ],
        description=_l("Such as “Exams”. Everybody at school may read it."),
    )
    stay = Text(
        _l("Clubs that may use it all the same"),
        [Optional(), Length(max=2_000, message=_MOST)],
        description=_l("Names, one on each line."),
    )

    def __init__(self, viewer: Viewer) -> None:
        self.viewer = viewer
        self.club_ids: list[str] = []
        super().__init__()

    def validate(self, extra_validators: Any = None) -> bool:
        """Each field by itself, then whether together they make sense."""
        if not super().validate(extra_validators):
            return False
        for field, sentence in (*self._day_mistakes(), *self._time_mistakes()):
            self.complain(field, sentence)
        meant = clubs_meant(self.viewer, (self.stay.data or "").splitlines())
        self.club_ids = meant.club_ids
        for sentence in meant.mistakes:
            self.complain(self.stay, sentence)
        return not self.errors

    def _day_mistakes(self) -> Iterator[tuple[Field, str]]:
        span = self.as_span()
        for field, day in ((self.first_on, span.first_on), (self.last_on, span.last_on)):
            if told := day_mistake(day, self.viewer.zone):
                yield field, told
        if span.last_on < span.first_on:
            yield self.last_on, _("The last day cannot be before the first.")

    def _time_mistakes(self) -> Iterator[tuple[Field, str]]:
        starts, ends = self.starts.data, self.ends.data
        if starts is None and ends is not None:
            yield self.starts, _("Say from when as well, or leave both empty.")
        elif ends is None and starts is not None:
            yield self.ends, _("Say until when as well, or leave both empty.")
        elif starts is not None and ends is not None and ends <= starts:
            yield self.ends, _("It has to end after it starts.")

    def as_span(self) -> Span:
        """The days and hours, once they are known to be some."""
        assert self.first_on.data is not None
        assert self.last_on.data is not None
        return Span(self.first_on.data, self.last_on.data, self.starts.data, self.ends.data)


class AnswerForm(Form):
    """`seen` is how many bookings the page showed, so that no more are answered."""

    seen = HiddenField()
    answer = HiddenField()
    reason = Line(
        _l("A word with it"),
        [Length(max=REASON_LENGTH, message=_MOST)],
        description=_l("Needed for a no."),
    )

    def validate_reason(self, field: Line) -> None:
        if self.answer.data != "yes" and not field.data:
            self.complain(field, _("Say why, in a few words."))


class Pasted(TextAreaField):
    """Lines of a table: tabs between the cells stay."""

    def process_data(self, value: str | None) -> None:
        self.data = value or ""

    def process_formdata(self, valuelist: list[Any]) -> None:
        if valuelist:
            self.data = "\n".join(_tidy(line) for line in str(valuelist[0]).splitlines())


def _tidy(line: str) -> str:
    return "\t".join(tidy_line(cell) for cell in line.split("\t"))


class ListForm(Form):
    lines = Pasted(
        _l("Rooms"),
        [
            DataRequired(_l("Paste at least one line.")),
            Length(max=60_000, message=_MOST),
        ],
        description=_l("One room on each line: name, kind, places, notes."),
    )

    found = RoomList([], [])

    def validate(self, extra_validators: Any = None) -> bool:
        """Every line has to be sound; each that is not is named."""
        if not super().validate(extra_validators):
            return False
        self.found = read_rooms(self.lines.data or "")
        if self.found.refused:
            self.complain(self.lines, _not_yet(len(self.found.refused)))
        return not self.errors


def _not_yet(mistakes: int) -> str:
    return ngettext(
        "Nothing has been brought in yet: there is %(num)d mistake.",
        "Nothing has been brought in yet: there are %(num)d mistakes.",
        mistakes,
    )
