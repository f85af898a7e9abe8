"""Loading is checking: the only ways to hold a meeting."""

from sqlalchemy import select
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id, locked
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to


def meeting_or_404(viewer: Viewer, meeting_id: str) -> tuple[Meeting, Club]:
    """The meeting and its club, if the viewer may know when and where; else 404 (P2)."""
    if not is_id(meeting_id):
        raise NotFound
    found = db.session.execute(
        select(Meeting, Club).where(Meeting.id == meeting_id, meeting_visible_to(viewer))
    ).first()
    if found is None:
        raise NotFound
    return found[0], found[1]


def held(meeting: Meeting) -> Meeting:
    """The same meeting, fresh and locked until the transaction ends."""
    statement = locked(select(Meeting).where(Meeting.id == meeting.id))
    return db.session.scalars(statement.execution_options(populate_existing=True)).one()
