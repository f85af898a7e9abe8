"""What waits in the clubs somebody runs: people who ask to join, meetings to count."""

from collections.abc import Iterator, Sequence
from datetime import date

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from clubs import belonging
from clubs.belonging import Belonging, Standing
from clubs.policy.ladder import ANSWERERS, WAY_IN, WayIn
from clubs.policy.viewer import Viewer
from clubs.today.asked import Waiting, day_of
from clubs.today.queries import Line


def requests(viewer: Viewer, lines: Sequence[Line]) -> Iterator[Waiting]:
    """Requests to join of clubs in which the ladder lets the viewer answer."""
    names = {one.club_id: one.club for one in lines if _answers(viewer, one)}
    asking: dict[str, list[Belonging]] = {}
    # Whoever joins an open club does so in one step: those who ask are sealed.
    for one in belonging.in_sealed_clubs(viewer.school_id, frozenset(names)):
        if one.standing is Standing.ASKED:
            asking.setdefault(one.club_id, []).append(one)
    for club_id, asks in asking.items():
        yield Waiting(
            names[club_id],
            ngettext("Somebody asks to join.", "%(num)d people ask to join.", len(asks)),
            url_for("membership.requests", club_id=club_id),
            _("Answer"),
            since=min(filter(None, (day_of(viewer, one) for one in asks)), default=None),
        )


def _answers(viewer: Viewer, one: Line) -> bool:
    direct = WAY_IN[one.step] is WayIn.ONE_STEP
    return not direct and viewer.eye_at(one.club_id) in ANSWERERS[one.step]


def head_counts(viewer: Viewer, lines: Sequence[Line], today: date) -> Iterator[Waiting]:
    """One for each club they run: the oldest meeting nobody has counted yet."""
    seen: set[str] = set()
    for one in lines:
        if _uncounted(viewer, one, today) and one.club_id not in seen:
            seen.add(one.club_id)
            url = url_for("meetings.meeting", meeting_id=one.id)
            text = _("How many came? A number is enough.")
            yield Waiting(one.club, text, url, _("Count"), since=one.on_date)


def _uncounted(viewer: Viewer, one: Line, today: date) -> bool:
    over = bool(one.id) and not one.title and not one.cancelled and one.on_date < today
    return over and one.head_count is None and one.club_id in viewer.runs
