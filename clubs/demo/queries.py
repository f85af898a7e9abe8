"""The personas of this demo, as they are in its database."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from clubs.db import db
from clubs.demo.people import PERSONAS
from clubs.models.people import Person, School

# A persona's row is known by the id it has in the demo school's own books.
SOURCE = "demo-"
_LABELS = {
    "student": _l("Student"),
    "member": _l("Student, in four clubs"),
    "leader": _l("Student, leads a club"),
    "sponsor": _l("Teacher, sponsors a club"),
    "other-sponsor": _l("Teacher, sponsors another club"),
    "admin": _l("Principal"),
    "caregiver": _l("Caregiver"),
    "district-admin": _l("School district"),
}


@dataclass(frozen=True)
class Card:
    """A persona as the front page shows them."""

    key: str
    name: str
    label: str
    can_try: str


def personas_here() -> list[Card]:
    """The personas, in the order they were written."""
    return [
        Card(one.key, f"{one.given} {one.family}", str(_LABELS[one.key]), one.can_try)
        for one in PERSONAS
    ]


def persona_id(key: str | None) -> str | None:
    """The person behind a persona's key; None for any other word."""
    if key not in {one.key for one in PERSONAS}:
        return None
    return db.session.scalar(
        select(Person.id)
        .join(School, School.id == Person.school_id)
        .where(School.demo, Person.active, Person.source_id == f"{SOURCE}{key}")
    )
