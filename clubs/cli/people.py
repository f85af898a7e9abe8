"""`flask people …`: who is at a school."""

import csv
import sys

import click
from flask import current_app
from sqlalchemy import select

from clubs import audit
from clubs.audit import AuditAct
from clubs.cli.cells import safe
from clubs.cli.imports import import_people
from clubs.cli.saying import Refused, in_the_site, school_named
from clubs.config import Settings
from clubs.db import db, insert_once, new_id
from clubs.invitations import invite_as_operator
from clubs.models.people import Appointment, Office, Person, PersonKind

_COLUMNS = ("source_id", "kind", "name", "email", "grade", "active")


@click.group()
def people() -> None:
    """The people of a school."""


people.add_command(import_people)


@people.command("list")
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--format", "form", type=click.Choice(["csv"]), default="csv")
@in_the_site
def list_people(school_name: str, form: str) -> None:
    """Everybody on a school's roster, by family name."""
    del form
    school = school_named(school_name)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(_COLUMNS)
    for one in db.session.scalars(
        select(Person)
        .where(Person.school_id == school.id)
        .order_by(Person.family_name, Person.given_name, Person.id)
        .execution_options(yield_per=1_000)
    ):
        cells = (one.source_id, one.kind, one.name, one.email, one.grade)
        rows.writerow([*map(safe, cells), "true" if one.active else "false"])


@people.command("appoint")
@click.argument("email")
@click.option("--office", type=click.Choice([one.value for one in Office]), required=True)
@click.option("--school", "school_name", required=True, help="The school's name.")
@in_the_site
def appoint(email: str, office: str, school_name: str) -> None:
    """Make a member of staff an admin of their school, or of the district."""
    person = _person(email, school_name)
    if person.kind is not PersonKind.STAFF:
        raise Refused("Only staff who work here can be appointed.")
    fresh = insert_once(
        Appointment,
        id=new_id(),
        school_id=person.school_id,
        person_id=person.id,
        office=Office(office),
    )
    if not fresh:
        raise Refused(f"{person.name} holds that office already.")
    audit.record_operator(
        person.school_id, AuditAct.APPOINTED, f"person:{person.id}", office
    )
    click.echo(f"{person.name} is appointed.")


@people.command("invite")
@click.argument("email")
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--print", "show", is_flag=True, help="Print the link; send no mail.")
@in_the_site
def invite(email: str, school_name: str, *, show: bool) -> None:
    """Give somebody a link that sets their first password."""
    person = _person(email, school_name)
    path = invite_as_operator(person, by_mail=not show)
    if show:
        settings: Settings = current_app.config["SETTINGS"]
        click.echo(settings.site_url.rstrip("/") + path)
    else:
        click.echo("The invitation waits to be sent. Send it with: flask mail send")


def _person(email: str, school_name: str) -> Person:
    school = school_named(school_name)
    person = db.session.scalars(
        select(Person).where(
            Person.school_id == school.id,
            Person.email == email.strip().lower(),
            Person.active,
        )
    ).first()
    if person is None:
        raise Refused(f"Nobody with the address “{email}” is at {school.name} now.")
    return person
