"""What waits for the viewer's answer: one line and one button each, oldest first."""

from collections.abc import Sequence
from datetime import date

from flask import url_for
from flask_babel import gettext as _

from clubs.policy.viewer import Viewer
from clubs.today.adults import adults
from clubs.today.asked import Waiting, own_answers
from clubs.today.desk import Waits
from clubs.today.queries import Line
from clubs.today.running import head_counts, requests


def waiting(
    viewer: Viewer, lines: Sequence[Line], desk: Sequence[Waits], today: date
) -> list[Waiting]:
    """Late ones first, then by how long they wait; what has no date comes last."""
    found = [
        *own_answers(viewer, lines),
        *requests(viewer, lines),
        *head_counts(viewer, lines, today),
        *adults(viewer, lines),
        *(_from_desk(one) for one in desk),
    ]
    return sorted(found, key=lambda one: (not one.late, one.since or today))


def _from_desk(one: Waits) -> Waiting:
    if one.proposal_id is None:
        url = url_for("proposals.school_sponsors", club_id=one.club_id)
        return Waiting(one.club, one.text, url, _("Find one"))
    url = url_for("proposals.proposal", proposal_id=one.proposal_id)
    return Waiting(one.title, one.text, url, _("Read"), since=one.since, late=one.late)
