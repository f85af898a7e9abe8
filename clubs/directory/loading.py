"""Loading is checking: the only ways to hold a club."""

from sqlalchemy import select
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id, locked
from clubs.models.clubs import Club
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_visible_to


def club_or_404(viewer: Viewer, club_id: str) -> Club:
    """The club, if the viewer may know of it; otherwise as if it had never been (P2)."""
    if not is_id(club_id):
        raise NotFound
    club = db.session.scalars(
        select(Club).where(Club.id == club_id, club_visible_to(viewer))
    ).first()
    if club is None:
        raise NotFound
    return club


def found_by(viewer: Viewer, club: Club) -> bool:
    """Whether this viewer, too, may know of a club somebody else holds."""
    found = select(Club.id).where(Club.id == club.id, club_visible_to(viewer))
    return db.session.scalar(found) is not None


def held(club: Club) -> Club:
    """The same club, fresh and locked until the transaction ends: for places and steps."""
    statement = locked(select(Club).where(Club.id == club.id))
    return db.session.scalars(statement.execution_options(populate_existing=True)).one()
