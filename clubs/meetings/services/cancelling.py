"""Call a meeting off, or all later ones, and bring one back."""

from collections.abc import Iterable
from datetime import date

from flask_babel import gettext as _

from clubs import clock
from clubs.db import db
from clubs.meetings.services.changing import forget_counts
from clubs.meetings.services.holding import hold, occurrence, this_and_later
from clubs.meetings.services.when import NotOnThatDay
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState
from clubs.planning.having import give_back, keep_rooms, touch
from clubs.planning.settling import settle
from clubs.planning.sittings import Occurrence
from clubs.planning.telling import mail_members, mark_changed
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer
from clubs.timetable import timetable_of


def cancel(actor: Viewer, club: Club, meeting: Meeting, *, reason: str) -> None:
    """It stays where it was, shown as cancelled, with the reason. Its room is free."""
    held = hold(actor, club)
    one = occurrence(meeting)
    require(may.may_cancel_meeting(actor, held.club, one.meeting))
    _call_off(actor, held.club, [one], reason)


def cancel_from(actor: Viewer, club: Club, meeting: Meeting, *, reason: str) -> None:
    """Cancel this one and all later ones of its series, which ends with the one before."""
    held = hold(actor, club)
    require(may.may_cancel_meeting(actor, held.club, occurrence(meeting).meeting))
    later = this_and_later(meeting)
    _end(meeting, meeting.planned_for - clock.days(1))
    _call_off(actor, held.club, later, reason)


def end_series(actor: Viewer, club: Club, meeting: Meeting) -> None:
    """From this one on there are no more meetings of its series; one mail for all."""
    cancel_from(actor, club, meeting, reason=_("This series has ended."))


def _end(meeting: Meeting, last: date) -> None:
    if meeting.series_id is not None:
        series = db.session.get_one(MeetingSeries, meeting.series_id)
        series.last_on, series.term_id = last, None


def _call_off(
    actor: Viewer, club: Club, meetings: Iterable[Occurrence], reason: str
) -> None:
    """Those that may still be cancelled, with one mail for all of them."""
    off = [one for one in meetings if may.may_cancel_meeting(actor, club, one.meeting)]
    for one in off:
        one.meeting.state = MeetingState.CANCELLED
        forget_counts(one)
        mark_changed(one.meeting, reason)
    give_back(off)
    touch([club.id])
    mail_members(actor, club)


def restore(actor: Viewer, club: Club, meeting: Meeting) -> bool:
    """It takes place after all, on the bells its day has by now. False if the room it had
    is not available any more: then it has none. Raises NotOnThatDay."""
    held = hold(actor, club)
    one = occurrence(meeting)
    require(may.may_restore_meeting(actor, held.club, one.meeting))
    with db.session.begin_nested():
        _leave_series(one.meeting)
        one.meeting.state, one.meeting.by_calendar = MeetingState.PLANNED, False
        on = one.meeting.on_date
        reason = settle(one, timetable_of(held.school.id, on, on))
        if reason:
            raise NotOnThatDay(reason)
        db.session.flush()
        lost = keep_rooms([one])
        mark_changed(one.meeting, _("It takes place after all."))
    touch([club.id])
    mail_members(actor, held.club)
    return not lost


def _leave_series(meeting: Meeting) -> None:
    """What its series has no day for any more goes on by itself."""
    if meeting.series_id is None:
        return
    series = db.session.get_one(MeetingSeries, meeting.series_id)
    if meeting.by_calendar or meeting.planned_for > series.last_on:
        meeting.series_id = None
