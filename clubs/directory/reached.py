"""`timetable.within_reach` as a condition on sittings, for lists of many clubs."""

from sqlalchemy import ColumnElement, and_, func, or_, true

from clubs.models.meetings import Sitting
from clubs.models.timetable import SchoolDay, Slot, SlotKind
from clubs.timetable.own_time import OwnTime


def reached_by(own: OwnTime) -> ColumnElement[bool]:
    """Sittings they can come to. Joins Sitting to its Slot and, outer, to its SchoolDay."""
    bells = own.timetable.bells
    kind = func.coalesce(SchoolDay.day_type_id, bells.regular_id)
    lunches = {each: own.lunch_on_kind(each) for each in bells.slots}
    theirs = [
        and_(kind == each, true() if lunch is None else Sitting.slot_id == lunch)
        for each, lunch in lunches.items()
    ]
    if bells.regular_id is None:
        theirs.append(kind.is_(None))
    outside = or_(Sitting.slot_id.is_(None), Slot.kind != SlotKind.LUNCH)
    return or_(outside, *theirs)
