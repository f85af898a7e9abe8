"""Events: the calendar, one event, proposing, coming along, cancelling."""

from clubs.events import calendar_pages, event_pages, propose_pages
from clubs.events.blueprint import bp

__all__ = ["bp", "calendar_pages", "event_pages", "propose_pages"]
