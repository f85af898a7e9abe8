"""What a member is asked by their own clubs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import url_for
from flask_babel import gettext as _

from clubs.belonging import Belonging, Standing
from clubs.policy.viewer import Viewer
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


def own_answers(viewer: Viewer, lines: Sequence[Line]) -> Iterator[Waiting]:
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
            since=day_of(viewer, mine),
        )
    if mine.member and mine.offered_lead:
        url = url_for("membership.hand_over", club_id=club.club_id)
        yield Waiting(club.club, _("You are asked to lead it."), url, _("Answer"))
    if mine.member and club.loosen_on and not mine.stays:
        url = url_for("membership.step", club_id=club.club_id)
        text = _("More people may soon see it. Do you want to stay?")
        yield Waiting(club.club, text, url, _("Answer"))


def day_of(viewer: Viewer, one: Belonging) -> date | None:
    return one.since.astimezone(ZoneInfo(viewer.zone)).date() if one.since else None
