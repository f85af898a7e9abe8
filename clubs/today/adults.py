"""Meetings ahead that no adult is named for, and adults planned in two places at once."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import combinations

from flask import url_for
from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from clubs import clock
from clubs.policy.viewer import Viewer
from clubs.today.asked import Waiting
from clubs.today.queries import Line

_DAYS_AHEAD = 7


def adults(viewer: Viewer, lines: Sequence[Line]) -> Iterator[Waiting]:
    """To sponsors of their own clubs, and to any adult of themself."""
    now = clock.now_at(viewer.zone)
    ahead = {one.sitting_id: one for one in lines if _is_ahead(one, now)}
    yield from _without_adult(viewer, list(ahead.values()))
    yield from _twice(viewer, list(ahead.values()))


def _is_ahead(one: Line, now: datetime) -> bool:
    if one.sitting_id is None or one.cancelled:
        return False
    near = one.on_date <= now.date() + clock.days(_DAYS_AHEAD)
    return near and (one.on_date, one.ends) > (now.date(), now.time())


def _without_adult(viewer: Viewer, ahead: Sequence[Line]) -> Iterator[Waiting]:
    """One for each club they sponsor, with the first such meeting."""
    alone: dict[str, dict[str | None, Line]] = {}
    for one in ahead:
        if one.adult_id is None and one.club_id in viewer.sponsors:
            alone.setdefault(one.club_id, {}).setdefault(one.id, one)
    for meetings in alone.values():
        first = next(iter(meetings.values()))
        text = ngettext(
            "No adult is named for the meeting on %(day)s.",
            "No adult is named for %(num)d meetings, the first on %(day)s.",
            len(meetings),
            day=_day(first),
        )
        url = url_for("meetings.adult", meeting_id=first.id)
        yield Waiting(first.club, text, url, _("Say who"))


def _twice(viewer: Viewer, ahead: Sequence[Line]) -> Iterator[Waiting]:
    """One for each day. It names no club: they may know one of them by its hour alone."""
    own = [one for one in ahead if one.adult_id == viewer.person_id]
    days: dict[date, Line] = {}
    for one, other in combinations(own, 2):
        if one.id != other.id and _at_once(one, other):
            days.setdefault(one.on_date, one)
    for one in days.values():
        text = _("You are planned in two places on %(day)s.", day=_day(one))
        url = url_for("meetings.meeting", meeting_id=one.id)
        yield Waiting(_("Two meetings at once"), text, url, _("Look"))


def _at_once(one: Line, other: Line) -> bool:
    """One may begin when the other ends."""
    same_day = one.on_date == other.on_date
    return same_day and one.starts < other.ends and other.starts < one.ends


def _day(one: Line) -> str:
    return str(format_date(one.on_date, "EEEE, MMMM d"))
