"""Change what a school says of itself."""

from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from clubs.audit import AuditAct, record, record_operator
from clubs.db import db, locked
from clubs.models.people import School
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_manage_school, may_oversee_schools
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class SchoolSettings:
    """What an admin sets for their school."""

    zone: str
    accent: str | None
    decision_days: int
    trusted_adult: str
    privacy_contact: str
    appeal_contact: str


class NameTaken(Exception):
    """Another one has this name already."""


def change_settings(actor: Viewer, wanted: SchoolSettings) -> None:
    """Store what changed, and write down which settings, never what they say."""
    require(may_manage_school(actor))
    school = db.session.scalars(
        locked(select(School).where(School.id == actor.school_id))
    ).one()
    names = [one.name for one in fields(SchoolSettings)]
    changed = [one for one in names if getattr(school, one) != getattr(wanted, one)]
    for name in changed:
        setattr(school, name, getattr(wanted, name))
    if changed:
        _record(actor, ", ".join(changed))


def add_school(actor: Viewer, name: str, zone: str, decision_days: int) -> None:
    """Raises NameTaken."""
    require(may_oversee_schools(actor))
    added = School(zone=zone, decision_days=decision_days)
    _keep(added, name=name)
    record_operator(added.id, AuditAct.SCHOOL_ADDED, f"school:{added.id}")
    record(actor, AuditAct.SCHOOL_ADDED, f"school:{added.id}")


def _keep(row: School, **values: object) -> None:
    """The database knows whether a name is taken, however many try at once."""
    try:
        with db.session.begin_nested():
            for name, value in values.items():
                setattr(row, name, value)
            db.session.add(row)
            db.session.flush()
    except IntegrityError as error:
        raise NameTaken from error


def _record(actor: Viewer, words: str) -> None:
    record(actor, AuditAct.SETTINGS_CHANGED, f"school:{actor.school_id}", words)
