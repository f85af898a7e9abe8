"""`flask mail …`: what waits to be sent."""

import click
from flask import current_app
from rich.console import Console
from rich.progress import Progress
from sqlalchemy import func, select

from clubs.cli.saying import WrongUse, in_the_site
from clubs.config import Settings
from clubs.db import db
from clubs.models.notices import Mail
from clubs.notices.sending import send_all


@click.group()
def mail() -> None:
    """Mail that waits to be sent."""


@mail.command("send")
@in_the_site
def send() -> None:
    """Send what waits; what the server refuses stays for the next time."""
    settings: Settings = current_app.config["SETTINGS"]
    if not settings.smtp_url:
        raise WrongUse("SMTP_URL is not set, so there is no server to send mail by.")
    waiting = db.session.scalar(select(func.count()).select_from(Mail)) or 0
    db.session.rollback()  # no transaction while talking to the server
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Sending", total=waiting)
        done = send_all(settings, lambda: progress.advance(task))
    click.echo(f"sent: {done.sent}, kept: {done.kept}")
