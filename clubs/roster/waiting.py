"""Files somebody has brought and not yet applied: read, then kept sealed for an hour."""

import json
from dataclasses import asdict
from typing import Any

from sqlalchemy import delete, select
from werkzeug.exceptions import NotFound

from clubs import clock
from clubs.db import ID_LENGTH, db, forget_bytes
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.retention import LIFE
from clubs.policy.viewer import Viewer
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


def keep(actor: Viewer, kind: UploadKind, content: str) -> Upload:
    """Let what was read wait; one file of a kind waits for each person."""
    let_go(actor, kind)
    upload = Upload(
        school_id=actor.school_id,
        person_id=actor.person_id,
        kind=kind,
        expires_at=clock.now() + LIFE["upload"],
        content=content,
    )
    db.session.add(upload)
    db.session.flush()
    return upload


def let_go(actor: Viewer, kind: UploadKind) -> None:
    forget_bytes()
    mine = (Upload.person_id == actor.person_id, Upload.kind == kind)
    db.session.execute(delete(Upload).where(*mine))


def upload_or_404(viewer: Viewer, kind: UploadKind, upload_id: str) -> Upload:
    """What the viewer brought less than an hour ago, and nobody else's."""
    if len(upload_id) != ID_LENGTH:
        raise NotFound
    upload = db.session.scalars(
        select(Upload).where(
            Upload.id == upload_id,
            Upload.kind == kind,
            Upload.school_id == viewer.school_id,
            Upload.person_id == viewer.person_id,
            Upload.expires_at > clock.now(),
        )
    ).first()
    if upload is None:
        raise NotFound
    return upload


def roster_as_text(roster: Roster, *, whole: bool) -> str:
    return json.dumps({"whole": whole, **asdict(roster)}, ensure_ascii=False)


def roster_from_text(text: str) -> tuple[Roster, bool]:
    """The roster, and whether it is meant for every school in it."""
    said = json.loads(text)
    people = (
        PersonRecord(**{**one, "school_source_ids": tuple(one["school_source_ids"])})
        for one in said["people"]
    )
    roster = Roster(
        schools=tuple(SchoolRecord(**one) for one in said["schools"]),
        people=tuple(people),
        leaving=tuple(said["leaving"]),
        complete=said["complete"],
        notes=_notes(said["notes"]),
    )
    return roster, said["whole"]


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
