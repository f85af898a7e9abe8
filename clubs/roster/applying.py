"""Do what a plan says, in bulk, inside the caller's one transaction."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, replace

from flask_babel import gettext as _
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from clubs.db import db, in_parts, new_id
from clubs.models.people import Person, School
from clubs.policy.permissions import TooLate
from clubs.roster.leaving import end_accounts
from clubs.roster.lunches import give_lunches
from clubs.roster.plan import Facts, Plan
from clubs.roster.readdressing import leave_old_addresses
from clubs.roster.targets import Target

Tick = Callable[[int], None]
Row = dict[str, object]


def apply(plan: Plan, zone: str, tick: Tick = lambda done: None) -> tuple[str, ...]:
    """Carry out a plan; the ids of its schools. `zone` is for schools that are added.

    Raises TooLate when somebody else took an id or an address in the same moment.
    """
    try:
        school_ids = {one.source_id: _school(one, zone) for one in plan.targets}
        _free_addresses(plan)
        _let_leave(plan, tick)
        _change(plan, tick)
        _add(plan, school_ids, tick)
        db.session.flush()
    except IntegrityError as error:
        raise TooLate(_("Somebody else changed the people meanwhile.")) from error
    return tuple(school_ids.values())


def _school(target: Target, zone: str) -> str:
    if target.school_id is None:
        target = replace(target, school_id=new_id())
        db.session.execute(
            insert(School).values(
                id=target.school_id,
                name=target.name,
                zone=zone,
                source_id=target.source_id,
                demo=False,
                decision_days=7,
                trusted_adult="",
                privacy_contact="",
                appeal_contact="",
            )
        )
    elif target.remembers:
        db.session.execute(
            update(School)
            .where(School.id == target.school_id)
            .values(source_id=target.source_id)
        )
    return str(target.school_id)


def _free_addresses(plan: Plan) -> None:
    """First everybody lets go: two people may swap addresses, and each is somebody's."""
    moving = [
        one.person.id for one in plan.changed if one.facts.email != one.person.facts.email
    ]
    leave_old_addresses(moving)
    for some in in_parts([*plan.frees, *moving]):
        db.session.execute(
            update(Person)
            .where(Person.id.in_(some))
            .values(email=None)
            .execution_options(synchronize_session=False)
        )


def _let_leave(plan: Plan, tick: Tick) -> None:
    for school_id in sorted({one.school_id for one in plan.leaving}):
        theirs = [one.id for one in plan.leaving if one.school_id == school_id]
        end_accounts(school_id, theirs)
        tick(len(theirs))


def _change(plan: Plan, tick: Tick) -> None:
    rows: Iterable[Row] = (
        {"id": one.person.id, **_columns(one.facts)} for one in plan.changed
    )
    for some in in_parts(rows):
        db.session.execute(update(Person), some)
        tick(len(some))
    give_lunches(
        (one.person.id, one.person.school_id, one.facts.lunches)
        for one in plan.changed
        if one.facts.lunches != one.person.facts.lunches
    )


def _add(plan: Plan, school_ids: Mapping[str, str], tick: Tick) -> None:
    added = [(new_id(), school_ids[one.school], one) for one in plan.new]
    rows: Iterable[Row] = (
        {"id": key, "school_id": school_id, "kind": one.kind, **_columns(one.facts)}
        for key, school_id, one in added
    )
    for some in in_parts(rows):
        db.session.execute(insert(Person), some)
        tick(len(some))
    give_lunches(
        (key, school_id, one.facts.lunches)
        for key, school_id, one in added
        if one.facts.lunches
    )


def _columns(facts: Facts) -> Row:
    """What stands in the person's own row."""
    return {name: value for name, value in asdict(facts).items() if name != "lunches"}
