"""Change the slots of a day: lunches and all others, on every kind of day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from flask_babel import gettext as _
from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import aliased

from clubs.db import db
from clubs.models.meetings import MeetingSeries, SeriesSlot
from clubs.models.people import School
from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.schooltime.services.following import (
    coming_days_of,
    follow,
    held_school,
    write_down,
)
from clubs.schooltime.services.kinds import keep, regular_kind

Times = tuple[time, time]
# Stands for the regular kind of day while a school has none yet.
FIRST_KIND = "regular"


@dataclass(frozen=True)
class WantedSlot:
    """A slot and its times by kind of day; a kind without times does not have it."""

    kind: SlotKind
    name: str
    times: Mapping[str, Times]


def add_slot(actor: Viewer, wanted: WantedSlot) -> None:
    """Raises NameTaken."""
    school = held_school(actor)
    slot = Slot(school_id=school.id, kind=wanted.kind)
    keep(slot, name=wanted.name)
    _keep_times(school, slot, wanted.times)
    write_down(actor, "bells changed")


def change_slot(actor: Viewer, slot: Slot, wanted: WantedSlot) -> None:
    """Meetings in this slot follow its times. Raises NameTaken."""
    school = held_school(actor)
    keep(slot, name=wanted.name, kind=wanted.kind)
    changed = _keep_times(school, slot, wanted.times)
    write_down(actor, "bells changed")
    if changed:
        follow(school, coming_days_of(school, changed))


def remove_slot(actor: Viewer, slot: Slot) -> None:
    """People of this lunch stay, without one; meetings in it stay at their times."""
    held_school(actor)
    _let_series_keep_their_time(slot)
    gone = delete(Slot).where(Slot.id == slot.id).returning(Slot.id)
    if db.session.execute(gone).first() is None:
        raise TooLate(_("This part of the day is gone already."))
    db.session.expire_all()
    write_down(actor, "bells changed")


def _let_series_keep_their_time(slot: Slot) -> None:
    """A series with no other slot goes on at the time this one had."""
    at = db.session.execute(
        select(SlotTime.starts, SlotTime.ends)
        .join(DayType, DayType.id == SlotTime.day_type_id)
        .where(SlotTime.slot_id == slot.id)
        .order_by(DayType.regular.desc(), DayType.name)
        .limit(1)
    ).first()
    if at is None:
        return
    other = aliased(SeriesSlot)
    only_here = select(SeriesSlot.series_id).where(
        SeriesSlot.slot_id == slot.id,
        ~exists().where(other.series_id == SeriesSlot.series_id, other.slot_id != slot.id),
    )
    series = update(MeetingSeries).where(MeetingSeries.id.in_(only_here))
    db.session.execute(
        series.values(starts=at.starts, ends=at.ends).execution_options(
            synchronize_session=False
        )
    )


def _keep_times(school: School, slot: Slot, times: Mapping[str, Times]) -> set[str]:
    """The kinds of day on which the slot is at another time than before."""
    before = {
        one.day_type_id: one
        for one in db.session.scalars(select(SlotTime).where(SlotTime.slot_id == slot.id))
    }
    wanted = {_kind_id(school, kind): both for kind, both in times.items()}
    changed = set()
    for kind, one in before.items():
        if kind not in wanted:
            db.session.delete(one)
            changed.add(kind)
    for kind, (starts, ends) in wanted.items():
        found = before.get(kind)
        if found and (found.starts, found.ends) == (starts, ends):
            continue
        changed.add(kind)
        given = {"slot_id": slot.id, "day_type_id": kind, "school_id": school.id}
        db.session.merge(SlotTime(**given, starts=starts, ends=ends))
    db.session.flush()
    return changed


def _kind_id(school: School, kind: str) -> str:
    if kind != FIRST_KIND:
        return kind
    regular = regular_kind(school)
    if regular is None:
        regular = DayType(school_id=school.id, name=_("Regular"), regular=True)
        db.session.add(regular)
        db.session.flush()
    return regular.id
