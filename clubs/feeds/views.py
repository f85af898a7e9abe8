"""The views of calendars, by topic; importing them registers their addresses."""

from clubs.feeds import address_pages, calendar_feed, meeting_file
from clubs.feeds.blueprint import bp

__all__ = ["address_pages", "bp", "calendar_feed", "meeting_file"]
