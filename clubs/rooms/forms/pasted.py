"""A list of rooms, pasted."""

from typing import Any

from flask_babel import ngettext
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from clubs.rooms.lines import RoomList, read_rooms
from clubs.web.forms import Form, tidy_line
from clubs.web.forms import lazy_words as _l

_LONGEST = 60_000
_MOST = _l("Use at most %(max)d characters.")


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
            Length(max=_LONGEST, message=_MOST),
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
