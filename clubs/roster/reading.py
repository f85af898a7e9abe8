"""The common form that every reader of rosters and club lists answers in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Literal, Protocol

from flask_babel import gettext as _

from clubs.roster.text import one_line
from clubs.roster.when_and_where import Understood

Source = Path | IO[bytes]
PersonKind = Literal["student", "staff", "caregiver"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file something stands; row 1 is the header, as a spreadsheet shows it."""

    file: str | None = None
    row: int | None = None
    column: str | None = None

    def says(self, reason: str) -> str:
        """The place, as far as it is known, followed by the reason: one sentence."""
        named = {"file": self.file, "row": self.row, "column": self.column}
        sentence: str
        if self.file is None:
            sentence = reason
        elif self.row is None and self.column is None:
            sentence = _("%(file)s: %(reason)s", **named, reason=reason)
        elif self.row is None:
            sentence = _("%(file)s, column %(column)s: %(reason)s", **named, reason=reason)
        elif self.column is None:
            sentence = _("%(file)s, row %(row)s: %(reason)s", **named, reason=reason)
        else:
            sentence = _(
                "%(file)s, row %(row)s, column %(column)s: %(reason)s",
                **named,
                reason=reason,
            )
        return sentence


class Refused(Exception):
    """The file cannot be read and nothing may be stored; `sentence` is for a person."""

    def __init__(self, reason: str, place: Place = Place()) -> None:
        self.sentence = place.says(reason)
        self.file, self.row, self.column = place.file, place.row, place.column
        super().__init__(self.sentence)


class NoteKind(StrEnum):
    """What was odd in a file that could be read all the same."""

    ROLE_NOT_TAKEN = "role not taken"
    NO_NAME = "no name"
    TOO_LONG = "too long"
    UNKNOWN_SCHOOL = "unknown school"
    EMAIL_NOT_TAKEN = "email not taken"
    EMAIL_SHARED = "email shared"
    GRADE_NOT_TAKEN = "grade not taken"
    TURNED_OFF = "turned off"
    TWICE = "twice"
    IDS_ALIKE = "ids alike"
    MANIFEST = "manifest"
    COLUMN_IGNORED = "column ignored"


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd. `skipped`: the row gave no record at all."""

    kind: NoteKind
    sentence: str
    place: Place
    source_id: str | None = None
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class SchoolRecord:
    source_id: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    source_id: str
    kind: PersonKind
    given_name: str
    family_name: str
    email: str | None
    grade: str | None
    school_source_ids: tuple[str, ...]
    enabled: bool
    # Kind of day ("" for regular ones) and lunch, as the file names them.
    lunches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Roster:
    """What a roster file says.

    `complete`: it lists everybody, so whoever it does not mention has left.
    `leaving`: ids that the file itself says have left.
    """

    schools: tuple[SchoolRecord, ...]
    people: tuple[PersonRecord, ...]
    leaving: tuple[str, ...]
    complete: bool
    notes: tuple[Note, ...]

    @property
    def skipped_ids(self) -> frozenset[str]:
        """People the file mentions but who gave no record: they haven't left."""
        skipped = (note.source_id for note in self.notes if note.skipped)
        return frozenset(source_id for source_id in skipped if source_id)

    @property
    def says_lunches(self) -> bool:
        return any(one.lunches for one in self.people)


class RosterReader(Protocol):
    """One format of roster files."""

    @property
    def name(self) -> str: ...

    def recognises(self, source: Source) -> bool: ...

    def read(self, source: Source, name: str | None = None) -> Roster: ...


@dataclass(frozen=True, slots=True)
class ClubRecord:
    """A club as its school wrote it down; the texts stand as they were."""

    source_id: str | None
    name: str
    purpose: str | None
    day_text: str
    time_text: str
    place_text: str
    advisor_text: str
    understood: Understood
    row: int


class WhyAlike(StrEnum):
    SAME_NAME = "same name"
    SIMILAR_NAME = "similar name"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class LikelyDuplicate:
    """Two records that may be one club; `score` is between 0 and 1."""

    first: ClubRecord
    second: ClubRecord
    score: float
    why: WhyAlike


@dataclass(frozen=True, slots=True)
class ClubList:
    records: tuple[ClubRecord, ...]
    duplicates: tuple[LikelyDuplicate, ...]
    notes: tuple[Note, ...]


@contextmanager
def opened(source: Source) -> Iterator[IO[bytes]]:
    """The bytes of a path or of an upload, from the start; uploads stay open."""
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield file
    else:
        source.seek(0)
        yield source


def name_of(source: Source, name: str | None = None) -> str:
    """What to call the file in a sentence, never with its folders."""
    if isinstance(source, Path):
        name = name or source.name
    last = one_line(name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return last[:100] or _("The file")
