""" "I'm coming" to a meeting: a token each, counted from ten on and listed never."""

from flask_babel import gettext as _
from sqlalchemy import delete

from clubs import belonging
from clubs.db import db, forget_bytes, insert_once
from clubs.directory.loading import held
from clubs.models.clubs import Club, Step
from clubs.models.gathering import MeetingComing
from clubs.models.meetings import Meeting
from clubs.planning.gathering import coming_body, coming_token, comings
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions import gathering as may
from clubs.policy.viewer import Viewer

FEWEST_COUNTED = 10


def how_many(viewer: Viewer, meeting: Meeting) -> int | None:
    """How many come, or None for fewer than ten, or for those it is not for (P5)."""
    if not may.may_see_how_many(viewer, meeting.club_id):
        return None
    count = sum(where == meeting.id for _token, where in comings(meeting.school_id))
    return count if count >= FEWEST_COUNTED else None


def come(actor: Viewer, club: Club, meeting: Meeting) -> None:
    """Once, however often it is said."""
    require(may.may_come(actor, held(club), meeting))
    require_still_inside(actor, club)
    token = coming_token(meeting.id, actor.person_id)
    insert_once(
        MeetingComing,
        token=token,
        school_id=meeting.school_id,
        body=coming_body(meeting.school_id, token, meeting.id),
    )


def stay_away(actor: Viewer, meeting: Meeting) -> None:
    """Leaves nothing behind, whether they had said so or not, and at any time."""
    forget_bytes()
    token = coming_token(meeting.id, actor.person_id)
    db.session.execute(delete(MeetingComing).where(MeetingComing.token == token))


def require_still_inside(actor: Viewer, club: Club) -> None:
    """Somebody may leave in another window; nothing of them may come after it (P9)."""
    if club.step is Step.OPEN or club.id in actor.sponsors:
        return
    mine = belonging.of_one(club, actor.person_id)
    if mine is None or not mine.member:
        raise TooLate(_("You do not belong to this club any more."))
