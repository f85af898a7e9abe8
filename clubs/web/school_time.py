"""How slots, lunches and days of the school's own time are called."""

from collections.abc import Iterable
from datetime import date, time
from typing import Protocol

from babel.lists import format_list
from flask_babel import get_locale
from flask_babel import gettext as _

from clubs.models.timetable import SlotKind
from clubs.timetable import cycle_said
from clubs.timetable.own_time import OwnTime


class Sits(Protocol):
    """A sitting with the slot it is in, if it is in one."""

    @property
    def starts(self) -> time: ...
    @property
    def ends(self) -> time: ...
    @property
    def slot(self) -> str | None: ...
    @property
    def kind(self) -> SlotKind | None: ...


def slot_name(kind: SlotKind, name: str) -> str:
    """Lunches are called by a letter; what else there is says by itself what it is."""
    return str(_("Lunch %(name)s", name=name)) if kind is SlotKind.LUNCH else name


def listed(names: Iterable[str]) -> str:
    """Such as "A and C", each once, in the reader's language."""
    return str(format_list(list(dict.fromkeys(names)), locale=get_locale()))


def cycle_day_name(number: int, *, letters: bool) -> str:
    """Such as "Day A" or "Day 1", as the school says it."""
    return str(_("Day %(name)s", name=cycle_said(number, letters=letters)))


def kind_of_day(own: OwnTime, on: date) -> list[str]:
    """What is to be said of a date: its cycle day, and its kind unless it is regular."""
    day, bells = own.timetable.day(on), own.timetable.bells
    said = []
    if day.cycle_day is not None:
        said.append(cycle_day_name(day.cycle_day, letters=own.cycle_letters))
    if day.day_type_id not in (None, bells.regular_id):
        said.append(bells.names.get(day.day_type_id or "", ""))
    return [one for one in said if one]
