"""A school's own list of its clubs, as CSV or JSON, whatever its headings are called."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from flask_babel import gettext as _

from clubs.roster.club_rows import ListRow, rows_of_csv, rows_of_json
from clubs.roster.duplicates import likely_duplicates
from clubs.roster.reading import (
    ClubList,
    ClubRecord,
    Note,
    NoteKind,
    Place,
    Refused,
    Source,
    name_of,
    opened,
)
from clubs.roster.text import one_line, unstorable
from clubs.roster.when_and_where import understand

MOST_BYTES = 20_000_000
# Every club is compared with every other: two thousand take two or three seconds.
MOST_CLUBS = 2_000
LONGEST_NAME, LONGEST_ID, LONGEST_CELL = 200, 255, 20_000
# The first heading that fits wins; spellings are without case, blanks and marks.
HEADINGS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id", "clubid", "sourceid", "sourcedid"),
    "name": ("name", "club", "clubname", "nameofclub", "title", "groupname", "group"),
    "day": ("day", "days", "meetingday", "meetingdays", "weekday", "dayoftheweek",
            "dayofweek", "dayweek", "dates", "meets"),
    "time": ("time", "times", "when", "meetingtime", "meetingtimes", "timeofday"),
    "place": ("location", "room", "rooms", "place", "where", "meetingplace",
              "meetinglocation", "meetingroom", "roomnumber"),
    "advisor": ("advisor", "advisors", "adviser", "advisers", "sponsor", "sponsors",
                "staffsponsor", "teacher", "teachers", "supervisor", "supervisors",
                "facultyadvisor", "clubadvisor", "staff", "staffadvisor"),
    "purpose": ("purpose", "description", "desc", "clubdescription", "about", "mission",
                "details", "summary"),
}  # fmt: skip
NOTHING_SAID = re.compile(r"(?i)\s*(?:n/?a|none|nil|null|tba|tbd|-+)?\.?\s*")


def read_club_list(source: Source, name: str | None = None) -> ClubList:
    """The clubs of a CSV or JSON file; raises Refused."""
    file_name = name_of(source, name)
    with opened(source) as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise Refused(_("this file is far too big."), Place(file_name))
    is_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"[", b"{"}
    table = (rows_of_json if is_json else rows_of_csv)(data, file_name)
    columns, notes = mapped(table.headings, file_name)
    reading = ListReading(columns, notes)
    records = tuple(islice(reading.records(table.rows), MOST_CLUBS + 1))
    if len(records) > MOST_CLUBS:
        raise Refused(_("there are far too many clubs in this file."), Place(file_name))
    if not records:
        raise Refused(_("there is no club in this file."), Place(file_name))
    return ClubList(records, likely_duplicates(records), tuple(notes))


def plain(heading: str) -> str:
    letters = unicodedata.normalize("NFKC", heading).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


def mapped(headings: tuple[str, ...], file: str) -> tuple[dict[str, str], list[Note]]:
    """Which heading gives which field, and a note on each that gives none."""
    spelt: dict[str, str] = {}
    for heading in headings:
        spelt.setdefault(plain(heading), heading)
    columns: dict[str, str] = {}
    for field, spellings in HEADINGS.items():
        fitting = next((spelt[s] for s in spellings if s in spelt), None)
        if fitting is not None:
            columns[field] = fitting
    if "name" not in columns:
        reason = _("no column holds the names of the clubs; call it “name”.")
        raise Refused(reason, Place(file, 1, "name"))
    ignored = [h for h in headings if h not in columns.values() and one_line(h)]
    return columns, [ignored_note(heading, file) for heading in ignored]


def ignored_note(heading: str, file: str) -> Note:
    place = Place(file, column=one_line(heading)[:100])
    sentence = _("this column was left out; the site has no place for it.")
    return Note(NoteKind.COLUMN_IGNORED, place.says(sentence), place)


class ListReading:
    """Turns rows into records and keeps what must hold over all of them."""

    def __init__(self, columns: dict[str, str], notes: list[Note]) -> None:
        self.columns, self.notes = columns, notes
        self.by_id: dict[str, ClubRecord] = {}

    def records(self, rows: Iterator[ListRow]) -> Iterator[ClubRecord]:
        for row in rows:
            texts = {field: self.text(row, field) for field in HEADINGS}
            name = one_line(texts["name"])
            if self.usable(name, row) and self.is_new(
                record := club(row, name, texts), row
            ):
                yield record

    def text(self, row: ListRow, field: str) -> str:
        """The cell exactly as it is, once it is known that it can be kept."""
        if field not in self.columns:
            return ""
        column = self.columns[field]
        cell, place = row.cells.get(column, ""), row.place(one_line(column)[:100])
        if len(cell) > LONGEST_CELL:
            raise Refused(_("this text is far too long."), place)
        if unstorable(cell):
            raise Refused(_("this holds marks that aren't text."), place)
        if field == "id" and len(cell.strip()) > LONGEST_ID:
            raise Refused(_("the id is missing or too long."), place)
        return cell

    def usable(self, name: str, row: ListRow) -> bool:
        if 0 < len(name) <= LONGEST_NAME:
            return True
        kind = NoteKind.TOO_LONG if name else NoteKind.NO_NAME
        sentence = _("the name is missing or too long; the row was left out.")
        self.note(kind, sentence, row.place(self.columns["name"]), skipped=True)
        return False

    def is_new(self, record: ClubRecord, row: ListRow) -> bool:
        if record.source_id is None:
            return True
        earlier = self.by_id.setdefault(record.source_id, record)
        if earlier is record:
            return True
        place = row.place(self.columns["id"])
        if replace(record, row=earlier.row) != earlier:
            raise Refused(_("this id stands in two rows that differ."), place)
        self.note(NoteKind.TWICE, _("this row is there twice."), place, skipped=True)
        return False

    def note(self, kind: NoteKind, sentence: str, place: Place, *, skipped: bool) -> None:
        self.notes.append(Note(kind, place.says(sentence), place, skipped=skipped))


def club(row: ListRow, name: str, texts: dict[str, str]) -> ClubRecord:
    purpose = texts["purpose"]
    return ClubRecord(
        source_id=one_line(texts["id"]) or None,
        name=name,
        purpose=None if NOTHING_SAID.fullmatch(purpose) else purpose,
        day_text=texts["day"],
        time_text=texts["time"],
        place_text=texts["place"],
        advisor_text=texts["advisor"],
        understood=understand(texts["day"], texts["time"], texts["place"]),
        row=row.number,
    )
