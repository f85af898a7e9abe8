"""What the pages of the school's time show."""

from datetime import date
from typing import TypeVar

from sqlalchemy import select
from werkzeug.exceptions import NotFound

from clubs import timetable
from clubs.db import db, is_id
from clubs.models.people import School
from clubs.models.timetable import DayMark, DayType, Slot, SlotTime, Term, WeekdayType
from clubs.policy.viewer import Viewer

Thing = TypeVar("Thing", DayType, Slot, Term)


def own_school(viewer: Viewer) -> School:
    return db.session.get_one(School, viewer.school_id)


def one_or_404(viewer: Viewer, kind: type[Thing], thing_id: str) -> Thing:
    """A kind of day, a slot or a term of the viewer's own school."""
    if not is_id(thing_id):
        raise NotFound
    found = db.session.scalars(
        select(kind).where(kind.id == thing_id, kind.school_id == viewer.school_id)
    ).first()
    if found is None:
        raise NotFound
    return found


def kinds_of_day(viewer: Viewer) -> list[DayType]:
    """The regular one first."""
    return list(
        db.session.scalars(
            select(DayType)
            .where(DayType.school_id == viewer.school_id)
            .order_by(DayType.regular.desc(), DayType.name)
        )
    )


def slots(viewer: Viewer) -> list[Slot]:
    return list(
        db.session.scalars(
            select(Slot).where(Slot.school_id == viewer.school_id).order_by(Slot.name)
        )
    )


def times(viewer: Viewer) -> list[SlotTime]:
    """From when to when every slot is, earliest first."""
    return list(
        db.session.scalars(
            select(SlotTime)
            .where(SlotTime.school_id == viewer.school_id)
            .order_by(SlotTime.starts)
        )
    )


def weekday_kinds(viewer: Viewer) -> dict[int, str]:
    """The weekdays that are of a kind of their own."""
    rows = db.session.execute(
        select(WeekdayType.weekday, WeekdayType.day_type_id).where(
            WeekdayType.school_id == viewer.school_id
        )
    )
    return {weekday: kind for weekday, kind in rows}


def day_or_404(school: School, text: str) -> date:
    """A date of this school year or the next, written as 2026-11-24 and no other way."""
    try:
        on = date.fromisoformat(text)
    except ValueError:
        raise NotFound from None
    first, last = timetable.worked_out_between(school)
    if on.isoformat() != text or not first <= on <= last:
        raise NotFound
    return on


def said_about(viewer: Viewer, on: date) -> list[DayMark]:
    """What was typed about a date, first, and what calendars say of it."""
    return list(
        db.session.scalars(
            select(DayMark)
            .where(DayMark.school_id == viewer.school_id, DayMark.on_date == on)
            .order_by(DayMark.source)
        )
    )


def calendars(viewer: Viewer) -> list[str]:
    """The calendars that were brought in, by name."""
    return list(
        db.session.scalars(
            select(DayMark.source)
            .where(DayMark.school_id == viewer.school_id, DayMark.source != "")
            .distinct()
            .order_by(DayMark.source)
        )
    )
