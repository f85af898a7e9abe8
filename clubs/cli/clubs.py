"""`flask clubs …`: a school's existing clubs."""

import click

from clubs.cli.imports import import_clubs


@click.group()
def clubs() -> None:
    """A school's existing clubs."""


clubs.add_command(import_clubs)
