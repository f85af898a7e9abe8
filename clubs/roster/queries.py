"""The people of a school as its admins see them; nothing here knows of memberships (P6)."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, case, exists, func, literal, select, tuple_
from werkzeug.exceptions import NotFound

from clubs import clock
from clubs.db import db, is_id
from clubs.models.accounts import LinkPurpose, Password, PasswordLink
from clubs.models.people import Appointment, Office, Person, PersonKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import person_visible_to
from clubs.roster.words import Account

PAGE = 50
_ORDER = (func.lower(Person.family_name), func.lower(Person.given_name), Person.id)


@dataclass(frozen=True)
class Asked:
    """What an admin looks for, and the person after whom the page begins."""

    text: str = ""
    kind: PersonKind | None = None
    after: str = ""


@dataclass(frozen=True)
class Entry:
    """One person of the list."""

    id: str
    name: str
    kind: PersonKind
    grade: str
    email: str
    account: Account


@dataclass(frozen=True)
class Listed:
    """One page, and where the next begins if there is one."""

    entries: list[Entry]
    after: str = ""


def people_of(viewer: Viewer, asked: Asked) -> Listed:
    statement = _entries(viewer, *_matching(asked)).order_by(*_ORDER).limit(PAGE + 1)
    if place := _place(viewer, asked.after):
        statement = statement.where(tuple_(*_ORDER) > place)
    rows = [_entry(*row) for row in db.session.execute(statement)]
    return Listed(rows[:PAGE], rows[PAGE - 1].id if len(rows) > PAGE else "")


def person_or_404(viewer: Viewer, person_id: str) -> Person:
    """Somebody of the viewer's own school."""
    if not is_id(person_id):
        raise NotFound
    person = db.session.scalars(
        select(Person).where(Person.id == person_id, person_visible_to(viewer))
    ).first()
    if person is None:
        raise NotFound
    return person


def entry_of(viewer: Viewer, person: Person) -> Entry:
    """A person as the list shows them."""
    row = db.session.execute(_entries(viewer, Person.id == person.id)).one()
    return _entry(*row)


def offices_of(viewer: Viewer, person: Person) -> list[Office]:
    return list(
        db.session.scalars(
            select(Appointment.office)
            .where(
                Appointment.person_id == person.id,
                Appointment.school_id == viewer.school_id,
            )
            .order_by(Appointment.office)
        )
    )


def without_account(viewer: Viewer, kind: PersonKind, most: int) -> list[Person]:
    """People of a kind who could be invited and have not been."""
    return list(
        db.session.scalars(
            select(Person)
            .where(
                person_visible_to(viewer),
                Person.kind == kind,
                Person.active,
                Person.email.is_not(None),
                ~_has_password(),
                ~_is_invited(),
            )
            .order_by(*_ORDER)
            .limit(most)
        )
    )


def _has_password() -> ColumnElement[bool]:
    return exists().where(Password.person_id == Person.id)


def _is_invited() -> ColumnElement[bool]:
    return exists().where(
        PasswordLink.person_id == Person.id,
        PasswordLink.purpose == LinkPurpose.INVITATION,
        PasswordLink.expires_at > clock.now(),
    )


def _entries(viewer: Viewer, *conditions: ColumnElement[bool]) -> Select[Any]:
    account = case(
        (~Person.active, literal(Account.ENDED.value)),
        (_has_password(), literal(Account.READY.value)),
        (_is_invited(), literal(Account.INVITED.value)),
        else_=literal(Account.NONE.value),
    )
    return select(
        Person.id,
        Person.given_name,
        Person.family_name,
        Person.kind,
        Person.grade,
        Person.email,
        account,
    ).where(person_visible_to(viewer), *conditions)


def _entry(
    person_id: str,
    given: str,
    family: str,
    kind: PersonKind,
    grade: str | None,
    email: str | None,
    account: str,
) -> Entry:
    name = f"{given} {family}".strip()
    return Entry(person_id, name, kind, grade or "", email or "", Account(account))


def _matching(asked: Asked) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    full = func.lower(Person.given_name + " " + Person.family_name)
    if asked.text:
        found.append(full.contains(asked.text.lower(), autoescape=True))
    if asked.kind:
        found.append(Person.kind == asked.kind)
    return found


def _place(viewer: Viewer, person_id: str) -> tuple[str, str, str] | None:
    if not is_id(person_id):
        return None
    row = db.session.execute(
        select(*_ORDER).where(Person.id == person_id, person_visible_to(viewer))
    ).first()
    return (row[0], row[1], row[2]) if row else None
