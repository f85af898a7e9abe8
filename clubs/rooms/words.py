"""How rooms are said."""

from collections.abc import Iterable

from flask_babel import gettext as _

from clubs.booking import RoomLine
from clubs.models.rooms import Room, RoomKind
from clubs.web.forms import lazy_words as _l

KINDS = {
    RoomKind.CLASSROOM: _l("Classroom"),
    RoomKind.LIBRARY: _l("Library"),
    RoomKind.GYM: _l("Gym"),
    RoomKind.HALL: _l("Hall"),
    RoomKind.WORKSHOP: _l("Workshop"),
    RoomKind.MEETING: _l("Meeting room"),
    RoomKind.OUTDOORS: _l("Outdoors"),
}
ACCESS = {
    "step_free": _l("step-free"),
    "quiet": _l("quiet"),
    "near_exit": _l("near an exit"),
}
NEEDS_YES = _l("needs a yes")
DAYS = {
    "0": _l("Monday"),
    "1": _l("Tuesday"),
    "2": _l("Wednesday"),
    "3": _l("Thursday"),
    "4": _l("Friday"),
    "5": _l("Saturday"),
    "6": _l("Sunday"),
}
_SHORT = {
    "0": _l("Mon"),
    "1": _l("Tue"),
    "2": _l("Wed"),
    "3": _l("Thu"),
    "4": _l("Fri"),
    "5": _l("Sat"),
    "6": _l("Sun"),
}
_SCHOOL_WEEK = "01234"
_EVERY_DAY = "0123456"


def access_said(room: Room | RoomLine) -> str:
    """Such as "step-free, near an exit", or nothing."""
    return _listed(words for name, words in ACCESS.items() if getattr(room, name))


def days_said(weekdays: str) -> str:
    """Such as "Monday to Friday", or "Mon, Wed"."""
    if weekdays == _SCHOOL_WEEK:
        return str(_("Monday to Friday"))
    if weekdays == _EVERY_DAY:
        return str(_("every day"))
    return _listed(words for day, words in _SHORT.items() if day in weekdays)


def _listed(words: Iterable[object]) -> str:
    return ", ".join(str(one) for one in words)


def out_of_use() -> str:
    return str(_("The room is not for clubs any more."))


def not_that_day() -> str:
    return str(_("Clubs can no longer have the room on that day of the week."))
