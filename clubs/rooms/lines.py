"""A list of rooms as somebody pastes it: name, kind, places, notes."""

import csv
import re
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.rooms.cells import Refused, kind_of, note_of, places_of
from clubs.rooms.facts import RoomFacts
from clubs.web.forms import tidy_line

MOST_LINES = 500
NAME_LENGTH = 80
_SEPARATE = re.compile("[,;/+]")
_HEADINGS = ("name", "room")


@dataclass(frozen=True)
class RoomList:
    """The rooms of a list; or, where a line could not be read, why, line by line."""

    rooms: list[RoomFacts]
    refused: list[str]


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
                raise Refused(_("this name stands here twice."))
            names.add(room.name.casefold())
            found.rooms.append(room)
        except Refused as refusal:
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
        raise Refused(_("begin with the name of the room."))
    if len(name) > NAME_LENGTH:
        raise Refused(_("use at most %(max)s characters for a name.", max=NAME_LENGTH))
    noted = {note_of(one) for one in _SEPARATE.split(",".join(notes)) if one.strip()}
    return RoomFacts(
        name,
        kind_of(kind),
        places_of(places),
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
        raise Refused(_("the quotation marks do not match.")) from error
    return [tidy_line(one) for one in cells]
