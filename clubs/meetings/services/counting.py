"""How many came: a number for each sitting, never who."""

from flask_babel import gettext as _

from clubs.meetings.services.holding import occurrence
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.policy.permissions import NotAllowed, require
from clubs.policy.permissions import meetings as may
from clubs.policy.viewer import Viewer


def count_heads(
    actor: Viewer, club: Club, meeting: Meeting, sitting_id: str, number: int
) -> None:
    """Keep how many came to one sitting of the meeting."""
    one = occurrence(meeting)
    require(may.may_count_heads(actor, club, one.meeting))
    sitting = next((sitting for sitting in one.held if sitting.id == sitting_id), None)
    if sitting is None:
        raise NotAllowed(_("This meeting is not held at that time."))
    sitting.head_count = number
