"""What was brought in from lists: drafts that wait at the desk, and when it was last."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from clubs import booking
from clubs.audit import AuditAct
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_overseen_by, record_visible_to

_MOST = 20


@dataclass(frozen=True)
class Drafts:
    """The first drafts by name, and how many there are."""

    first: list[tuple[str, str]]
    count: int


@dataclass(frozen=True)
class BesideClubs:
    """When people were brought in last, and how many bookings of rooms wait for a yes."""

    imported_at: datetime | None
    rooms_asked_for: int


def drafts(viewer: Viewer) -> Drafts:
    """Clubs that were brought in and still need a sponsor and a privacy step."""
    rows = db.session.execute(
        select(Club.id, Club.name, func.count().over())
        .where(club_overseen_by(viewer), Club.state == ClubState.DRAFT)
        .order_by(func.lower(Club.name), Club.id)
        .limit(_MOST)
    ).all()
    return Drafts([(row[0], row[1]) for row in rows], rows[0][2] if rows else 0)


def beside_clubs(viewer: Viewer) -> BesideClubs:
    """Both in one query."""
    imported = (
        select(AuditEntry.at)
        .where(record_visible_to(viewer), AuditEntry.act == AuditAct.PEOPLE_IMPORTED.value)
        .order_by(AuditEntry.number.desc())
        .limit(1)
    )
    asked = booking.counted(viewer)
    row = db.session.execute(select(imported.scalar_subquery(), asked.scalar_subquery()))
    return BesideClubs(*row.one())
