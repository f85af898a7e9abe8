"""Whom a school's people can turn to."""

from sqlalchemy import select

from clubs.db import db
from clubs.models.people import School
from clubs.policy.viewer import Viewer


def trusted_adult(viewer: Viewer) -> str:
    """What the viewer's school says about its trusted adult; "" if nothing."""
    words = select(School.trusted_adult).where(School.id == viewer.school_id)
    return db.session.scalar(words) or ""
