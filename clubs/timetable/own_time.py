"""A person's own way through the school's days: its timetable and their lunches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Integer,
    Select,
    String,
    Time,
    and_,
    cast,
    false,
    null,
    select,
    union_all,
)

from clubs.db import db
from clubs.models.people import School
from clubs.models.timetable import DayType, PersonLunch, SchoolDay, Slot, SlotTime
from clubs.timetable.bells import bells_from
from clubs.timetable.days import Day
from clubs.timetable.lunches import own_lunch
from clubs.timetable.storage import Timetable

Rows = Select[*tuple[Any, ...]]
_BELLS, _LUNCH, _DATE, _CYCLE_DAY, _LETTERS = slice(8), 8, 9, 10, 11


@dataclass(frozen=True)
class OwnTime:
    """The days around one person. `others` are their lunches by other kinds of day."""

    timetable: Timetable
    wave_id: str | None = None
    others: Mapping[str, str] = field(default_factory=dict)
    cycle_letters: bool = False

    @property
    def says_lunch(self) -> bool:
        """Whether it is known which lunch is theirs, on any kind of day."""
        return self.wave_id is not None or bool(self.others)

    def lunch_on_kind(self, day_type_id: str | None) -> str | None:
        """The slot that is their lunch on a kind of day; None where any may be."""
        bells = self.timetable.bells
        kind = day_type_id or bells.regular_id
        return own_lunch(bells.of(kind), self.wave_id, self.others.get(kind or ""))

    def lunch_on(self, on: date) -> str | None:
        """The same on a date."""
        return self.lunch_on_kind(self.timetable.day(on).day_type_id)


def own_time(
    school_id: str, person_id: str, wave_id: str | None, first: date, last: date
) -> OwnTime:
    """All there is to know of these dates for one person, in one query."""
    near = SchoolDay.on_date.between(first, last)
    days = _days().where(SchoolDay.school_id == school_id, near)
    bells = _bells(person_id).where(DayType.school_id == school_id)
    rows = db.session.execute(union_all(bells, days)).all()
    dated = [row for row in rows if row[_DATE] is not None]
    rung = sorted(
        (row for row in rows if row[_DATE] is None), key=lambda row: row[6] or time.min
    )
    days_by_date = {
        row[_DATE]: Day(row[_DATE], row[2], row[1], row[0], row[_CYCLE_DAY])
        for row in dated
    }
    return OwnTime(
        Timetable(days_by_date, bells_from(row[_BELLS] for row in rung)),
        wave_id,
        {row[0]: row[_LUNCH] for row in rung if row[_LUNCH] is not None},
        any(row[_LETTERS] for row in dated),
    )


def _bells(person_id: str) -> Rows:
    """Kinds of day with their slots, and beside each kind the person's lunch of it."""
    own = and_(PersonLunch.day_type_id == DayType.id, PersonLunch.person_id == person_id)
    slot = (Slot.id, Slot.kind, Slot.name, SlotTime.starts, SlotTime.ends)
    no_date, no_number = cast(null(), Date), cast(null(), Integer)
    return (
        select(DayType.id, DayType.name, DayType.regular, *slot, PersonLunch.slot_id)
        .add_columns(no_date, no_number, false())
        .outerjoin(SlotTime, SlotTime.day_type_id == DayType.id)
        .outerjoin(Slot, Slot.id == SlotTime.slot_id)
        .outerjoin(PersonLunch, own)
    )


def _days() -> Rows:
    """Dates, in the same columns: each stands for itself, with no slot."""
    word, at = cast(null(), String), cast(null(), Time)
    blank: Sequence[ColumnElement[Any]] = (word, word, word, at, at, word)
    empty = [one.label(f"none_{number}") for number, one in enumerate(blank)]
    return (
        select(SchoolDay.day_type_id, SchoolDay.words, SchoolDay.open, *empty)
        .add_columns(SchoolDay.on_date, SchoolDay.cycle_day, School.cycle_letters)
        .join(School, School.id == SchoolDay.school_id)
    )
