"""`flask clubs …`: a school's existing clubs."""

import click


@click.group()
def clubs() -> None:
    """A school's existing clubs."""
