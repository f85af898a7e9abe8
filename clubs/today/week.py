"""The school's week on one page: meetings everybody at the school may know the time of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from flask_babel import gettext as _
from sqlalchemy import and_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_timed_for_all
from clubs.timetable.own_time import OwnTime
from clubs.web.school_time import slot_name


@dataclass(frozen=True)
class Planned:
    """One sitting of a club in the week."""

    club: str
    on_date: date
    starts: time
    ends: time
    place: str
    cancelled: bool
    slot: str | None
    kind: SlotKind | None

    @property
    def column(self) -> str:
        return slot_name(self.kind, self.slot) if self.kind and self.slot else ""


@dataclass(frozen=True)
class Week:
    """Rows of the days with school, columns of the slots in which anything is on."""

    days: Sequence[date]
    columns: Sequence[str]
    cells: dict[tuple[date, str], list[Planned]]

    def cell(self, day: date, column: str) -> Sequence[Planned]:
        return self.cells.get((day, column), ())

    def heading(self, column: str) -> str:
        return column or str(_("At other times"))


def first_day(viewer: Viewer) -> date:
    """The Monday of this week; from Saturday on, of the next."""
    today = clock.today(viewer.zone)
    monday = today - clock.days(today.weekday())
    return monday + clock.days(7) if today.weekday() >= 5 else monday


def week_of(viewer: Viewer, own: OwnTime, monday: date) -> Week:
    """In one query. The same for everybody: nobody's own groups are on it."""
    found = _planned(viewer, monday)
    last = monday + clock.days(6)
    busy = {one.on_date for one in found}
    days = [
        day.on_date
        for day in own.timetable.open_days(monday, last)
        if day.on_date.weekday() < 5 or day.on_date in busy
    ]
    cells: dict[tuple[date, str], list[Planned]] = {}
    for one in found:
        cells.setdefault((one.on_date, one.column), []).append(one)
    return Week(days, _columns(own, found), cells)


def _columns(own: OwnTime, found: Iterable[Planned]) -> list[str]:
    """In the order of a regular day; what is in no slot comes last."""
    regular = own.timetable.bells.regular
    rung = {slot_name(slot.kind, slot.name): slot.starts for slot in regular}
    begins = {one.column: rung.get(one.column, one.starts) for one in found}
    return sorted(begins, key=lambda column: (not column, begins[column], column))


def _planned(viewer: Viewer, monday: date) -> list[Planned]:
    cancelled = (Meeting.state == MeetingState.CANCELLED).label("cancelled")
    sitting = (Sitting.starts, Sitting.ends, Meeting.place, cancelled)
    rows = db.session.execute(
        select(Club.name, Meeting.on_date, *sitting, Slot.name, Slot.kind)
        .join(Meeting, Meeting.club_id == Club.id)
        .join(Sitting, and_(Sitting.meeting_id == Meeting.id, Sitting.held))
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            Club.school_id == viewer.school_id,
            club_timed_for_all(),
            Meeting.on_date.between(monday, monday + clock.days(6)),
        )
        .order_by(Meeting.on_date, Sitting.starts, Club.name, Sitting.id)
    )
    return [Planned(*row) for row in rows]
