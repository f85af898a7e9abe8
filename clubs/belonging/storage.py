"""How a belonging lies in the database: as a row, or as a token with a sealed body."""

import json
import secrets
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from sqlalchemy import Row

from clubs import clock
from clubs.belonging.kinds import Belonging, Commitment, Role, Standing
from clubs.db import ID_LENGTH, new_id
from clubs.models.belonging import Membership, SealedMembership
from clubs.models.clubs import Club
from clubs.seal import seal

# The longest handle and note fit, so every body is equally long; and so does the row into
# a page of SQLite's without spilling over.
_BODY_SIZE = 896
_TABLE = SealedMembership.__tablename__
_CALM = "amber calm clever cosy gentle golden kind lively mellow quiet silver sunny".split()
_BIRD = "crane dove finch heron jay lark loon magpie owl plover robin swift wren".split()


def fresh_handle(taken: Collection[str] = ()) -> str:
    """A gentle name for somebody who has not chosen one yet, and nobody else's."""
    name = f"{secrets.choice(_CALM)} {secrets.choice(_BIRD)}".title()
    number = ""
    while f"{name}{number}" in taken:
        number = f" {secrets.randbelow(10 * len(taken)) + 2}"
    return f"{name}{number}"


def token_of(club_id: str, person_id: str) -> bytes:
    return seal().token("member", club_id, person_id)


def close_body(club: Club, one: Belonging) -> bytes:
    """The sealed body. With no list it holds a person only once they said yes to one."""
    listed = not club.no_list or one.stays
    fields = (
        one.standing,
        one.role,
        one.commitment,
        one.handle,
        one.note,
        one.person_id if listed else None,
        one.offered_lead,
        one.steps_down,
        one.since.isoformat() if one.since else None,
        one.stays,
        one.reminders,
    )
    text = one.club_id + json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return seal().close(text, club.school_id, _TABLE, one.token.hex(), size=_BODY_SIZE)


def open_body(school_id: str, token: bytes, body: bytes) -> Belonging:
    """The belonging a body holds; raises CannotOpen if it is not this row's."""
    return _read(_opened(school_id, token, body), token)


def open_those_of(
    club_ids: Collection[str], school_id: str, rows: Iterable[Row[bytes, bytes]]
) -> Iterator[Belonging]:
    """The belongings to these clubs among a school's sealed rows (token, body).

    All have to be opened to know; only those that fit are read any further.
    """
    for token, body in rows:
        text = _opened(school_id, token, body)
        if text[:ID_LENGTH] in club_ids:
            yield _read(text, token)


def _opened(school_id: str, token: bytes, body: bytes) -> str:
    return seal().open(body, school_id, _TABLE, token.hex())


def _read(text: str, token: bytes) -> Belonging:
    fields = json.loads(text[ID_LENGTH:])
    standing, role, commitment, handle, note, person_id, lead, down, since, stays, *rest = (
        fields
    )
    return Belonging(
        club_id=text[:ID_LENGTH],
        standing=Standing(standing),
        role=Role(role),
        commitment=Commitment(commitment),
        handle=handle,
        note=note,
        person_id=person_id,
        offered_lead=lead,
        steps_down=down,
        since=datetime.fromisoformat(since) if since else None,
        stays=stays,
        # Bodies sealed before there were reminders end sooner.
        reminders=rest[0] if rest else None,
        token=token,
    )


def from_row(row: Membership) -> Belonging:
    return Belonging(
        club_id=row.club_id,
        standing=Standing(row.standing),
        role=Role(row.role),
        commitment=Commitment(row.commitment),
        handle=row.handle,
        note=row.note,
        person_id=row.person_id,
        offered_lead=row.offered_lead,
        steps_down=row.steps_down,
        reminders=row.reminders,
        since=row.since,
        token=token_of(row.club_id, row.person_id),
    )


def as_row(club: Club, one: Belonging) -> dict[str, object]:
    return {
        "id": new_id(),
        "school_id": club.school_id,
        "club_id": club.id,
        "person_id": one.person_id,
        "standing": one.standing,
        "role": one.role,
        "commitment": one.commitment,
        "handle": one.handle,
        "note": one.note,
        "offered_lead": one.offered_lead,
        "steps_down": one.steps_down,
        "reminders": one.reminders,
        "since": one.since,
        "school_year": clock.school_year(clock.now().date()),
    }
