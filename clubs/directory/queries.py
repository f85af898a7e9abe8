"""Clubs found in the directory, a page at a time."""

from dataclasses import dataclass

from sqlalchemy import Row, Select, case, func, select, tuple_

from clubs.db import db, is_id
from clubs.directory.matching import matching
from clubs.directory.wanted import Wanted
from clubs.models.clubs import Club, ClubKind
from clubs.policy.ladder import sight, steps_found_by
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_found_by, club_listed_for, club_read_by

PAGE = 24
_PURPOSE = 170
_NAME = func.lower(Club.name)


@dataclass(frozen=True)
class Card:
    """What a card says. `kind` is None where no card of the viewer's says it."""

    id: str
    name: str
    purpose: str
    kind: ClubKind | None


@dataclass(frozen=True)
class Found:
    """One page of cards, and where the pages beside it begin, if there are any."""

    cards: list[Card]
    before: str = ""
    after: str = ""


def clubs_found(viewer: Viewer, wanted: Wanted) -> Found:
    """A page of the directory by name. The place is an id: addresses name no club (P10)."""
    place = _place_of(viewer, wanted.after or wanted.before)
    backwards = place is not None and not wanted.after
    rows = db.session.execute(_page(viewer, wanted, place, backwards=backwards)).all()
    more, rows = len(rows) > PAGE, rows[:PAGE]
    cards = [_card(viewer, row) for row in (reversed(rows) if backwards else rows)]
    if not cards:
        return Found([])
    return Found(
        cards,
        before=cards[0].id if (more if backwards else place) else "",
        after=cards[-1].id if (backwards or more) else "",
    )


def _page(
    viewer: Viewer, wanted: Wanted, place: tuple[str, str] | None, *, backwards: bool
) -> Select[str, str, str, ClubKind, bool]:
    start = func.substr(Club.purpose, 1, _PURPOSE + 1)
    said = case((club_found_by(viewer), start), else_="")
    statement = (
        select(Club.id, Club.name, said, Club.kind, club_read_by(viewer))
        .where(club_listed_for(viewer), *matching(viewer, wanted))
        .limit(PAGE + 1)
    )
    key = tuple_(_NAME, Club.id)
    if place is not None:
        statement = statement.where(key < place if backwards else key > place)
    if backwards:
        return statement.order_by(_NAME.desc(), Club.id.desc())
    return statement.order_by(_NAME, Club.id)


def _place_of(viewer: Viewer, club_id: str) -> tuple[str, str] | None:
    """Where a club stands in the list; nowhere if the viewer may not know of it (P2)."""
    if not is_id(club_id):
        return None
    row = db.session.execute(
        select(_NAME, Club.id).where(Club.id == club_id, club_listed_for(viewer))
    ).first()
    return (row[0], row[1]) if row else None


def _card(viewer: Viewer, row: Row[str, str, str, ClubKind, bool]) -> Card:
    club_id, name, purpose, kind, read = row
    shown = kind if read and _alike(viewer) else None
    return Card(club_id, name, _shortened(purpose), shown)


def _alike(viewer: Viewer) -> bool:
    """Whether every card may say the same: a card that says less would show its step."""
    eye = viewer.outside
    return all(sight(step, eye).page for step in steps_found_by(eye))


def _shortened(purpose: str) -> str:
    words = " ".join(purpose.split())
    if len(purpose) <= _PURPOSE:  # before spaces were taken out: it came cut
        return words
    return (words.rpartition(" ")[0] or words).rstrip(",;:.") + " …"
