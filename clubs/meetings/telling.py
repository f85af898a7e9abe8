"""Members are told of a change: on the meeting itself, by mail where their step mails."""

from flask_babel import gettext as _

from clubs import belonging, clock, notices
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.policy.ladder import MAILED_BY_DEFAULT
from clubs.policy.viewer import Viewer

_WORDS_LENGTH = 200


def mark_changed(meeting: Meeting, words: str) -> None:
    """What Today shows to everybody who may see the meeting, for a week."""
    meeting.changed_on = clock.today(meeting.zone)
    if len(words) > _WORDS_LENGTH:
        words = words[: _WORDS_LENGTH - 1] + _("…")
    meeting.change_words = words


def mail_members(actor: Viewer, club: Club) -> None:
    """A neutral mail to each member; none above *private*, where Today has to do."""
    if club.step not in MAILED_BY_DEFAULT:
        return
    members = [one.person_id for one in belonging.in_club(club) if one.member]
    others = [one for one in members if one is not None and one != actor.person_id]
    notices.mail_update(club.school_id, others)
