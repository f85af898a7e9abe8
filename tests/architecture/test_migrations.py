"""The migrations lead to exactly the tables the models describe, and back."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, create_engine, inspect

from clubs.db import Model
from tests.architecture.sources import PROJECT
from tests.postgres import postgres_url

pytestmark = pytest.mark.migrated


@pytest.fixture
def database_url(tmp_path: Path) -> str:
    if os.environ.get("TEST_DATABASE") == "postgresql":
        return postgres_url("migrations")
    return f"sqlite:///{tmp_path / 'migrations.sqlite'}"


def migrate(database_url: str, tmp_path: Path, *words: str) -> str:
    """Run `flask db …` as an operator does; the sentences it printed."""
    own = {
        "DATABASE_URL": database_url,
        "KEY_FILE": str(tmp_path / "keys"),
        "MODE": "trial",
    }
    done = subprocess.run(
        [sys.executable, "-m", "flask", "--app", "app", "db", *words],
        env={**os.environ, **own},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def tables(database_url: str) -> set[str]:
    engine = create_engine(database_url)
    found = set(inspect(engine).get_table_names())
    engine.dispose()
    return found


def test_migrations_and_models_agree(database_url: str, tmp_path: Path) -> None:
    migrate(database_url, tmp_path, "upgrade")
    migrate(database_url, tmp_path, "check")


def test_migrations_go_down_and_up_again(database_url: str, tmp_path: Path) -> None:
    migrate(database_url, tmp_path, "upgrade")
    full = tables(database_url)
    migrate(database_url, tmp_path, "downgrade", "base")
    assert tables(database_url) <= {"alembic_version"}
    migrate(database_url, tmp_path, "upgrade")
    assert tables(database_url) == full


def checks(database_url: str) -> dict[str, set[str | None]]:
    """The names of the checks of every table."""
    engine = create_engine(database_url)
    look = inspect(engine)
    found = {
        table: {check["name"] for check in look.get_check_constraints(table)}
        for table in look.get_table_names()
        if table != "alembic_version"
    }
    engine.dispose()
    return found


def test_rebuilt_tables_keep_their_checks(database_url: str, tmp_path: Path) -> None:
    migrate(database_url, tmp_path, "upgrade")
    wanted = {
        table.name: {
            one.name for one in table.constraints if isinstance(one, CheckConstraint)
        }
        for table in Model.metadata.tables.values()
    }
    assert checks(database_url) == wanted


def test_the_first_tables_have_their_checks_again(
    database_url: str, tmp_path: Path
) -> None:
    migrate(database_url, tmp_path, "upgrade", "0001")
    before = checks(database_url)
    migrate(database_url, tmp_path, "upgrade")
    migrate(database_url, tmp_path, "downgrade", "0001")
    assert checks(database_url) == before


def test_there_is_one_line_of_migrations(database_url: str, tmp_path: Path) -> None:
    heads = migrate(database_url, tmp_path, "heads").strip().splitlines()
    assert len([line for line in heads if "(head)" in line]) == 1
