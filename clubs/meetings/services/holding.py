"""What every change of meetings holds first, always in this order: school, club, meeting.

The school's calendar is held so that nothing is planned by days that are just changing.
"""

from dataclasses import dataclass

from clubs import timetable
from clubs.directory.loading import held as held_club
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.models.people import School
from clubs.planning.loading import occurrences
from clubs.planning.sittings import Occurrence
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Held:
    school: School
    club: Club


def hold(actor: Viewer, club: Club) -> Held:
    """The actor's school and club, fresh and held until the transaction ends."""
    return Held(timetable.held(actor.school_id), held_club(club))


def occurrence(meeting: Meeting) -> Occurrence:
    """The meeting with its sittings, fresh and held."""
    return occurrences(Meeting.id == meeting.id)[0]


def this_and_later(meeting: Meeting) -> list[Occurrence]:
    """The meeting and all of its series that were planned for later, by date."""
    if meeting.series_id is None:
        return [occurrence(meeting)]
    return occurrences(
        Meeting.series_id == meeting.series_id, Meeting.planned_for >= meeting.planned_for
    )
