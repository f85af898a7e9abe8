"""`flask meetings …`: what has to be done about meetings by the clock."""

import click
from flask import current_app
from sqlalchemy import select

from clubs.cli.saying import in_the_site
from clubs.config import Settings
from clubs.db import commit, db
from clubs.models.people import School
from clubs.planning.reminding import remind as remind_school


@click.group()
def meetings() -> None:
    """Meetings that are ahead."""


@meetings.command()
@in_the_site
def remind() -> None:
    """Queue tomorrow's reminders, once a day for each school. Run it every hour."""
    settings: Settings = current_app.config["SETTINGS"]
    schools = db.session.execute(select(School.id, School.zone)).all()
    done = 0
    for school_id, zone in schools:
        done += remind_school(school_id, zone, settings.reminder_hour)
        commit()
    # Not how many are reminded: next to a calendar that would tell a club's size.
    click.echo(f"schools: {done}")
