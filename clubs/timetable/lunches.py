"""Which lunch somebody has on a given kind of day."""

from collections.abc import Sequence

from sqlalchemy import select

from clubs.db import db
from clubs.models.timetable import PersonLunch
from clubs.timetable.bells import SlotOn


def other_lunches(person_id: str) -> dict[str, str]:
    """A person's lunches on other kinds of days than the regular one, by kind of day."""
    rows = db.session.execute(
        select(PersonLunch.day_type_id, PersonLunch.slot_id).where(
            PersonLunch.person_id == person_id
        )
    )
    return {day_type_id: slot_id for day_type_id, slot_id in rows}


def own_lunch(
    slots: Sequence[SlotOn], wave_id: str | None, other: str | None = None
) -> str | None:
    """Of a day's slots the lunch somebody has: `other` was said for this kind of day,
    `wave_id` for regular ones. Where everybody has the same lunch, it is that."""
    lunches = [one.id for one in slots if one.lunch]
    for said in (other, wave_id):
        if said in lunches:
            return said
    return lunches[0] if len(lunches) == 1 else None
