"""The terms of a school."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from clubs.db import db
from clubs.models.timetable import Term


@dataclass(frozen=True)
class TermLine:
    id: str
    name: str
    first_on: date
    last_on: date


def terms_of(school_id: str) -> list[TermLine]:
    """Every term, the earliest first."""
    rows = db.session.execute(
        select(Term.id, Term.name, Term.first_on, Term.last_on)
        .where(Term.school_id == school_id)
        .order_by(Term.first_on)
    )
    return [TermLine(*row) for row in rows]
