"""`flask school calendar`: the days of a school from its own calendar."""

from pathlib import Path

import click
from sqlalchemy import select

from clubs.cli.saying import Refused, in_the_site, school_named
from clubs.db import db
from clubs.models.timetable import DayType
from clubs.schooltime.calendar_plan import CalendarPlan, plan_of
from clubs.schooltime.ics import NotACalendar
from clubs.schooltime.meanings import guesses
from clubs.schooltime.services import importing
from clubs.schooltime.waiting import read_for

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("calendar")
@click.argument("path", type=_FILE)
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--yes", is_flag=True, help="Apply it; without, only say what would happen.")
@in_the_site
def calendar(path: Path, school_name: str, *, yes: bool) -> None:
    """Bring in a school's calendar; its words say what each event means."""
    school = school_named(school_name)
    try:
        waiting = read_for(school, path.read_bytes(), path.name)
    except NotACalendar as refusal:
        raise Refused(refusal.sentence) from None
    plan = plan_of(waiting.groups, guesses(waiting.groups, _other_kinds(school.id)))
    for sentence in (*waiting.notes, *plan.notes):
        click.echo(sentence)
    click.echo(_figures(plan))
    if yes:
        importing.import_as_operator(school.id, waiting, plan)
        click.echo("Applied.")
    else:
        click.echo("Nothing was changed. Add --yes to apply it.")


def _other_kinds(school_id: str) -> list[tuple[str, str]]:
    rows = db.session.execute(
        select(DayType.id, DayType.name).where(
            DayType.school_id == school_id, ~DayType.regular
        )
    )
    return [(key, name) for key, name in rows]


def _figures(plan: CalendarPlan) -> str:
    """The line scripts read; the same in every language."""
    return (
        f"closed: {plan.closed}, other kind: {plan.switched}, "
        f"cycle days: {plan.cycle_days}, terms: {len(plan.terms)}"
    )
