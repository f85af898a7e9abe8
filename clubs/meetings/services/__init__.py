"""Planning meetings and changing them. Whoever may see one sees the change."""

from clubs.meetings.services.adults import name_adult
from clubs.meetings.services.cancelling import cancel, cancel_from, end_series, restore
from clubs.meetings.services.changing import edit, move
from clubs.meetings.services.counting import count_heads
from clubs.meetings.services.later import change_from
from clubs.meetings.services.planning import plan, plan_series
from clubs.meetings.services.when import NotOnThatDay
from clubs.planning.occasion import Occasion

__all__ = [
    "NotOnThatDay",
    "Occasion",
    "cancel",
    "cancel_from",
    "change_from",
    "count_heads",
    "edit",
    "end_series",
    "move",
    "name_adult",
    "plan",
    "plan_series",
    "restore",
]
