"""Why a meeting cannot be on a day, in the words of its school."""

from datetime import date

from flask_babel import gettext as _

from clubs.models.timetable import SlotKind
from clubs.planning.sittings import Occurrence, some_time_of
from clubs.timetable import Timetable


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
