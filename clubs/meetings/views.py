"""Meetings: a club's list, one of them, planning, changing, counting heads."""

from clubs.meetings import change_pages, list_pages, plan_pages
from clubs.meetings.blueprint import bp

__all__ = ["bp", "change_pages", "list_pages", "plan_pages"]
