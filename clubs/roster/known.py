"""What the site knows of schools and people that a roster file may change."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import ColumnElement, or_, select

from clubs.db import db, in_parts, locked
from clubs.models.people import Person, School
from clubs.roster.lunches import LunchesHere
from clubs.roster.plan import Facts, Known
from clubs.roster.reading import Roster
from clubs.roster.targets import OurSchool, Target


def our_schools() -> list[OurSchool]:
    rows = db.session.execute(
        select(School.id, School.name, School.source_id).order_by(School.name)
    )
    return [OurSchool(*row) for row in rows]


def hold(targets: Collection[Target]) -> None:
    """Let nobody else import into these schools before this transaction ends."""
    ids = sorted(one.school_id for one in targets if one.school_id)
    held = select(School.id).where(School.id.in_(ids)).order_by(School.id)
    db.session.execute(locked(held)).all()


def people_concerned(targets: Collection[Target], roster: Roster) -> list[Known]:
    """Everybody in the schools, and whoever else has an address that the file gives."""
    schools = [one.school_id for one in targets if one.school_id]
    addresses = sorted({one.email for one in roster.people if one.email})
    parts = list(in_parts(addresses)) or [[]]
    here = Person.school_id.in_(schools)
    # One query for all but the largest files; a preview has only so many.
    found = list(_people(or_(here, Person.email.in_(parts[0]))))
    for part in parts[1:]:
        found += _people(Person.email.in_(part))
    return list({one.id: one for one in found}.values())


def with_lunches(people: list[Known], lunches: LunchesHere) -> list[Known]:
    """The same people with the lunches they have."""
    return [
        replace(one, facts=replace(one.facts, lunches=lunches.of(one.id))) for one in people
    ]


def _people(condition: ColumnElement[bool]) -> Iterator[Known]:
    rows = db.session.execute(
        select(
            Person.id,
            Person.school_id,
            Person.kind,
            Person.source_id,
            Person.given_name,
            Person.family_name,
            Person.email,
            Person.grade,
            Person.active,
        )
        .where(condition)
        .order_by(Person.id)
    )
    for person_id, school_id, kind, source_id, given, family, email, grade, active in rows:
        facts = Facts(source_id, given, family, email, grade, active)
        yield Known(person_id, school_id, kind, facts)
