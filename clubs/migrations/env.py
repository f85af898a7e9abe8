"""How Alembic meets our models, on either database."""

from alembic import context
from flask import current_app

from clubs.db import Model, Moment, db, expect_writes

expect_writes(yes=True)


def plainly(kind: str, item: object, _context: object) -> str | bool:
    """Types of ours are written as what the database knows them by."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


def run() -> None:
    """Each migration in one transaction; SQLite rebuilds the tables it cannot alter."""
    settings = current_app.extensions["migrate"].configure_args
    with db.engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Model.metadata,
            render_item=plainly,
            **settings,
        )
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    raise SystemExit("Migrations need the database: run them online.")
run()
