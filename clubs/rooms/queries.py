"""Which clubs are meant by a name: those the viewer may find, whoever has a room."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_listed_for

_SHOWN = 5


@dataclass(frozen=True)
class Meant:
    """The clubs that were meant, and a sentence for each name that fits none or many."""

    club_ids: list[str]
    mistakes: list[str]


def clubs_meant(viewer: Viewer, names: Iterable[str]) -> Meant:
    """By their whole name or a part of it, in one query."""
    wanted = list(dict.fromkeys(name.casefold() for name in names))
    listed = select(Club.id, Club.name).where(club_listed_for(viewer))
    rows = db.session.execute(listed.order_by(Club.name, Club.id)) if wanted else ()
    clubs = [(club_id, name) for club_id, name in rows]
    meant = Meant([], [])
    for name in wanted:
        found = _fitting(clubs, name)
        if len(found) == 1:
            meant.club_ids.append(found[0][0])
        else:
            meant.mistakes.append(_mistake(name, [one for _id, one in found]))
    return meant


def _fitting(clubs: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    same = [one for one in clubs if one[1].casefold() == name]
    return same or [one for one in clubs if name in one[1].casefold()]


def _mistake(name: str, found: list[str]) -> str:
    if not found:
        return str(_("You can find no club called “%(name)s”.", name=name))
    shown = ", ".join(found[:_SHOWN])
    return str(_("Several clubs fit “%(name)s”: %(clubs)s.", name=name, clubs=shown))
