"""How what was read of a file waits as text until it is applied."""

import json
from dataclasses import asdict
from typing import Any

from clubs.roster.duplicates import likely_duplicates
from clubs.roster.reading import (
    ClubList,
    ClubRecord,
    Note,
    NoteKind,
    PersonRecord,
    Place,
    Roster,
    SchoolRecord,
)
from clubs.roster.when_and_where import understand


def roster_as_text(roster: Roster, *, whole: bool) -> str:
    return json.dumps({"whole": whole, **asdict(roster)}, ensure_ascii=False)


def roster_from_text(text: str) -> tuple[Roster, bool]:
    """The roster, and whether it is meant for every school in it."""
    said = json.loads(text)
    people = (PersonRecord(**{**one, **_as_tuples(one)}) for one in said["people"])
    roster = Roster(
        schools=tuple(SchoolRecord(**one) for one in said["schools"]),
        people=tuple(people),
        leaving=tuple(said["leaving"]),
        complete=said["complete"],
        notes=_notes(said["notes"]),
    )
    return roster, said["whole"]


def _as_tuples(one: dict[str, Any]) -> dict[str, Any]:
    return {
        "school_source_ids": tuple(one["school_source_ids"]),
        "lunches": tuple(tuple(pair) for pair in one["lunches"]),
    }


def clubs_as_text(clubs: ClubList) -> str:
    records = [asdict(record) for record in clubs.records]
    for record in records:
        del record["understood"]  # it follows from the texts
    said = {"records": records, "notes": [asdict(note) for note in clubs.notes]}
    return json.dumps(said, ensure_ascii=False)


def clubs_from_text(text: str) -> ClubList:
    said = json.loads(text)
    records = tuple(_club(one) for one in said["records"])
    return ClubList(records, likely_duplicates(records), _notes(said["notes"]))


def _club(said: dict[str, Any]) -> ClubRecord:
    texts = (said["day_text"], said["time_text"], said["place_text"])
    return ClubRecord(**said, understood=understand(*texts))


def _notes(said: list[dict[str, Any]]) -> tuple[Note, ...]:
    return tuple(
        Note(**{**one, "kind": NoteKind(one["kind"]), "place": Place(**one["place"])})
        for one in said
    )
