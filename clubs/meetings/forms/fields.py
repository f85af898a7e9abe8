"""Kinds of fields the forms of meetings are made of."""

from typing import Any

from wtforms import IntegerField, SelectMultipleField
from wtforms.validators import Length, Optional
from wtforms.widgets import CheckboxInput, ListWidget

from clubs.web.forms import lazy_words as _l

AGENDA = [Optional(), Length(max=4000, message=_l("Use at most %(max)d characters."))]


class Ticks(SelectMultipleField):
    """Several of a list, as boxes to tick. Each counts once, in the order of the list."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        known = [value for value, *_rest in self.iter_choices()]
        unknown = [one for one in self.data or () if one not in known]
        self.data = [one for one in known if one in (self.data or ())] + unknown


class NeededSomewhere(Optional):
    """May be empty, but is not called optional: another answer may make it needed."""

    def __init__(self) -> None:
        super().__init__()
        self.field_flags = {}


class WholeNumber(IntegerField):
    """A whole number, with a sentence of ours for anything else."""

    def __init__(self, label: str, validators: Any, **given: Any) -> None:
        told = _l("Write a whole number.")
        super().__init__(label, validators, **{"invalid_value_message": told, **given})
