"""Another room for a meeting that stays where it is in the day."""

from collections.abc import Sequence
from typing import Any

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
        self._names = {one.id: one.name for one in rooms}
        self.offer(rooms)

    def offer(self, rooms: Sequence[RoomLine]) -> None:
        """Let these be chosen from."""
        self.room.choices = [(one.id, room_words(one)) for one in rooms]

    def name_of(self, room_id: str) -> str:
        return self._names[room_id]
