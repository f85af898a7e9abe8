"""`flask keys …`: the seal's keys."""

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from clubs import audit, seal
from clubs.belonging import ending
from clubs.cli.saying import Refused, in_the_site
from clubs.config import Settings
from clubs.db import db
from clubs.models.notices import Mail, Notice
from clubs.models.people import School

_OTHERS = "These keys are not the ones this database was sealed with. Nothing was changed."


@click.group()
def keys() -> None:
    """The keys that seal what nobody else may read."""


@keys.command("new")
@click.option("--if-missing", is_flag=True, help="Do nothing if there are keys.")
@click.option("--print", "show", is_flag=True, help="Print a key for KEYS; keep no file.")
@with_appcontext
def new(*, if_missing: bool, show: bool) -> None:
    """Make keys. Keep a copy of them where no copy of the database is."""
    settings: Settings = current_app.config["SETTINGS"]
    if show:
        click.echo(seal.new_key_line())
    elif settings.keys:
        _stop_or_go(
            "The keys come from KEYS. For another: flask keys new --print", go=if_missing
        )
    elif current_app.extensions["keys_made"] or seal.write_new_keys(settings.key_path):
        click.echo(f"New keys are in {settings.key_path}. Keep a copy in a safe place.")
    else:
        _stop_or_go(f"There are keys already, in {settings.key_path}.", go=if_missing)


def _stop_or_go(sentence: str, *, go: bool) -> None:
    if not go:
        raise Refused(sentence)
    click.echo(sentence)


@keys.command("check")
@in_the_site
def check() -> None:
    """Say whether the keys open what is in the database."""
    opened = 0
    try:
        for school_id in db.session.scalars(select(School.id)):
            opened += _opened(school_id)
    except seal.CannotOpen:
        raise Refused(_OTHERS) from None
    if opened:
        click.echo("The keys fit the database.")
    else:
        click.echo("The keys can be read. Nothing is sealed yet, so any keys would fit.")


def _opened(school_id: str) -> int:
    """How many of a school's sealed things could be opened; raises CannotOpen."""
    opened = ending.opened(school_id)
    notices = select(Notice.id, Notice.body).where(Notice.school_id == school_id)
    mails = select(Mail.id, Mail.body).where(Mail.school_id == school_id)
    for table, rows in (("notice", notices), ("mail", mails)):
        for row_id, body in db.session.execute(rows.limit(1)):
            seal.seal().open(body, school_id, table, row_id)
            opened += 1
    first = audit.first_break(school_id)
    if first == 1:
        # Not one link of the record fits: that is what other keys look like.
        raise seal.CannotOpen(_OTHERS)
    return opened
