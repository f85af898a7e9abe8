"""The rooms of meetings: having one for each sitting, losing it."""

from collections.abc import Collection, Iterable, Sequence

from flask_babel import gettext as _
from sqlalchemy import update

from clubs.booking import NotAvailable, Wanted, book_all, release
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.planning.sittings import Occurrence


def have_rooms(meetings: Sequence[Occurrence]) -> None:
    """Book each meeting's room, if it has one, for all its sittings, instead of what these
    have. Raises NotAvailable with all the days on which the room cannot be had."""
    give_back(one for one in meetings if one.meeting.room_id is None)
    refused = book_all(_wanted(meetings))
    if refused:
        raise NotAvailable(one.stretch.on_date for one in refused)


def keep_rooms(meetings: Sequence[Occurrence]) -> list[Occurrence]:
    """Book the rooms at the meetings' new times; those that lost theirs by that."""
    refused = {one.sitting_id for one in book_all(_wanted(meetings), keep_yes=True)}
    lost = [one for one in meetings if refused & {s.id for s in one.sittings}]
    give_back(lost)
    for one in lost:
        lose(one.meeting)
    return lost


def give_back(meetings: Iterable[Occurrence]) -> None:
    """Meetings that do not take place, or elsewhere, need no room of the list."""
    release([sitting.id for one in meetings for sitting in one.sittings])


def lose(meeting: Meeting) -> None:
    """Without its room, which is remembered until it has another place."""
    meeting.lost_room_id, meeting.room_id = meeting.room_id, None
    meeting.place = _("No room yet")


def touch(club_ids: Collection[str]) -> None:
    """Calendars of these clubs have something new to read."""
    if club_ids:
        newer = {Club.calendar_version: Club.calendar_version + 1}
        db.session.execute(update(Club).where(Club.id.in_(sorted(club_ids))).values(newer))


def _wanted(meetings: Iterable[Occurrence]) -> list[Wanted]:
    return [
        Wanted(one.meeting.room_id, one.meeting.club_id, sitting_id, stretch)
        for one in meetings
        if one.meeting.room_id is not None
        for sitting_id, stretch in one.stretches.items()
    ]
