"""The forms of meetings: plan, move, edit, cancel, name the adult, count."""

from clubs.meetings.forms.plan import ChangeForm, MoveForm, PlanForm
from clubs.meetings.forms.room import RoomForm
from clubs.meetings.forms.small import (
    AdultForm,
    CancelForm,
    EditForm,
    EndForm,
    HeadCountForm,
)

__all__ = [
    "AdultForm",
    "CancelForm",
    "ChangeForm",
    "EditForm",
    "EndForm",
    "HeadCountForm",
    "MoveForm",
    "PlanForm",
    "RoomForm",
]
