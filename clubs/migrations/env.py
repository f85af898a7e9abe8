"""How Alembic meets our models, on either database."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from alembic.runtime.migration import MigrationContext
from flask import current_app
from sqlalchemy import Connection

from clubs.db import Model, Moment, db, expect_writes

expect_writes(yes=True)


def plainly(kind: str, item: object, _context: object) -> str | bool:
    """Types of ours are written as what the database knows them by."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def nothing_points_nowhere(ctx: MigrationContext, **_given: object) -> None:
    """Each step is checked before it is kept: SQLite does not do so while it is off."""
    connection = ctx.connection
    if connection is None or connection.dialect.name != "sqlite":
        return
    lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if lost:
        raise SystemExit(f"Rows point at rows that are not there: {lost[:3]}")


@contextmanager
def rebuilding(connection: Connection) -> Iterator[None]:
    """Let SQLite's tables be rebuilt: to drop one would delete all that points at it."""
    raw = connection.connection.driver_connection
    on_sqlite = connection.dialect.name == "sqlite"
    if on_sqlite and raw is not None:
        raw.execute("PRAGMA foreign_keys = OFF")  # does nothing inside a transaction
    yield
    if on_sqlite and raw is not None:
        raw.execute("PRAGMA foreign_keys = ON")


def run() -> None:
    """Each migration in one transaction; SQLite rebuilds the tables it cannot alter."""
    settings = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection, rebuilding(connection):
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            render_item=plainly,
            on_version_apply=nothing_points_nowhere,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations need the database: run them online.")
run()
