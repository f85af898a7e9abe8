"""One meeting for somebody's own calendar, in words that tell nothing."""

from collections.abc import Sequence

from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id
from clubs.feeds.occurrences import Occurrence
from clubs.feeds.sittings import Line, lines, named, occurrence
from clubs.models.meetings import Meeting
from clubs.models.timetable import SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.seal import seal
from clubs.timetable import other_lunches, own_lunch, timetable_of


def meeting_for(viewer: Viewer, meeting_id: str) -> list[Occurrence]:
    """A meeting for the viewer's own calendar: the sitting at their lunch if there is one,
    else all; in words that tell nothing. Raises NotFound if they may not know of it."""
    if not is_id(meeting_id):
        raise NotFound
    wanted = lines().where(Meeting.id == meeting_id, meeting_visible_to(viewer))
    rows = db.session.execute(wanted).all()
    if not rows:
        raise NotFound
    uid = seal().tokens("calendar file")
    found = list(named(rows))
    own = _own_sitting(viewer, [one for _name, one in found])
    return [
        occurrence(one, _neutral_words(one), uid(viewer.person_id, *name))
        for name, one in found
        if own is None or one.slot_id == own
    ]


def _neutral_words(line: Line) -> str:
    return str(_("Lunch") if line.kind is SlotKind.LUNCH else _("Meeting"))


def _own_sitting(viewer: Viewer, rows: Sequence[Line]) -> str | None:
    """The slot of the sitting at the viewer's own lunch, where there are several."""
    if len(rows) < 2:
        return None
    day = rows[0].on_date
    timetable = timetable_of(viewer.school_id, day, day)
    other = other_lunches(viewer.person_id).get(timetable.day(day).day_type_id or "")
    own = own_lunch(timetable.slots_on(day), viewer.wave_id, other)
    return own if own in {one.slot_id for one in rows} else None
