"""`flask school …`: the schools of this site."""

import click
from flask import current_app
from sqlalchemy import select

from clubs import audit, clock
from clubs.audit import AuditAct
from clubs.cli.calendars import calendar
from clubs.cli.saying import Refused, WrongUse, in_the_site
from clubs.config import Settings
from clubs.db import db
from clubs.models.people import School


@click.group()
def school() -> None:
    """The schools of this site."""


@school.command("add")
@click.argument("name")
@click.option("--zone", required=True, help="Such as America/Edmonton.")
@click.option("--source-id", help="The school's id in the roster system.")
@in_the_site
def add(name: str, zone: str, source_id: str | None) -> None:
    """Add a school."""
    name = " ".join(name.split())
    if not 0 < len(name) <= 200:
        raise WrongUse("A school's name has 1 to 200 characters.")
    if not clock.zone_exists(zone):
        raise WrongUse(f"There is no zone “{zone}”. One is called America/Edmonton.")
    _refuse_twice(name, source_id)
    settings: Settings = current_app.config["SETTINGS"]
    added = School(
        name=name, zone=zone, source_id=source_id, decision_days=settings.decision_days
    )
    db.session.add(added)
    db.session.flush()
    audit.record_operator(added.id, AuditAct.SCHOOL_ADDED, f"school:{added.id}")
    click.echo(f"{name} is added.")


def _refuse_twice(name: str, source_id: str | None) -> None:
    if db.session.scalar(select(School.id).where(School.name == name)):
        raise Refused(f"There already is a school called “{name}”.")
    if source_id and db.session.scalar(
        select(School.id).where(School.source_id == source_id)
    ):
        raise Refused(f"There already is a school with the source id “{source_id}”.")


@school.command("list")
@in_the_site
def list_schools() -> None:
    """The names of all schools, with their zones."""
    for name, zone in db.session.execute(
        select(School.name, School.zone).order_by(School.name)
    ):
        click.echo(f"{name}  {zone}")


school.add_command(calendar)
