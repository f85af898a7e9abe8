"""What waits for the viewer's answer: one line and one button each, oldest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from clubs import belonging
from clubs.belonging import Belonging, Standing
from clubs.policy.ladder import ANSWERERS, WAY_IN, WayIn
from clubs.policy.viewer import Viewer
from clubs.today.desk import Waits
from clubs.today.queries import Line


@dataclass(frozen=True)
class Waiting:
    """One thing to answer; `since` is None where it only matters that it waits."""

    title: str
    text: str
    url: str
    button: str
    since: date | None = None
    late: bool = False


def waiting(
    viewer: Viewer, lines: Sequence[Line], desk: Sequence[Waits], today: date
) -> list[Waiting]:
    """Late ones first, then by how long they wait; what has no date comes last."""
    found = [
        *_own_answers(viewer, lines),
        *_requests(viewer, lines),
        *_head_counts(viewer, lines, today),
        *(_from_desk(one) for one in desk),
    ]
    return sorted(found, key=lambda one: (not one.late, one.since or today))


def _own_answers(viewer: Viewer, lines: Sequence[Line]) -> Iterator[Waiting]:
    # An event's line does not say when its club's step changes.
    clubs = {one.club_id: one for one in lines if not one.title}
    for club in clubs.values():
        mine = viewer.belonging_to(club.club_id)
        if mine is not None:
            yield from _asked_of_member(viewer, club, mine)


def _asked_of_member(viewer: Viewer, club: Line, mine: Belonging) -> Iterator[Waiting]:
    if mine.standing is Standing.OFFERED:
        yield Waiting(
            club.club,
            _("There is a place for you."),
            url_for("membership.join", club_id=club.club_id),
            _("Answer"),
            since=_day(viewer, mine),
        )
    if mine.member and mine.offered_lead:
        url = url_for("membership.hand_over", club_id=club.club_id)
        yield Waiting(club.club, _("You are asked to lead it."), url, _("Answer"))
    if mine.member and club.loosen_on and not mine.stays:
        url = url_for("membership.step", club_id=club.club_id)
        text = _("More people may soon see it. Do you want to stay?")
        yield Waiting(club.club, text, url, _("Answer"))


def _requests(viewer: Viewer, lines: Sequence[Line]) -> Iterator[Waiting]:
    """Requests to join of clubs in which the ladder lets the viewer answer."""
    names = {one.club_id: one.club for one in lines if _answers(viewer, one)}
    asking: dict[str, list[Belonging]] = {}
    for one in belonging.in_clubs(viewer.school_id, frozenset(names)):
        if one.standing is Standing.ASKED:
            asking.setdefault(one.club_id, []).append(one)
    for club_id, asks in asking.items():
        yield Waiting(
            names[club_id],
            ngettext("Somebody asks to join.", "%(num)d people ask to join.", len(asks)),
            url_for("membership.requests", club_id=club_id),
            _("Answer"),
            since=min(filter(None, (_day(viewer, one) for one in asks)), default=None),
        )


def _answers(viewer: Viewer, one: Line) -> bool:
    direct = WAY_IN[one.step] is WayIn.ONE_STEP
    return not direct and viewer.eye_at(one.club_id) in ANSWERERS[one.step]


def _head_counts(viewer: Viewer, lines: Sequence[Line], today: date) -> Iterator[Waiting]:
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


def _from_desk(one: Waits) -> Waiting:
    if one.proposal_id is None:
        url = url_for("proposals.school_sponsors", club_id=one.club_id)
        return Waiting(one.club, one.text, url, _("Find one"))
    url = url_for("proposals.proposal", proposal_id=one.proposal_id)
    return Waiting(one.title, one.text, url, _("Read"), since=one.since, late=one.late)


def _day(viewer: Viewer, one: Belonging) -> date | None:
    return one.since.astimezone(ZoneInfo(viewer.zone)).date() if one.since else None
