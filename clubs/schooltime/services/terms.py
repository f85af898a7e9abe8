"""Add, change and remove terms."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import delete, select

from clubs.db import db
from clubs.models.timetable import Term
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.schooltime.services.following import follow, held_school, write_down


@dataclass(frozen=True)
class WantedTerm:
    name: str
    first_on: date
    last_on: date


class Overlaps(Exception):
    """Another term has some of these days already; it is named."""


def keep_term(actor: Viewer, wanted: WantedTerm, term: Term | None = None) -> None:
    """Add a term, or change the one that is given. Raises Overlaps."""
    school = held_school(actor)
    other = db.session.scalars(
        select(Term.name).where(
            Term.school_id == school.id,
            Term.id != (term.id if term else ""),
            Term.first_on <= wanted.last_on,
            Term.last_on >= wanted.first_on,
        )
    ).first()
    if other is not None:
        raise Overlaps(other)
    if term is None:
        term = Term(school_id=school.id)
        db.session.add(term)
    term.name, term.first_on, term.last_on = wanted.name, wanted.first_on, wanted.last_on
    db.session.flush()
    write_down(actor, "terms changed")
    follow(school)


def remove_term(actor: Viewer, term: Term) -> None:
    school = held_school(actor)
    gone = delete(Term).where(Term.id == term.id).returning(Term.id)
    if db.session.execute(gone).first() is None:
        raise TooLate(_("This term is gone already."))
    db.session.expunge(term)
    write_down(actor, "terms changed")
    follow(school)
