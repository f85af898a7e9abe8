"""Meetings: who sees when they are, plans them, changes them, counts heads."""

from flask_babel import gettext as _

from clubs import clock
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting, MeetingState
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.permissions.running import may_plan_meetings, may_run
from clubs.policy.viewer import Viewer


def has_begun(meeting: Meeting) -> bool:
    return clock.moment(meeting.on_date, meeting.starts, meeting.zone) <= clock.now()


def may_see_meetings(viewer: Viewer, club: Club) -> Decision:
    """When and where a club meets is a column of the ladder."""
    if viewer.sight_of(club).when:
        return yes
    return no(_("When and where this club meets is only for its members."))


def may_edit_meeting(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """Agenda and place, as long as its day is not over."""
    if meeting.on_date < clock.today(meeting.zone):
        return no(_("This meeting is over."))
    return may_run(viewer, club)


def may_move_meeting(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    if has_begun(meeting):
        return no(_("This meeting has begun or is over."))
    if meeting.state is MeetingState.CANCELLED:
        return no(_("This meeting is cancelled. Bring it back first."))
    return may_plan_meetings(viewer, club)


def may_cancel_meeting(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """Also while the club takes a break: cancelling is what one then does."""
    if has_begun(meeting):
        return no(_("This meeting has begun or is over."))
    if meeting.state is MeetingState.CANCELLED:
        return no(_("This meeting is cancelled already."))
    return may_run(viewer, club)


def may_restore_meeting(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    if has_begun(meeting):
        return no(_("This meeting has begun or is over."))
    if meeting.state is not MeetingState.CANCELLED:
        return no(_("This meeting is not cancelled."))
    return may_plan_meetings(viewer, club)


def may_count_heads(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """A number, from the meeting's day on; never who."""
    if meeting.state is MeetingState.CANCELLED:
        return no(_("This meeting is cancelled."))
    if meeting.on_date > clock.today(meeting.zone):
        return no(_("Count heads on the day of the meeting or later."))
    return may_run(viewer, club)


def may_name_adult(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """Who is there is said by those who run the club, also while it has begun."""
    if meeting.state is MeetingState.CANCELLED:
        return no(_("This meeting is cancelled."))
    if meeting.on_date < clock.today(meeting.zone):
        return no(_("This meeting is over."))
    return may_run(viewer, club)


def may_name_substitute(viewer: Viewer, club: Club) -> Decision:
    """Somebody who is not the club's sponsor, and learns of the meeting by that: above
    *private* only the sponsor may tell a colleague that there is such a club."""
    if club.step in (Step.OPEN, Step.PRIVATE) or club.id in viewer.sponsors:
        return may_run(viewer, club)
    return no(_("Only this club's sponsor may name somebody else."))
