"""Members are told of a change: on the meeting itself, by mail if they want any."""

from collections.abc import Collection

from flask_babel import gettext as _

from clubs import belonging, clock, notices
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.policy.ladder import wants_mail
from clubs.policy.viewer import Viewer

_WORDS_LENGTH = 200


def mark_changed(meeting: Meeting, words: str) -> None:
    """When, where or whether has changed: Today shows these words for a week to everybody
    who may see the meeting, and calendars know that there is something newer."""
    meeting.sequence = (meeting.sequence or 0) + 1
    meeting.changed_on = clock.today(meeting.zone)
    if len(words) > _WORDS_LENGTH:
        words = words[: _WORDS_LENGTH - 1] + _("…")
    meeting.change_words = words


def mail_members(actor: Viewer | None, club: Club) -> None:
    """A neutral mail to each member who wants any, but not to who made the change."""
    mail_clubs(club.school_id, [club], but=actor.person_id if actor else None)


def mail_clubs(school_id: str, clubs: Collection[Club], *, but: str | None = None) -> None:
    """One neutral mail to each member of any of these clubs, in however many they are."""
    steps = {club.id: club.step for club in clubs}
    people = belonging.in_clubs(school_id, frozenset(steps))
    wanting = {
        one.person_id
        for one in people
        if one.member and wants_mail(steps[one.club_id], said=one.reminders)
    }
    notices.mail_update(school_id, [key for key in wanting if key and key != but])
