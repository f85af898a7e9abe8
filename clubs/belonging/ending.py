"""What ends by itself, and whether what is sealed still opens."""

from datetime import date

from sqlalchemy import delete, select

from clubs.belonging.storage import open_body
from clubs.db import db, forget_bytes
from clubs.models.belonging import InviteCode, SealedMembership


def end_old_codes(on: date) -> int:
    """Delete invite codes that have run out by this day; how many."""
    forget_bytes()
    old = delete(InviteCode).where(InviteCode.expires_on < on)
    return len(db.session.scalars(old.returning(InviteCode.id)).all())


def opened(school_id: str) -> int:
    """Open one sealed belonging of a school, if any; raises CannotOpen. 1 or 0."""
    row = db.session.execute(
        select(SealedMembership.token, SealedMembership.body)
        .where(SealedMembership.school_id == school_id)
        .limit(1)
    ).first()
    if row is None:
        return 0
    open_body(school_id, *row)
    return 1
