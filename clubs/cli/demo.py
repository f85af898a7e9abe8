"""`flask demo …`: the demo school."""

import click


@click.group()
def demo() -> None:
    """The demo school."""
