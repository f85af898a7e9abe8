"""Coming to a meeting: who says so, who takes on a job, who sees what of it."""

from flask_babel import gettext as _

from clubs import clock
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting, MeetingState
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.permissions.joining import MEANT_FOR
from clubs.policy.permissions.running import may_run
from clubs.policy.viewer import Viewer


def may_come(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """Its own people; and on open clubs everybody it is meant for."""
    inside = club.id in viewer.inside
    meant = club.step is Step.OPEN and viewer.kind in MEANT_FOR[club.audience]
    if not inside and not meant:
        return no(_("Only the people of this club say whether they come."))
    return _takes_place(club, meeting)


def may_see_jobs(viewer: Viewer, club: Club) -> bool:
    """What there is to do is for those inside; others see nothing of it."""
    return club.id in viewer.inside


def may_take_job(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    if club.id not in viewer.member_of:
        return no(_("Jobs are for the members of this club."))
    return _takes_place(club, meeting)


def may_name_jobs(viewer: Viewer, club: Club, meeting: Meeting) -> Decision:
    """Those who run the club say what there is to do."""
    if club.id not in viewer.runs:
        return may_run(viewer, club)
    return _takes_place(club, meeting)


def may_see_how_many(viewer: Viewer, club_id: str) -> bool:
    """How many come is for those who run the club, and never who (P5)."""
    return club_id in viewer.runs


def may_be_reminded(viewer: Viewer, club: Club) -> Decision:
    """Members whom the club's list lets the school write to."""
    if club.id not in viewer.member_of:
        return no(_("Only members of this club are reminded of its meetings."))
    if club.no_list:
        return no(_("This club keeps no list, so nobody can be sent a reminder."))
    return yes


def _takes_place(club: Club, meeting: Meeting) -> Decision:
    if not club.live:
        return no(_("This club is not running at the moment."))
    if meeting.state is MeetingState.CANCELLED:
        return no(_("This meeting is cancelled."))
    if clock.moment(meeting.on_date, meeting.ends, meeting.zone) <= clock.now():
        return no(_("This meeting is over."))
    return yes
