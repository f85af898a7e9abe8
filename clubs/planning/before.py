"""How a meeting was until now, and what to tell of how it is."""

from dataclasses import dataclass
from datetime import date

from flask_babel import format_date, format_time
from flask_babel import gettext as _

from clubs.planning.reasons import no_slot
from clubs.planning.sittings import Occurrence, Part
from clubs.timetable import Timetable


@dataclass(frozen=True)
class Before:
    """What calendars and members know of a meeting."""

    on_date: date
    parts: list[Part]
    planned: bool

    @classmethod
    def of(cls, one: Occurrence) -> "Before":
        return cls(one.meeting.on_date, one.parts, one.planned)

    @property
    def held(self) -> list[Part]:
        return [part for part in self.parts if part.held]


def change_words(before: Before, one: Occurrence, timetable: Timetable) -> str:
    """What to tell of a meeting that goes on taking place; "" if nothing is different."""
    if not before.planned:
        return _("It takes place after all.")
    on, times = before.on_date, _times(before)
    if on != one.meeting.on_date:
        day = format_date(on, "EEEE, MMMM d")
        return _(
            "The school's days have changed. Before: %(day)s, %(time)s.",
            day=day,
            time=times,
        )
    dropped = {part.slot_id for part in before.held} - {s.slot_id for s in one.held}
    if dropped:
        return no_slot(timetable, on, sorted(key for key in dropped if key))
    if before.held != Before.of(one).held:
        return _("The bells are different on that day. Before: %(time)s.", time=times)
    return ""


def _times(before: Before) -> str:
    starts = sorted({part.starts for part in before.held or before.parts})
    return " / ".join(format_time(at, "H:mm", rebase=False) for at in starts)
