"""`flask demo …`: the demo school."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

import click
from flask import current_app
from rich.console import Console
from rich.progress import track

from clubs.cli.saying import Refused, in_the_site
from clubs.config import Settings
from clubs.db import take_stock
from clubs.demo import filling
from clubs.demo.filling.size import TooSmall, size

Thing = TypeVar("Thing")


@click.group()
def demo() -> None:
    """The demo school."""


@demo.command("fill")
@click.option("--people", type=click.IntRange(1), help="How many, all schools together.")
@click.option("--clubs", type=click.IntRange(1), help="How many, all schools together.")
@click.option("--schools", type=click.IntRange(1, 500), default=1, show_default=True)
@click.option("--seed", type=int, default=1, help="Another number, other people.")
@click.option("--if-empty", is_flag=True, help="Do nothing if there are schools.")
@in_the_site
def fill(
    *, people: int | None, clubs: int | None, schools: int, seed: int, if_empty: bool
) -> None:
    """Fill an empty database with a fictional school."""
    settings: Settings = current_app.config["SETTINGS"]
    if settings.production:
        raise Refused("This site is in production: a demo school has no place here.")
    if not filling.is_empty():
        _stop_or_go(go=if_empty)
        return
    try:
        wanted = size(people, clubs, schools, seed)
    except TooSmall as refusal:
        raise Refused(str(refusal)) from None
    filling.fill(wanted, _watched)
    take_stock()
    told = f"schools: {schools}, people: {sum(wanted.people)}, clubs: {sum(wanted.clubs)}"
    click.echo(f"The demo is filled: {told}")


def _stop_or_go(*, go: bool) -> None:
    if not go:
        raise Refused("This database is not empty. Nothing was changed.")
    click.echo("The demo is filled already.")


def _watched(things: Sequence[Thing], words: str) -> Iterable[Thing]:
    return track(things, words, console=Console(stderr=True))
