"""What ends with a club: its open proposals, its coming meetings and events."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from clubs import belonging, booking, clock, notices
from clubs.db import db, locked
from clubs.models.clubs import Club
from clubs.models.events import Event, EventState
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.ladder import wants_mail
from clubs.policy.permissions.events import is_over
from clubs.policy.permissions.meetings import has_begun
from clubs.policy.viewer import Viewer
from clubs.review import deciding


def held_proposals(club: Club) -> Sequence[Proposal]:
    """What still waits for a decision. Held before the club, as by whoever decides."""
    waiting = select(Proposal).where(
        Proposal.club_id == club.id, Proposal.stage.in_(OPEN_STAGES)
    )
    fresh = locked(waiting.order_by(Proposal.id)).execution_options(populate_existing=True)
    return db.session.scalars(fresh).all()


def wind_up(actor: Viewer, club: Club) -> None:
    """Leave nothing that anybody would decide about, come to, or wait for."""
    for proposal in held_proposals(club):
        deciding.withdraw_with_club(actor, proposal)
    _cancel_meetings(actor, club)
    _cancel_events(actor, club)
    _tell_members(actor, club)


def _cancel_meetings(actor: Viewer, club: Club) -> None:
    coming = select(Meeting).where(
        Meeting.club_id == club.id,
        Meeting.state == MeetingState.PLANNED,
        Meeting.on_date >= clock.today(actor.zone),
    )
    club.calendar_version += 1
    held = db.session.scalars(locked(coming.order_by(Meeting.id)))
    off = [meeting for meeting in held if not has_begun(meeting)]
    _free_rooms(off)
    for meeting in off:
        meeting.state = MeetingState.CANCELLED
        meeting.sequence += 1
        meeting.changed_on = clock.today(meeting.zone)
        meeting.change_words = _("The club has closed.")


def _free_rooms(meetings: Iterable[Meeting]) -> None:
    theirs = Sitting.meeting_id.in_([one.id for one in meetings])
    booking.release(db.session.scalars(select(Sitting.id).where(theirs)).all())


def _cancel_events(actor: Viewer, club: Club) -> None:
    coming = select(Event).where(
        Event.club_id == club.id,
        Event.state == EventState.APPROVED,
        Event.on_date >= clock.today(actor.zone),
    )
    for event in db.session.scalars(locked(coming.order_by(Event.id))):
        if is_over(event):
            continue
        booking.release_event(event.id)
        event.state = EventState.CANCELLED
        event.changed_on = clock.today(event.zone)
        # Everybody reads this: nothing in it tells of a club they may not know.
        event.cancelled_because = _("It could not go ahead as planned.")


def _tell_members(actor: Viewer, club: Club) -> None:
    """Each member, in the site and by mail if they want any; without a list: pulled."""
    members = [one for one in belonging.in_club(club) if one.member and not club.no_list]
    others = {one.person_id: one for one in members if one.person_id}
    others.pop(actor.person_id, None)
    for person_id in others:
        words = _("%(club)s has closed.", club=club.name)
        notices.tell(club.school_id, person_id, words, club)
    wanting = [
        key for key, one in others.items() if wants_mail(club.step, said=one.reminders)
    ]
    notices.mail_update(club.school_id, wanting)
