"""Change the kinds of day, and which weekday is of which."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from clubs.db import db
from clubs.models.people import School
from clubs.models.timetable import DayType, Slot, WeekdayType
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.schooltime.services.following import (
    NameTaken,
    coming_days_of,
    follow,
    held_school,
    write_down,
)


def add_kind(actor: Viewer, name: str) -> None:
    """Add a kind of day; the first one is the regular one. Raises NameTaken."""
    school = held_school(actor)
    first = regular_kind(school) is None
    keep(DayType(school_id=school.id, regular=first), name=name)
    write_down(actor, "kind of day added")


def rename_kind(actor: Viewer, kind: DayType, name: str) -> None:
    """Raises NameTaken."""
    held_school(actor)
    keep(kind, name=name)
    write_down(actor, "kind of day changed")


def make_regular(actor: Viewer, kind: DayType) -> None:
    """Every day that is of no other kind is of this one from now on."""
    school = held_school(actor)
    regular = regular_kind(school)
    if regular is None or regular.id == kind.id:
        raise TooLate(_("It is the regular kind of day already."))
    both = (regular.id, kind.id)
    regular.regular = False
    db.session.flush()
    kind.regular = True
    db.session.flush()
    write_down(actor, "kind of day changed")
    follow(school, coming_days_of(school, both))


def remove_kind(actor: Viewer, kind: DayType) -> None:
    """Its days become as their weekdays are."""
    school = held_school(actor)
    if kind.regular:
        raise TooLate(_("Make another kind of day the regular one first."))
    days = coming_days_of(school, (kind.id,))
    gone = delete(DayType).where(DayType.id == kind.id).returning(DayType.id)
    if db.session.execute(gone).first() is None:
        raise TooLate(_("This kind of day is gone already."))
    db.session.expire_all()
    write_down(actor, "kind of day removed")
    follow(school, days)


def set_weekdays(actor: Viewer, kinds: Mapping[int, str]) -> None:
    """Say which weekdays are always of a kind of their own; the others are regular."""
    school = held_school(actor)
    db.session.execute(delete(WeekdayType).where(WeekdayType.school_id == school.id))
    for weekday, kind in kinds.items():
        db.session.add(WeekdayType(school_id=school.id, weekday=weekday, day_type_id=kind))
    db.session.flush()
    write_down(actor, "weekdays changed")
    follow(school)


def regular_kind(school: School) -> DayType | None:
    return db.session.scalars(
        select(DayType).where(DayType.school_id == school.id, DayType.regular)
    ).first()


def keep(row: DayType | Slot, **values: object) -> None:
    """The database knows whether a name is taken, however many try at once."""
    try:
        with db.session.begin_nested():
            for name, value in values.items():
                setattr(row, name, value)
            db.session.add(row)
            db.session.flush()
    except IntegrityError as error:
        raise NameTaken from error
