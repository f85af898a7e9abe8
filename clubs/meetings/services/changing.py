"""Change one meeting: what it is about, when and where it is."""

from datetime import date

from flask_babel import format_date, format_time
from flask_babel import gettext as _

from clubs.db import db
from clubs.meetings.services.adults import require_may_be_there
from clubs.meetings.services.holding import hold, occurrence
from clubs.meetings.services.places import put, room_of
from clubs.meetings.services.when import parts_for
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.planning.before import Before
from clubs.planning.having import have_rooms, touch
from clubs.planning.making import sit
from clubs.planning.occasion import Occasion
from clubs.planning.sittings import Occurrence
from clubs.planning.telling import mail_members, mark_changed
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer


def edit(actor: Viewer, club: Club, meeting: Meeting, *, agenda: str) -> None:
    """Change the agenda; that is no news."""
    one = occurrence(meeting)
    require(may.may_edit_meeting(actor, club, one.meeting))
    one.meeting.agenda = agenda


def move(actor: Viewer, club: Club, meeting: Meeting, on: date, occasion: Occasion) -> None:
    """To another day, time or place; the series still knows for when it was planned.

    Without an adult in `occasion` the one who is named stays. Raises NotOnThatDay and
    booking.NotAvailable, and then nothing has changed.
    """
    held = hold(actor, club)
    one = occurrence(meeting)
    require(may.may_move_meeting(actor, held.club, one.meeting))
    parts, room = parts_for(held.school.id, on, occasion), room_of(held, occasion)
    if occasion.adult_id not in (None, one.meeting.adult_id):
        require_may_be_there(actor, held.club, str(occasion.adult_id))
    with db.session.begin_nested():
        words, before, place = before_words(one), Before.of(one), one.meeting.place
        one.meeting.on_date = on
        one.meeting.adult_id = occasion.adult_id or one.meeting.adult_id
        sit(one, parts)
        put(one.meeting, room, occasion.place)
        forget_counts(one)
        db.session.flush()
        have_rooms([one])
        if (before, place) != (Before.of(one), one.meeting.place):
            only_place = before == Before.of(one)
            mark_changed(one.meeting, _before(place) if only_place else words)
            touch([club.id])
            mail_members(actor, held.club)


def before_words(one: Occurrence) -> str:
    """When and where it was until now."""
    meeting = one.meeting
    starts = sorted({sitting.starts for sitting in one.held or one.sittings})
    return _(
        "Before: %(day)s, %(time)s, %(place)s.",
        day=format_date(meeting.on_date, "EEEE, MMMM d"),
        time=" / ".join(format_time(at, "H:mm", rebase=False) for at in starts),
        place=meeting.place,
    )


def _before(place: str) -> str:
    return _("Before: %(place)s.", place=place)


def forget_counts(one: Occurrence) -> None:
    """What has not begun, nobody can have counted."""
    for sitting in one.sittings:
        sitting.head_count = None
