"""Another room for a meeting that stays where it is in the day."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import RadioField

from clubs.booking import RoomLine
from clubs.meetings.words import room_words
from clubs.web.forms import Form
from clubs.web.forms import lazy_words as _l


class RoomForm(Form):
    """One of the rooms that are free then."""

    room = RadioField(_l("Rooms that are free then"))

    def __init__(self, rooms: Sequence[RoomLine], **given: Any) -> None:
        super().__init__(**given)
        self.room.choices = [(one.id, room_words(one)) for one in rooms]

    def name_of(self, room_id: str, rooms: Sequence[RoomLine]) -> str:
        return next((one.name for one in rooms if one.id == room_id), str(_("The room")))
