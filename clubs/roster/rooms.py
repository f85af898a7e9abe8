"""Rooms in what people write: “rm 445”, “C102 or C104”, “The library”."""

import re
from dataclasses import dataclass

ROOM = re.compile(
    r"(?<![\w.:$#-])(?:(?:room|rm)s?\.?\s*#?\s*)?([a-z]?-?\d{1,4}[a-z]?)(?!\w)",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"\b(?:room|rm)s?\.?\s*#?\s*([a-z]?-?\d{1,4}[a-z]?)\b|(?<![\w])([a-z]\d{2,4})\b",
    re.IGNORECASE,
)
# A room called after a teacher changes with the teacher.
NAMED = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")
A_PERSON = re.compile(r"\b(?:mr|mrs|ms|mx|miss|dr|prof)\b", re.IGNORECASE)
UNSURE = re.compile(
    r"\b(?:or|tba|tbd|tbc|n/?a|none|various|unknown|ask|see|varies|changes)\b",
    re.IGNORECASE,
)
FILLER = re.compile(r"\band\b|[\s,;/&+.]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RoomsFound:
    rooms: tuple[str, ...]
    certain: bool


def rooms_in(text: str) -> RoomsFound:
    """The rooms a place text names; certain when it says nothing else (or nothing)."""
    plain = " ".join(text.split())
    if not plain:
        return RoomsFound((), certain=True)
    bare = re.sub(r"(?i)^the ", "", plain)
    if NAMED.fullmatch(bare) and not A_PERSON.search(bare) and not UNSURE.search(bare):
        return RoomsFound((bare[0].upper() + bare[1:],), certain=True)
    rooms = dict.fromkeys(match[1].upper() for match in ROOM.finditer(plain))
    left = FILLER.sub("", ROOM.sub(" ", plain))
    return RoomsFound(tuple(rooms), certain=bool(rooms) and not left)


def rooms_marked_in(text: str) -> tuple[str, ...]:
    """Rooms that can't be anything else, in a text about something else."""
    return tuple((match[1] or match[2]).upper() for match in MARKED.finditer(text))
