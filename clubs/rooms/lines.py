"""A list of rooms as somebody pastes it: name, kind, places, notes."""

import csv
import re
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.models.rooms import RoomKind
from clubs.rooms.changing import RoomFacts
from clubs.rooms.words import ACCESS, KINDS, NEEDS_YES
from clubs.web.forms import tidy_line

MOST_LINES = 500
MOST_PLACES = 5_000
NAME_LENGTH = 80
_SEPARATE = re.compile("[,;/+]")
_HEADINGS = ("name", "room")
_NOTES = {
    "step free": "step_free",
    "quiet": "quiet",
    "near an exit": "near_exit",
    "near exit": "near_exit",
    "needs a yes": "needs_yes",
    "needs yes": "needs_yes",
}


@dataclass(frozen=True)
class RoomList:
    """The rooms of a list; or, where a line could not be read, why, line by line."""

    rooms: list[RoomFacts]
    refused: list[str]


class _Refused(Exception):
    """Why a line cannot be read."""


def read_rooms(text: str) -> RoomList:
    """Commas, semicolons or tabs between the cells, as spreadsheets have them."""
    found = RoomList([], [])
    names: set[str] = set()
    for number, line in enumerate(text.splitlines(), 1):
        try:
            room = _read(line, first=number == 1)
            if room is None:
                continue
            if room.name.casefold() in names:
                raise _Refused(_("this name stands here twice."))
            names.add(room.name.casefold())
            found.rooms.append(room)
        except _Refused as refusal:
            said = _("Line %(number)s: %(reason)s", number=number, reason=str(refusal))
            found.refused.append(said)
    if len(found.rooms) > MOST_LINES:
        found.refused.append(_("Bring in %(most)s rooms at most at once.", most=MOST_LINES))
    return found


def _read(line: str, *, first: bool) -> RoomFacts | None:
    cells = _cells(line)
    if not any(cells) or (first and cells[0].casefold() in _HEADINGS):
        return None
    name, kind, places, *notes = [*cells, "", "", ""]
    if not name:
        raise _Refused(_("begin with the name of the room."))
    if len(name) > NAME_LENGTH:
        raise _Refused(_("use at most %(max)s characters for a name.", max=NAME_LENGTH))
    noted = {_note(one) for one in _SEPARATE.split(",".join(notes)) if one.strip()}
    return RoomFacts(
        name,
        _kind(kind),
        _places(places),
        step_free="step_free" in noted,
        quiet="quiet" in noted,
        near_exit="near_exit" in noted,
        needs_yes="needs_yes" in noted,
    )


def _cells(line: str) -> list[str]:
    between = next((one for one in "\t;" if one in line), ",")
    try:
        cells = next(csv.reader([line], delimiter=between, strict=True))
    except csv.Error as error:
        raise _Refused(_("the quotation marks do not match.")) from error
    except StopIteration:
        return [""]
    return [tidy_line(one) for one in cells]


def _kind(said: str) -> RoomKind:
    """A classroom, unless it says otherwise."""
    if not said:
        return RoomKind.CLASSROOM
    for kind, words in KINDS.items():
        if said.casefold() in (kind.value, str(words).casefold()):
            return kind
    kinds = ", ".join(str(words) for words in KINDS.values())
    raise _Refused(
        _("“%(said)s” is no kind of room. Kinds are: %(kinds)s.", said=said, kinds=kinds)
    )


def _places(said: str) -> int | None:
    if not said:
        return None
    if said.isdecimal() and len(said) < 5 and 1 <= int(said) <= MOST_PLACES:
        return int(said)
    raise _Refused(
        _(
            "“%(said)s” is no number of places. Write 1 to %(most)s, or nothing.",
            said=said,
            most=MOST_PLACES,
        )
    )


def _note(said: str) -> str:
    known = _NOTES.get(said.strip().casefold().replace("-", " "))
    if known is None:
        notes = ", ".join(str(words) for words in (*ACCESS.values(), NEEDS_YES))
        raise _Refused(
            _("“%(said)s” is no note. Notes are: %(notes)s.", said=said, notes=notes)
        )
    return known
