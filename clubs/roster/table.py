"""Reading a CSV table row by row, exactly as far as it is sound."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import IO

from flask_babel import gettext as _

from clubs.roster.reading import Place, Refused

LONGEST_LINE = 1_000_000
HALF_CHARACTER = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells somebody asked for; all others of the row are gone."""

    file: str
    number: int
    cells: dict[str, str]

    def place(self, column: str | None = None) -> Place:
        return Place(self.file, self.number, column)


def lines(file: IO[bytes], name: str) -> Iterator[str]:
    """The lines of a UTF-8 text, with or without a byte order mark; closes the file."""
    # A byte that isn't UTF-8 becomes a half character, so that its row can be named.
    text = io.TextIOWrapper(
        file, encoding="utf-8-sig", errors="surrogateescape", newline=""
    )
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        require_sound(line, Place(name, number))
        yield line


def require_sound(line: str, place: Place) -> None:
    if HALF_CHARACTER.search(line):
        reason = _("this isn't UTF-8 text; please save the file as “CSV UTF-8”.")
        raise Refused(reason, place)
    if "\0" in line:
        raise Refused(_("this isn't a text file."), place)
    if len(line) >= LONGEST_LINE:
        raise Refused(_("this line is far too long."), place)


def cells(file: IO[bytes], name: str, delimiter: str = ",") -> Iterator[list[str]]:
    """Every row, blank ones as an empty list, so that counting them gives row numbers."""
    reader = csv.reader(lines(file, name), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            reason = _(
                "the quotation marks in this row don't match, or a cell is too long."
            )
            raise Refused(reason, Place(name, number)) from error


Also = Callable[[str], str | None]


def columns_of(
    header: Sequence[str], wanted: Sequence[str], name: str, also: Also = lambda _: None
) -> dict[str, int]:
    """Where each wanted column stands; capitals don't matter.

    `also` says of any other heading what it is to be called, if it is taken at all.
    """
    found: dict[str, int] = {}
    spelling = {column.casefold(): column for column in wanted}
    for position, heading in enumerate(header):
        column = spelling.get(heading.strip().casefold()) or also(heading)
        if column is None:
            continue
        if column in found:
            raise Refused(_("this column is there twice."), Place(name, 1, column))
        found[column] = position
    for column in wanted:
        if column not in found:
            raise Refused(_("this column is missing."), Place(name, 1, column))
    return found


def rows(
    file: IO[bytes], name: str, wanted: Sequence[str], also: Also = lambda _: None
) -> Iterator[Row]:
    """The wanted cells of each row that isn't blank.

    A row of another length than the header is refused: its cells may have moved, and a
    password could stand where the grade should.
    """
    table = cells(file, name)
    header = next(table, [])
    if not any(header):
        raise Refused(_("this file is empty."), Place(name))
    position = columns_of(header, wanted, name, also)
    for number, row in enumerate(table, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            counts = {"found": len(row), "expected": len(header)}
            reason = _("this row has %(found)s cells, the header %(expected)s.", **counts)
            raise Refused(reason, Place(name, number))
        yield Row(name, number, {column: row[at] for column, at in position.items()})
