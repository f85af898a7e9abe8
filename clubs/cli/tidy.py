"""`flask tidy`: end what is over (policy/retention.py). Run it every night."""

import click
from sqlalchemy import text

from clubs.cli.saying import in_the_site
from clubs.cli.tidying import TASKS
from clubs.db import commit, db, forget_bytes, write_out


@click.command()
@in_the_site
def tidy() -> None:
    """End what is over: sessions, links, uploads, old answers, people who left."""
    for what, end in TASKS.items():
        forget_bytes()
        ended = end()
        commit()
        click.echo(f"{what}: {ended}")
    write_out()
    _rewrite_tables()


def _rewrite_tables() -> None:
    """On PostgreSQL, leave no dead rows, and no order in which they were made."""
    if db.engine.dialect.name != "postgresql":
        return
    own = db.engine.execution_options(isolation_level="AUTOCOMMIT")
    with own.connect() as connection:
        connection.execute(text("CLUSTER sealed_membership USING pk_sealed_membership"))
        connection.execute(text("CLUSTER meeting_coming USING pk_meeting_coming"))
        connection.execute(text("VACUUM ANALYZE"))
