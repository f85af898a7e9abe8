"""Meetings with their sittings, held until the transaction ends."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select

from clubs.db import db, in_parts, locked
from clubs.models.meetings import Meeting, Sitting
from clubs.planning.sittings import Occurrence


def occurrences(*conditions: ColumnElement[bool]) -> list[Occurrence]:
    """The meetings that fit with their sittings, fresh and held, by date; two queries."""
    return with_sittings(held_meetings(*conditions))


def held_meetings(*conditions: ColumnElement[bool]) -> list[Meeting]:
    """The meetings that fit, fresh and held, by the day they were planned for."""
    found = locked(select(Meeting).where(*conditions).order_by(Meeting.id))
    rows = db.session.scalars(found.execution_options(populate_existing=True)).all()
    return sorted(rows, key=lambda one: (one.planned_for, one.id))


def with_sittings(meetings: Iterable[Meeting]) -> list[Occurrence]:
    """The same meetings with their sittings, in one query."""
    by_id = {one.id: Occurrence(one) for one in meetings}
    for some in in_parts(by_id):
        sittings = select(Sitting).where(Sitting.meeting_id.in_(some))
        fresh = sittings.order_by(Sitting.starts, Sitting.id).execution_options(
            populate_existing=True
        )
        for one in db.session.scalars(fresh):
            by_id[one.meeting_id].sittings.append(one)
    return list(by_id.values())
