"""Meetings follow the school's calendar."""

from collections.abc import Collection
from datetime import date


def follow_calendar(school_id: str, dates: Collection[date]) -> None:
    """Bring the coming meetings of a school in line with its days; `dates` changed.

    To be called after every timetable.rebuild, and after every change of bells (with the
    dates these bells ring on). Members of each club that is touched are mailed once.
    """
    raise NotImplementedError
