"""The form of a slot: its times on every kind of day at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from wtforms import Field, SelectField
from wtforms.validators import DataRequired, Length, Optional

from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime
from clubs.schooltime.services.slots import FIRST_KIND, Times, WantedSlot
from clubs.schooltime.words import SLOTS
from clubs.web.forms import Form, Line
from clubs.web.forms import lazy_words as _l
from clubs.web.when import WallClock

LONGEST_NAME = 60


@dataclass(frozen=True)
class KindTimes:
    """The two fields of one kind of day."""

    kind_id: str
    name: str
    starts: Field
    ends: Field


class SlotForm(Form):
    """`forms_of` adds the times of each kind of day."""

    kinds: Sequence[tuple[str, str]] = ()

    name = Line(
        _l("Name"),
        [
            DataRequired(_l("Give it a name.")),
            Length(max=LONGEST_NAME, message=_l("Use at most %(max)d characters.")),
        ],
        description=_l("Such as Lunch A, Period 3 or Homeroom."),
    )
    kind = SelectField(
        _l("What it is"),
        choices=lambda: [(one.value, str(words)) for one, words in SLOTS.items()],
        default=SlotKind.LUNCH.value,
    )

    @property
    def times(self) -> list[KindTimes]:
        return [
            KindTimes(key, name, self[f"starts_{key}"], self[f"ends_{key}"])
            for key, name in self.kinds
        ]

    def validate(self, extra_validators: Any = None) -> bool:
        """Each time by itself, then the two of every kind of day together."""
        if not super().validate(extra_validators):
            return False
        for one in self.times:
            self._check(one)
        if not self.errors and not self.as_times():
            sentence = _("Say when it is on at least one kind of day.")
            self.complain(self.times[0].starts, sentence)
        return not self.errors

    def _check(self, one: KindTimes) -> None:
        starts, ends = one.starts.data, one.ends.data
        if starts and not ends:
            self.complain(one.ends, _("Say when it ends as well."))
        elif ends and not starts:
            self.complain(one.starts, _("Say when it begins as well."))
        elif starts and ends and ends <= starts:
            self.complain(one.ends, _("It must end after it begins."))

    def as_times(self) -> Mapping[str, Times]:
        return {
            one.kind_id: (one.starts.data, one.ends.data)
            for one in self.times
            if one.starts.data and one.ends.data
        }

    def as_slot(self) -> WantedSlot:
        return WantedSlot(SlotKind(self.kind.data), self.name.data or "", self.as_times())


def slot_form(
    kinds: Sequence[DayType], slot: Slot | None = None, at: Sequence[SlotTime] = ()
) -> SlotForm:
    """The form for these kinds of day, filled in with what is known of a slot."""
    named = [(one.id, one.name) for one in kinds] or [(FIRST_KIND, _("Regular"))]
    fields: dict[str, Any] = {"kinds": named}
    for key, _name in named:
        fields[f"starts_{key}"] = WallClock(_l("From"), [Optional()])
        fields[f"ends_{key}"] = WallClock(_l("Until"), [Optional()])
    known: dict[str, Any] = {}
    if slot is not None:
        known = {"name": slot.name, "kind": slot.kind.value}
    for one in at:
        known |= {f"starts_{one.day_type_id}": one.starts}
        known |= {f"ends_{one.day_type_id}": one.ends}
    form: SlotForm = type("SlotFormOfSchool", (SlotForm,), fields)(data=known)
    return form
