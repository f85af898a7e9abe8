"""How slots and rooms are called on the pages of meetings."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from clubs.booking import RoomLine
from clubs.models.rooms import Room
from clubs.timetable import SlotOn
from clubs.web.filters import clock_time, short_day
from clubs.web.school_time import listed, slot_name

MOST_DAYS_NAMED = 8


def slot_words(slot: SlotOn) -> str:
    """Such as "Lunch A, 12:05 to 12:45"."""
    name = slot_name(slot.kind, slot.name)
    starts, ends = clock_time(slot.starts), clock_time(slot.ends)
    return str(_("%(name)s, %(starts)s to %(ends)s", name=name, starts=starts, ends=ends))


def room_words(room: RoomLine) -> str:
    """Such as "Room 12 · 30 places · step-free · quiet"."""
    asks = [str(_("somebody has to say yes"))] if room.needs_yes else []
    return " · ".join([room.name, *access_words(room), *asks])


def access_words(room: Room | RoomLine) -> list[str]:
    """What somebody may need to know before they go there."""
    places = (
        [ngettext("%(num)d place", "%(num)d places", room.capacity)]
        if room.capacity
        else []
    )
    said = (
        (room.step_free, _("step-free")),
        (room.quiet, _("quiet")),
        (room.near_exit, _("near an exit")),
    )
    return places + [str(words) for true, words in said if true]


def days_in_words(days: Iterable[date]) -> str:
    """Such as "Tue, Nov 24 and Tue, Dec 8"."""
    return listed(short_day(one) for one in days)


def not_available(room: str, days: list[date]) -> str:
    """Never who has it, nor why."""
    when = days_in_words(days[:MOST_DAYS_NAMED])
    more = len(days) - MOST_DAYS_NAMED
    if more > 0:
        words = "%(room)s is not available on %(days)s and %(num)d more days."
        return str(ngettext(words, words, more, room=room, days=when))
    return str(_("%(room)s is not available on %(days)s.", room=room, days=when))
