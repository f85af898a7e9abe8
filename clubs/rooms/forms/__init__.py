"""The forms about rooms."""

from clubs.rooms.forms.answer import AnswerForm
from clubs.rooms.forms.block import BlockForm
from clubs.rooms.forms.pasted import ListForm
from clubs.rooms.forms.room import RoomForm

__all__ = ["AnswerForm", "BlockForm", "ListForm", "RoomForm"]
