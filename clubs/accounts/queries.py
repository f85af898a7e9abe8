"""What the account pages need to know."""

from dataclasses import dataclass

from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.models.accounts import Password, PasswordLink
from clubs.models.people import Person
from clubs.policy.viewer import Viewer
from clubs.seal import hashed


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in, with the hash of their password."""

    person: Person
    hash: str


def account_with_email(email: str) -> Account | None:
    """The active account of this address, if it has a password."""
    return _account(Person.email == email)


def account_of(viewer: Viewer) -> Account | None:
    return _account(Person.id == viewer.person_id)


def _account(whose) -> Account | None:  # type: ignore[no-untyped-def]  # a condition
    found = db.session.execute(
        select(Person, Password.hash)
        .join(Password, Password.person_id == Person.id)
        .where(Person.active, whose)
    ).first()
    return Account(*found) if found else None


def person_of_link(secret: str) -> Person | None:
    """Whose password this link may set; None if it was used, has run out or never was."""
    return db.session.scalars(
        select(Person)
        .join(PasswordLink, PasswordLink.person_id == Person.id)
        .where(
            PasswordLink.secret_hash == hashed(secret),
            PasswordLink.expires_at > clock.now(),
            Person.active,
        )
    ).first()
