"""`flask doctor`: whether everything the site needs is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import click
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask, current_app
from flask.cli import with_appcontext
from sqlalchemy.exc import SQLAlchemyError

from clubs.clock import zone_exists
from clubs.config import PROJECT, Settings
from clubs.db import db
from clubs.seal import KeysMissing, load_ring


@dataclass(frozen=True)
class Finding:
    """What was looked at; `advice` is empty when it is well."""

    what: str
    advice: str = ""


@click.command()
@with_appcontext
def doctor() -> None:
    """Look at keys, database, mail and settings; exit 1 if something is wrong."""
    wrong = 0
    for finding in _findings(current_app):
        wrong += bool(finding.advice)
        if finding.advice:
            click.echo(f"wrong  {finding.what}: {finding.advice}")
        else:
            click.echo(f"ok     {finding.what}")
    if wrong:
        raise click.exceptions.Exit(1)


def _findings(app: Flask) -> Iterator[Finding]:
    settings: Settings = app.config["SETTINGS"]
    yield Finding("keys", _keys(settings))
    yield Finding("key file", _key_file(settings))
    yield Finding("database", _database())
    yield Finding("mail", _mail(settings))
    yield Finding(
        "time zones", "" if zone_exists("America/Edmonton") else "pip install tzdata"
    )
    yield Finding("production", _production(settings))


def _keys(settings: Settings) -> str:
    try:
        load_ring(settings.keys, settings.key_path)
    except KeysMissing as missing:
        return str(missing)
    return ""


def _key_file(settings: Settings) -> str:
    if settings.keys or not settings.key_path.exists():
        return ""
    if settings.key_path.stat().st_mode & 0o077:
        return f"others can read {settings.key_path}. Say: chmod 600 {settings.key_path}"
    return ""


def _database() -> str:
    scripts = ScriptDirectory(str(PROJECT / "clubs" / "migrations"))
    try:
        with db.engine.connect() as connection:
            found = MigrationContext.configure(connection).get_current_heads()
    except SQLAlchemyError:
        return "it does not answer. Look at DATABASE_URL."
    if set(found) != set(scripts.get_heads()):
        return "its tables are not up to date. Say: flask db upgrade"
    return ""


def _mail(settings: Settings) -> str:
    address = urlsplit(settings.smtp_url)
    if not settings.smtp_url:
        return "" if not settings.production else "SMTP_URL is not set: no mail goes out."
    if address.scheme not in ("smtp", "smtps") or not address.hostname:
        return "SMTP_URL must look like smtp://user:password@host:25 or smtps://…"
    if settings.production and settings.mail_from.endswith(".example"):
        return "MAIL_FROM is still the example."
    return ""


def _production(settings: Settings) -> str:
    if not settings.production:
        return f"MODE is {settings.mode}. A real school needs MODE=production."
    if not settings.keys and _inside(settings.key_path, PROJECT):
        return "the key file lies beside the database. Set KEY_FILE to another place."
    return ""


def _inside(path: Path, folder: Path) -> bool:
    return folder in path.resolve().parents
