"""Planning meetings and changing them. Whoever may see one sees the change."""

from dataclasses import dataclass
from datetime import date, time

from flask_babel import format_date, format_time
from flask_babel import gettext as _
from sqlalchemy import select

from clubs.db import db, locked
from clubs.directory.loading import held as held_club
from clubs.meetings.loading import held
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Sitting
from clubs.planning.telling import mail_members, mark_changed
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions.running import may_plan_meetings
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Occasion:
    """When on the wall clock, where, and at which lunch."""

    starts: time
    ends: time
    wave_id: str | None
    place: str


def plan(
    actor: Viewer, club: Club, days: list[date], occasion: Occasion, *, agenda: str
) -> Meeting:
    """One meeting on this day, at the school's own clock."""
    return _plan(actor, club, days, occasion, agenda, None)[0]


def plan_series(
    actor: Viewer,
    club: Club,
    days: list[date],
    occasion: Occasion,
    *,
    agenda: str,
    weekday: int,
) -> list[Meeting]:
    """A row for each day, so that each can be moved, cancelled and counted by itself."""
    series = MeetingSeries(
        school_id=club.school_id,
        club_id=club.id,
        weekday=weekday,
        first_on=days[0],
        last_on=days[-1],
    )
    return _plan(actor, club, days, occasion, agenda, series)


def _plan(
    actor: Viewer,
    club: Club,
    days: list[date],
    occasion: Occasion,
    agenda: str,
    series: MeetingSeries | None,
) -> list[Meeting]:
    require(may_plan_meetings(actor, held_club(club)))
    _refuse_twice(club, days, occasion)
    if series is not None:
        db.session.add(series)
        db.session.flush()
    meetings = [
        Meeting(
            school_id=club.school_id,
            club_id=club.id,
            series_id=series.id if series else None,
            planned_for=day,
            on_date=day,
            starts=occasion.starts,
            ends=occasion.ends,
            zone=actor.zone,
            place=occasion.place,
            agenda=agenda,
        )
        for day in days
    ]
    db.session.add_all(meetings)
    db.session.flush()
    db.session.add_all(
        Sitting(
            school_id=club.school_id,
            meeting_id=one.id,
            slot_id=occasion.wave_id,
            starts=occasion.starts,
            ends=occasion.ends,
        )
        for one in meetings
    )
    db.session.flush()
    return meetings


def _refuse_twice(club: Club, days: list[date], occasion: Occasion) -> None:
    """TooLate if the club meets at that time already, as when a button is pressed twice."""
    taken = db.session.scalar(
        select(Meeting.on_date)
        .where(
            Meeting.club_id == club.id,
            Meeting.on_date.in_(days),
            Meeting.state == MeetingState.PLANNED,
            Meeting.starts < occasion.ends,
            Meeting.ends > occasion.starts,
        )
        .order_by(Meeting.on_date)
        .limit(1)
    )
    if taken is not None:
        day = format_date(taken, "EEEE, MMMM d")
        raise TooLate(_("The club meets at that time on %(day)s already.", day=day))


def edit(actor: Viewer, club: Club, meeting: Meeting, *, place: str, agenda: str) -> None:
    """Change agenda and place. Only another place is news."""
    require(may.may_edit_meeting(actor, club, held(meeting)))
    meeting.agenda = agenda
    if place == meeting.place:
        return
    mark_changed(meeting, _("Before: %(place)s.", place=meeting.place))
    meeting.place = place
    mail_members(actor, club)


def move(actor: Viewer, club: Club, meeting: Meeting, on: date, occasion: Occasion) -> None:
    """To another day, time or place; the series still knows for when it was planned."""
    require(may.may_move_meeting(actor, club, held(meeting)))
    mark_changed(
        meeting,
        _(
            "Before: %(day)s, %(time)s, %(place)s.",
            day=format_date(meeting.on_date, "EEEE, MMMM d"),
            time=format_time(meeting.starts, "H:mm", rebase=False),
            place=meeting.place,
        ),
    )
    meeting.on_date = on
    meeting.starts, meeting.ends = occasion.starts, occasion.ends
    meeting.place = occasion.place
    for sitting in _sittings(meeting):
        sitting.starts, sitting.ends = occasion.starts, occasion.ends
        sitting.slot_id, sitting.head_count = occasion.wave_id, None
    mail_members(actor, club)


def cancel(actor: Viewer, club: Club, meeting: Meeting, *, reason: str) -> None:
    """It stays where it was, shown as cancelled, with the reason."""
    require(may.may_cancel_meeting(actor, club, held(meeting)))
    _cancel(meeting, reason)
    mail_members(actor, club)


def cancel_from(actor: Viewer, club: Club, meeting: Meeting, *, reason: str) -> None:
    """Cancel this one and all later ones of its series; one mail for all of them."""
    require(may.may_cancel_meeting(actor, club, held(meeting)))
    for one in _this_and_later(meeting):
        if may.may_cancel_meeting(actor, club, one):
            _cancel(one, reason)
    mail_members(actor, club)


def _this_and_later(meeting: Meeting) -> list[Meeting]:
    if meeting.series_id is None:
        return [meeting]
    later = select(Meeting).where(
        Meeting.series_id == meeting.series_id, Meeting.planned_for >= meeting.planned_for
    )
    return list(db.session.scalars(locked(later.order_by(Meeting.planned_for))))


def _cancel(meeting: Meeting, reason: str) -> None:
    meeting.state = MeetingState.CANCELLED
    for sitting in _sittings(meeting):
        sitting.head_count = None
    mark_changed(meeting, reason)


def restore(actor: Viewer, club: Club, meeting: Meeting) -> None:
    require(may.may_restore_meeting(actor, club, held(meeting)))
    meeting.state = MeetingState.PLANNED
    mark_changed(meeting, _("It takes place after all."))
    mail_members(actor, club)


def count_heads(actor: Viewer, club: Club, meeting: Meeting, number: int) -> None:
    """How many came: a number, never who."""
    require(may.may_count_heads(actor, club, held(meeting)))
    _sittings(meeting)[0].head_count = number


def _sittings(meeting: Meeting) -> list[Sitting]:
    found = select(Sitting).where(Sitting.meeting_id == meeting.id)
    return list(db.session.scalars(found.order_by(Sitting.starts)))
