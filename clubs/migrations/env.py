"""How Alembic meets our models, on either database."""

from alembic import context
from flask import current_app

from clubs.db import Model, db, expect_writes

expect_writes(yes=True)


def run() -> None:
    """Each migration in one transaction; SQLite tables are rebuilt where it cannot alter."""
    settings = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection:
        context.configure(connection=connection, target_metadata=Model.metadata, **settings)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations need the database: run them online.")
run()
