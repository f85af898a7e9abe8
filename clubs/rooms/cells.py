"""What the cells of a list of rooms may say."""

from flask_babel import gettext as _

from clubs.models.rooms import RoomKind
from clubs.rooms.words import ACCESS, KINDS, NEEDS_YES

MOST_PLACES = 5_000
_NOTES = {
    "step free": "step_free",
    "quiet": "quiet",
    "near an exit": "near_exit",
    "near exit": "near_exit",
    "needs a yes": "needs_yes",
    "needs yes": "needs_yes",
}


class Refused(Exception):
    """Why a line cannot be read."""


def kind_of(said: str) -> RoomKind:
    """A classroom, unless it says otherwise."""
    if not said:
        return RoomKind.CLASSROOM
    for kind, words in KINDS.items():
        if said.casefold() in (kind.value, str(words).casefold()):
            return kind
    kinds = ", ".join(str(words) for words in KINDS.values())
    raise Refused(
        _("“%(said)s” is no kind of room. Kinds are: %(kinds)s.", said=said, kinds=kinds)
    )


def places_of(said: str) -> int | None:
    if not said:
        return None
    if said.isdecimal() and len(said) < 5 and 1 <= int(said) <= MOST_PLACES:
        return int(said)
    raise Refused(
        _(
            "“%(said)s” is no number of places. Write 1 to %(most)s, or nothing.",
            said=said,
            most=MOST_PLACES,
        )
    )


def note_of(said: str) -> str:
    known = _NOTES.get(said.strip().casefold().replace("-", " "))
    if known is None:
        notes = ", ".join(str(words) for words in (*ACCESS.values(), NEEDS_YES))
        raise Refused(
            _("“%(said)s” is no note. Notes are: %(notes)s.", said=said, notes=notes)
        )
    return known
