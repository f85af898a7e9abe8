"""`flask people import` and `flask clubs import`: rosters and club lists from files."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from clubs.cli.saying import Refused, WrongUse, in_the_site, school_named
from clubs.db import db, expect_writes, take_stock
from clubs.policy.permissions import TooLate
from clubs.roster import club_services, known, services
from clubs.roster.club_list import read_club_list
from clubs.roster.plan import Plan
from clubs.roster.readers import roster_in
from clubs.roster.reading import Refused as FileRefused
from clubs.roster.reading import Roster
from clubs.roster.services import Agreed, ManyLeave
from clubs.roster.targets import Aim, OurSchool

Found = TypeVar("Found")
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("import")
@click.argument("path", type=_FILE)
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--all-schools", is_flag=True, help="Every school in a district's file.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, change nothing.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@click.option("--many-leave", is_flag=True, help="It is meant that so many leave.")
@in_the_site
def import_people(
    path: Path,
    school_name: str,
    *,
    all_schools: bool,
    dry_run: bool,
    yes: bool,
    many_leave: bool,
) -> None:
    """Bring in the people of a school, or of a district, from a roster file."""
    expect_writes(yes=False)  # nothing is held while somebody reads the preview
    school = school_named(school_name)
    roster = _read(lambda: roster_in(path))
    lead = OurSchool(school.id, school.name, school.source_id)
    aim = Aim(lead, known.our_schools(), whole=all_schools, may_whole=True)
    plan = _read(lambda: services.plan(roster, aim))
    _say_people(plan, aim)
    if dry_run or not _agreed(empty=plan.empty, yes=yes):
        return
    agreed = Agreed(plan.fingerprint, _may_many_leave(plan, yes=yes, said=many_leave))
    _begin_writing()
    _apply_people(roster, replace(aim, ours=known.our_schools()), agreed, school.zone)


@click.command("import")
@click.argument("path", type=_FILE)
@click.option("--school", "school_name", required=True, help="The school's name.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, change nothing.")
@click.option("--yes", is_flag=True, help="Don't ask.")
@in_the_site
def import_clubs(path: Path, school_name: str, *, dry_run: bool, yes: bool) -> None:
    """Bring in a school's list of clubs as drafts that nobody but admins can see."""
    expect_writes(yes=False)
    school = school_named(school_name)
    clubs = _read(lambda: read_club_list(path))
    plan = club_services.plan(school.id, clubs)
    for sentence in plan.sentences:
        click.echo(sentence)
    click.echo(plan.counts)
    if dry_run or not _agreed(empty=plan.empty, yes=yes):
        return
    _begin_writing()
    _apply(
        lambda: club_services.import_as_operator(
            school.id, school.zone, clubs, plan.fingerprint
        )
    )
    click.echo("Applied.")


def _read(look: Callable[[], Found]) -> Found:
    try:
        return look()
    except FileRefused as refusal:
        raise Refused(refusal.sentence) from None


def _say_people(plan: Plan, aim: Aim) -> None:
    for note in plan.notes:
        click.echo(note)
    for target in plan.targets:
        if target.school_id is None:
            click.echo(f"School to add: {target.name}")
    if all(target.school_id != aim.lead.id for target in plan.targets):
        click.echo(f"The file is about other schools; {aim.lead.name} stays as it is.")
    click.echo(plan.counts)


def _agreed(*, empty: bool, yes: bool) -> bool:
    """Whether to go on: said beforehand, said now, or not to be asked here."""
    if empty or yes:
        return not empty
    if not _can_be_asked():
        raise WrongUse("Nothing was changed. Add --yes to apply, or --dry-run to look.")
    return click.confirm("Apply this?")


def _can_be_asked() -> bool:
    return sys.stdin.isatty()


def _may_many_leave(plan: Plan, *, yes: bool, said: bool) -> bool:
    if not plan.many_leave or said:
        return said
    sentence = f"{len(plan.leaving)} people would leave. Is this the whole roster?"
    if yes or not click.confirm(sentence):
        raise Refused(
            f"Nothing was changed: {len(plan.leaving)} people would leave at once. "
            "If that is meant, add --many-leave."
        )
    return True


def _begin_writing() -> None:
    db.session.rollback()
    expect_writes(yes=True)


def _apply_people(roster: Roster, aim: Aim, agreed: Agreed, zone: str) -> None:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("People", total=len(roster.people))

        def tick(done: int) -> None:
            bar.advance(task, done)

        _apply(lambda: services.import_as_operator(roster, aim, agreed, zone, tick))
    click.echo("Applied.")


def _apply(work: Callable[[], object]) -> None:
    try:
        work()
        take_stock()
    except (TooLate, ManyLeave, FileRefused) as refusal:
        raise Refused(f"Nothing was changed. {refusal}") from None
