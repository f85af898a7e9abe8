"""Meetings: a club's list, one of them, planning, moving, changing, counting heads."""

from clubs.meetings import (
    change_pages,
    coming_pages,
    list_pages,
    meeting_pages,
    move_pages,
    plan_pages,
    series_pages,
    suggest_pages,
)
from clubs.meetings.blueprint import bp

__all__ = [
    "bp",
    "change_pages",
    "coming_pages",
    "list_pages",
    "meeting_pages",
    "move_pages",
    "plan_pages",
    "series_pages",
    "suggest_pages",
]
