"""The rows of a club list in either of its two formats, all cells as text."""

import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from clubs.roster.reading import Place, Refused
from clubs.roster.table import cells
from clubs.roster.text import one_line


@dataclass(frozen=True, slots=True)
class ListRow:
    """One club. In CSV the header is row 1; in JSON the first entry is."""

    file: str
    number: int
    cells: dict[str, str]

    def place(self, column: str) -> Place:
        return Place(self.file, self.number, column)


@dataclass(frozen=True, slots=True)
class ListTable:
    headings: tuple[str, ...]
    rows: Iterator[ListRow]


def rows_of_csv(data: bytes, file: str) -> ListTable:
    """Commas, semicolons or tabs, whichever the header has most of."""
    start = data.split(b"\n", 1)[0].split(b"\r", 1)[0]
    delimiter = max(",;\t", key=lambda mark: start.count(mark.encode()))
    table = cells(io.BytesIO(data), file, delimiter)
    headings = tuple(next(table, []))
    if not any(headings):
        raise Refused(_("this file is empty."), Place(file))
    twice = [h for h, count in Counter(headings).items() if count > 1 and h.strip()]
    if twice:
        place = Place(file, 1, one_line(twice[0])[:100])
        raise Refused(_("this column is there twice."), place)
    return ListTable(headings, csv_rows(table, headings, file))


def csv_rows(
    table: Iterator[list[str]], headings: tuple[str, ...], file: str
) -> Iterator[ListRow]:
    for number, row in enumerate(table, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(headings) :]):
            counts = {"found": len(row), "expected": len(headings)}
            reason = _("this row has %(found)s cells, the header %(expected)s.", **counts)
            raise Refused(reason, Place(file, number))
        yield ListRow(file, number, dict(zip(headings, row, strict=False)))


def rows_of_json(data: bytes, file: str) -> ListTable:
    """A list of objects, or an object that holds one such list."""
    entries = entries_in(data, file)
    headings = dict.fromkeys(heading for entry in entries for heading in entry)
    rows = (
        ListRow(
            file,
            number,
            {h: as_text(v, Place(file, number, one_line(h)[:100])) for h, v in e},
        )
        for number, e in enumerate((entry.items() for entry in entries), start=1)
    )
    return ListTable(tuple(headings), rows)


def entries_in(data: bytes, file: str) -> list[dict[str, object]]:
    try:
        said: object = json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        row = data[: error.start].count(b"\n") + 1
        reason = _("this isn't UTF-8 text; please save the file as “CSV UTF-8”.")
        raise Refused(reason, Place(file, row)) from error
    except json.JSONDecodeError as error:
        reason = _("the JSON is broken in this line.")
        raise Refused(reason, Place(file, error.lineno)) from error
    except (RecursionError, ValueError) as error:
        raise Refused(_("the JSON is broken."), Place(file)) from error
    if isinstance(said, dict):
        lists = [value for value in said.values() if isinstance(value, list)]
        said = lists[0] if len(lists) == 1 else None
    if not isinstance(said, list):
        raise Refused(_("this JSON doesn't hold a list of clubs."), Place(file))
    for number, entry in enumerate(said, start=1):
        if not isinstance(entry, dict):
            raise Refused(
                _("this entry isn't a club with named parts."), Place(file, number)
            )
    return said


def as_text(value: object, place: Place) -> str:
    """Text as it is; a list of texts joined; a number as written; nothing as empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        return ", ".join(value)
    raise Refused(_("this isn't text."), place)
