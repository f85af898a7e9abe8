"""How it is said whether somebody can get to a meeting, and when they could."""

from datetime import date, time
from typing import Protocol

from flask_babel import gettext as _

from clubs.directory.reach import Reach
from clubs.web.filters import clock_time, short_day
from clubs.web.school_time import listed, slot_name


class Could(Protocol):
    """A sitting they can come to."""

    @property
    def on_date(self) -> date: ...
    @property
    def starts(self) -> time: ...
    @property
    def ends(self) -> time: ...
    @property
    def lunch(self) -> bool: ...


def said(reach: Reach | None, *, of_this: bool = False) -> str:
    """In a sentence or two; `of_this` where a page is about this very meeting."""
    if reach is None:
        return ""
    if reach.sitting is not None:
        return _can(reach)
    at = listed(one.slot or "" for one in reach.meeting.sittings if one.lunch)
    start = (
        _("Your lunch is %(own)s. This meeting is at lunch %(at)s.", own=reach.lunch, at=at)
        if of_this
        else _(
            "Your lunch is %(own)s. The next one is at lunch %(at)s.",
            own=reach.lunch,
            at=at,
        )
    )
    return f"{start} {_could(reach)}"


def _can(reach: Reach) -> str:
    sitting = reach.sitting
    assert sitting is not None
    if sitting.lunch:
        return str(_("You can get there: it is at your lunch, %(own)s.", own=reach.lunch))
    if sitting.kind is None:
        return ""
    name = slot_name(sitting.kind, sitting.slot or "")
    return str(_("You can get there: %(when)s.", when=name))


def could_come(one: Could, *, shared: bool) -> str:
    """That they could come then; `shared` says that all have the same lunch that day."""
    day = short_day(one.on_date)
    if shared:
        return str(
            _("On %(day)s all have the same lunch, so you could come then.", day=day)
        )
    if one.lunch:
        return str(_("You could come on %(day)s: it is at your lunch that day.", day=day))
    starts, ends = clock_time(one.starts), clock_time(one.ends)
    words = _(
        "You could come on %(day)s, %(from_)s to %(to)s.", day=day, from_=starts, to=ends
    )
    return str(words)


def _could(reach: Reach) -> str:
    if reach.could is not None:
        return could_come(reach.could, shared=reach.shared)
    return str(_("None of the meetings planned so far is at a time when you can come."))
