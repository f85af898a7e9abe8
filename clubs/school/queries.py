"""A school's own settings, lunches and record, for its admins."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from clubs.audit import first_break
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.people import School
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import record_visible_to

PAGE = 50


@dataclass(frozen=True)
class Line:
    """One entry of the record."""

    number: int
    at: datetime
    who: str
    act: str
    words: str


@dataclass(frozen=True)
class Lines:
    """One page, newest first, and the number before which the next begins."""

    lines: list[Line]
    before: int | None


def own_school(viewer: Viewer) -> School:
    return db.session.get_one(School, viewer.school_id)


def record_of(viewer: Viewer, before: int | None) -> Lines:
    statement = (
        select(
            AuditEntry.number,
            AuditEntry.at,
            AuditEntry.staff_name,
            AuditEntry.act,
            AuditEntry.words,
        )
        .where(record_visible_to(viewer))
        .order_by(AuditEntry.number.desc())
        .limit(PAGE + 1)
    )
    if before is not None:
        statement = statement.where(AuditEntry.number < before)
    lines = [Line(*row) for row in db.session.execute(statement)]
    return Lines(lines[:PAGE], lines[PAGE - 1].number if len(lines) > PAGE else None)


def broken_at(viewer: Viewer) -> int | None:
    """The first entry that was changed or is missing; None while the record is whole."""
    return first_break(viewer.school_id)
