"""What admins say of a room."""

from typing import Any

from wtforms import BooleanField, IntegerField, SelectField, SelectMultipleField
from wtforms.validators import DataRequired, Length, NumberRange, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from clubs.models.rooms import Room, RoomKind
from clubs.rooms.cells import MOST_PLACES
from clubs.rooms.facts import RoomFacts
from clubs.rooms.lines import NAME_LENGTH
from clubs.rooms.words import DAYS, KINDS
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l

_MOST = _l("Use at most %(max)d characters.")
_NO_NUMBER: dict[str, Any] = {"invalid_value_message": _l("Write a whole number.")}
_NEW = {"days": list("01234"), "in_use": True}


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
