"""Whether a viewer can get to a club's next meeting, and if not, when they could.

For the club's page and a meeting's; what is within reach is `timetable.within_reach`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clubs import clock
from clubs.directory.ahead import AHEAD, MeetingAhead, SittingAhead, meetings_ahead
from clubs.policy.viewer import Viewer
from clubs.timetable import SlotOn
from clubs.timetable.own_time import OwnTime, own_time
from clubs.timetable.within_reach import first_within_reach, own_sitting


@dataclass(frozen=True)
class Reach:
    """One meeting from the side of somebody with a lunch of their own.

    `sitting` is None where they cannot come. `could` then is the club's first sitting
    they can come to, and `shared` says that all have the same lunch that day.
    """

    lunch: str
    meeting: MeetingAhead
    sitting: SittingAhead | None
    could: SittingAhead | None = None
    shared: bool = False


def reach_of(viewer: Viewer, club_id: str, meeting_id: str | None = None) -> Reach | None:
    """Of a club's next meeting, or of this one, in two queries; None: nothing to say."""
    return reach(own_time_of(viewer), meetings_ahead(viewer, club_id), meeting_id)


def own_time_of(viewer: Viewer) -> OwnTime:
    """The viewer's own time from today on."""
    today = clock.today(viewer.zone)
    until = today + clock.days(AHEAD)
    return own_time(viewer.school_id, viewer.person_id, viewer.wave_id, today, until)


def reach(
    own: OwnTime, ahead: Sequence[MeetingAhead], meeting_id: str | None = None
) -> Reach | None:
    """The same, of meetings in the order of time that one holds already."""
    planned = [one for one in ahead if not one.cancelled]
    meeting = next((one for one in planned if meeting_id in (None, one.id)), None)
    if meeting is None or not any(one.lunch for one in meeting.sittings):
        return None
    lunch = _lunch_on(own, meeting.on_date)
    if lunch is None:
        return None
    sitting = own_sitting(own, meeting.sittings)
    if sitting is not None:
        return Reach(lunch.name, meeting, sitting)
    could = first_within_reach(own, [sat for one in planned for sat in one.sittings])
    shared = could is not None and could.lunch and one_lunch_for_all(own, could.on_date)
    return Reach(lunch.name, meeting, None, could, shared)


def _lunch_on(own: OwnTime, on: date) -> SlotOn | None:
    slot_id = own.lunch_on(on) if own.says_lunch else None
    return own.timetable.slot_on(slot_id, on) if slot_id else None


def one_lunch_for_all(own: OwnTime, on: date) -> bool:
    """Whether everybody eats at the same time that day."""
    return sum(slot.lunch for slot in own.timetable.slots_on(on)) == 1
