"""Bringing one meeting in line with its day: school or none, and when its slots are."""

from dataclasses import dataclass
from datetime import date

from flask_babel import format_date, format_time
from flask_babel import gettext as _

from clubs.models.meetings import MeetingState
from clubs.models.timetable import SlotKind
from clubs.planning.sittings import Occurrence, Part, some_time_of
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


def settle(one: Occurrence, timetable: Timetable, no_place: str = "") -> str:
    """Take times and state from the meeting's day; why it does not take place, or "".

    What somebody cancelled by hand stays cancelled, what the calendar did comes back.
    `no_place` says why its series has no place for it any more, if that is so.
    """
    _ring(one, timetable)
    reason = why_not(one, timetable) or no_place
    meeting = one.meeting
    if reason and one.planned:
        meeting.state, meeting.by_calendar = MeetingState.CANCELLED, True
    elif not reason and meeting.by_calendar:
        meeting.state, meeting.by_calendar = MeetingState.PLANNED, False
    one.span()
    return reason


def _ring(one: Occurrence, timetable: Timetable) -> None:
    """Each sitting by the bells of the day; where there is no school, as it was."""
    on = one.meeting.on_date
    if not timetable.day(on).open:
        return
    for sitting in one.sittings:
        if sitting.slot_id is None:
            continue
        slot = timetable.slot_on(sitting.slot_id, on)
        sitting.held = slot is not None
        if slot is not None:
            sitting.starts, sitting.ends = slot.starts, slot.ends


def why_not(one: Occurrence, timetable: Timetable) -> str:
    """Why a meeting cannot be on its day, or ""."""
    on = one.meeting.on_date
    if not timetable.day(on).open:
        return no_school(timetable, on)
    if not one.held:
        return no_slot(timetable, on, [part.slot_id for part in one.parts if part.slot_id])
    return ""


def no_school(timetable: Timetable, on: date) -> str:
    words = timetable.day(on).words
    if words:
        return _("There is no school on that day: %(words)s.", words=words)
    return _("There is no school on that day.")


def no_slot(timetable: Timetable, on: date, slot_ids: list[str]) -> str:
    """Such as "There is no lunch C on Early closing days." """
    bells = timetable.bells
    kind = bells.names.get(timetable.day(on).day_type_id or bells.regular_id or "", "")
    slots = [slot for key in slot_ids if (slot := some_time_of(timetable, key))]
    if not slots or not kind:
        return _("There is no time for it on that day.")
    slot = slots[0]
    if slot.kind is SlotKind.LUNCH:
        return _("There is no lunch %(name)s on %(kind)s days.", name=slot.name, kind=kind)
    return _("There is no “%(name)s” on %(kind)s days.", name=slot.name, kind=kind)


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
