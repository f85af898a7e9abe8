"""`flask audit …`: the record of what staff did."""

import click
from sqlalchemy import select

from clubs import audit as record
from clubs.cli.saying import Refused, in_the_site
from clubs.db import db
from clubs.models.people import School


@click.group()
def audit() -> None:
    """The record of what staff did."""


@audit.command("check")
@in_the_site
def check() -> None:
    """Say whether each school's record is whole; exit 1 if one was changed."""
    broken = 0
    for school in db.session.scalars(select(School).order_by(School.name)):
        entry = record.first_break(school.id)
        broken += entry is not None
        click.echo(f"{school.name}: {_found(entry)}")
    if broken:
        raise Refused(
            "A record was changed, or the keys are not the ones it was made with."
        )


def _found(entry: int | None) -> str:
    return "whole" if entry is None else f"changed or missing from entry {entry} on"
