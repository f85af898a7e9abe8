"""Codes that let their holder ask to join an unlisted club. Kept as tokens only."""

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, delete, select, update

from clubs.db import db, forget_bytes
from clubs.models.belonging import InviteCode
from clubs.models.clubs import Club
from clubs.seal import seal

# No letter or figure that is taken for another.
_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_PARTS, _PART_LENGTH = 3, 4


@dataclass(frozen=True)
class Code:
    """A code as its maker sees it later: never its letters."""

    id: str
    expires_on: date
    uses_left: int


def make(club: Club, *, uses: int, expires_on: date) -> str:
    """A new code for this club; its letters are shown this once."""
    parts = [
        "".join(secrets.choice(_LETTERS) for _ in range(_PART_LENGTH))
        for _ in range(_PARTS)
    ]
    code = "-".join(parts)
    db.session.add(
        InviteCode(
            school_id=club.school_id,
            club_id=club.id,
            code_token=_token(club.school_id, code),
            expires_on=expires_on,
            uses_left=uses,
        )
    )
    db.session.flush()
    return code


def opened_by(school_id: str, code: str, on: date) -> str | None:
    """The id of the club a code of this school opens on this day, if any."""
    return db.session.scalar(select(InviteCode.club_id).where(*_works(school_id, code, on)))


def use(school_id: str, code: str, on: date) -> bool:
    """Count one use; False when none is left, however many try at once."""
    done = db.session.execute(
        update(InviteCode)
        .where(*_works(school_id, code, on))
        .values(uses_left=InviteCode.uses_left - 1)
        .returning(InviteCode.id)
    )
    return done.first() is not None


def of_club(club: Club) -> list[Code]:
    """A club's codes, those that end first at the top."""
    rows = db.session.execute(
        select(InviteCode.id, InviteCode.expires_on, InviteCode.uses_left)
        .where(InviteCode.club_id == club.id)
        .order_by(InviteCode.expires_on, InviteCode.id)
    )
    return [Code(*row) for row in rows]


def end_code(club: Club, code_id: str) -> None:
    forget_bytes()
    db.session.execute(
        delete(InviteCode).where(InviteCode.club_id == club.id, InviteCode.id == code_id)
    )


def end_codes(club: Club) -> None:
    """End all codes of a club, as when it needs none any more."""
    forget_bytes()
    db.session.execute(delete(InviteCode).where(InviteCode.club_id == club.id))


def _works(school_id: str, code: str, on: date) -> tuple[ColumnElement[bool], ...]:
    return (
        InviteCode.school_id == school_id,
        InviteCode.code_token == _token(school_id, code),
        InviteCode.expires_on >= on,
        InviteCode.uses_left > 0,
    )


def _token(school_id: str, code: str) -> bytes:
    """However it was typed: spaces, dashes and small letters make no difference."""
    return seal().token("code", school_id, "".join(filter(str.isalnum, code.upper())))
