"""Store many new belongings at once, as a demo school needs them."""

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import insert

from clubs.belonging.kinds import Belonging
from clubs.belonging.storage import as_row, close_body, token_of
from clubs.db import db
from clubs.models.belonging import Membership, SealedMembership
from clubs.models.clubs import Club, Step


def begin_many(wanted: Iterable[tuple[Club, Belonging]]) -> None:
    """Store belongings of people who have none yet in that club; `person_id` says whose.

    Sealed ones are stored in the order of their tokens: it says nothing, and it is fast.
    """
    rows: list[dict[str, object]] = []
    sealed: list[tuple[bytes, Club, Belonging]] = []
    for club, one in wanted:
        if one.person_id is None:
            raise ValueError("A belonging begins with a person.")
        one = replace(one, club_id=club.id)
        if club.step is Step.OPEN:
            rows.append(as_row(club, one))
        else:
            sealed.append((token_of(club.id, str(one.person_id)), club, one))
    sealed.sort(key=lambda entry: entry[0])
    _insert(Membership, rows)
    _insert(SealedMembership, [_sealed_row(*entry) for entry in sealed])


def _sealed_row(token: bytes, club: Club, one: Belonging) -> dict[str, object]:
    body = close_body(club, replace(one, token=token))
    return {"token": token, "school_id": club.school_id, "body": body}


def _insert(
    table: type[Membership | SealedMembership], rows: list[dict[str, object]]
) -> None:
    if rows:
        db.session.execute(insert(table.__table__), rows)  # type: ignore[arg-type]  # a Table
