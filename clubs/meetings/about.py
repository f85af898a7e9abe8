"""What a meeting's page says to this viewer, and what they may do there."""

from dataclasses import dataclass

from clubs import clock
from clubs.directory import reach_words
from clubs.directory.ahead import MeetingAhead, SittingAhead, meetings_ahead
from clubs.directory.reach import own_time_of, reach
from clubs.meetings.shown import Shown
from clubs.meetings.words import access_words
from clubs.policy.permissions import Decision
from clubs.policy.permissions import meetings as may
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class About:
    """As far as the viewer may know it; words are empty where there is nothing to say."""

    agenda: str
    adult: str
    own_lunch: str
    access: list[str]
    is_adult: bool
    inside: bool
    names_club: bool
    runs: bool
    other_zone: bool
    may_edit: Decision
    may_move: Decision
    may_change_later: bool
    may_end: bool
    may_cancel: Decision
    may_restore: Decision
    may_name_adult: Decision


def about(viewer: Viewer, shown: Shown) -> About:
    meeting, club = shown.meeting, shown.club
    inside, stands_in = club.id in viewer.inside, meeting.adult_id == viewer.person_id
    runs = club.id in viewer.runs
    may_move = may.may_move_meeting(viewer, club, meeting)
    may_cancel = may.may_cancel_meeting(viewer, club, meeting)
    return About(
        # The ladder shows outsiders when and where, but not why or who is there.
        agenda=meeting.agenda if inside or stands_in else "",
        adult=shown.adult if inside else "",
        own_lunch=_own_lunch(viewer, shown),
        access=access_words(shown.room) if shown.room else [],
        is_adult=stands_in,
        inside=inside,
        # A substitute of a club above *private* is not told whose meeting it is.
        names_club=inside or (club.live and viewer.sight_of(club).when),
        runs=runs,
        other_zone=meeting.zone != viewer.zone,
        may_edit=may.may_edit_meeting(viewer, club, meeting),
        may_move=may_move,
        may_change_later=bool(may_move and shown.series),
        may_end=bool(shown.series and may_cancel),
        may_cancel=may_cancel,
        may_restore=may.may_restore_meeting(viewer, club, meeting),
        may_name_adult=may.may_name_adult(viewer, club, meeting),
    )


def _own_lunch(viewer: Viewer, shown: Shown) -> str:
    """Whether they can come in their own lunch, and else when they could."""
    if shown.cancelled or shown.meeting.on_date < clock.today(viewer.zone):
        return ""
    own, this = own_time_of(viewer), _ahead(shown)
    found = reach(own, [this])
    # Those who run the club see more on this page, and ahead on the list of meetings.
    if found and found.sitting is None and shown.club.id not in viewer.runs:
        found = reach(own, meetings_ahead(viewer, shown.club.id), this.id)
    return reach_words.said(found, of_this=True)


def _ahead(shown: Shown) -> MeetingAhead:
    meeting = shown.meeting
    sittings = [
        SittingAhead(meeting.on_date, one.starts, one.ends, one.slot_id, one.slot, one.kind)
        for one in shown.held
    ]
    return MeetingAhead(
        meeting.id,
        meeting.on_date,
        meeting.starts,
        meeting.ends,
        meeting.place,
        shown.cancelled,
        sittings,
    )
