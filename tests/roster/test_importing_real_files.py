"""The real files go in whole, twice and quickly, without what is nobody's business."""

import csv
import gc
import io
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner

from clubs import clock
from clubs.config import Settings
from clubs.db import Model, db
from tests.factories import SHARED, Builder
from tests.roster.looking import every_row, preview
from tests.visitor import Visitor

SCHOOL = SHARED / "rosters" / "oneroster-1.1-school-332-people.zip"
DISTRICT = SHARED / "rosters" / "oneroster-1.1-district-4441-people.zip"
CLUBS = SHARED / "clubs" / "lincoln_hs_seattle_clubs.json"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here")


@pytest.fixture
def runner(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


@pytest.mark.parametrize(
    "command, file, line",
    [
        ("people", SCHOOL, "new: 332, changed: 0, left: 0, refused: 0"),
        ("people", DISTRICT, "new: 4441, changed: 0, left: 0, refused: 0"),
        ("clubs", CLUBS, "new: 102, changed: 0, left: 0, refused: 0"),
    ],
)
def test_they_go_in_twice_and_the_second_time_changes_nothing(
    build: Builder, runner: FlaskCliRunner, command: str, file: Path, line: str
) -> None:
    words = [command, "import", str(file), "--school", build.school.name]
    began = clock.seconds()
    looked = runner.invoke(args=[*words, "--dry-run"])
    assert looked.exit_code == 0, looked.output
    assert line in looked.output
    applied = runner.invoke(args=[*words, "--yes"])
    assert applied.exit_code == 0, applied.output
    assert line in applied.output
    assert clock.seconds() - began < 20
    before = every_row(build)
    again = runner.invoke(args=[*words, "--yes"])
    assert again.exit_code == 0, again.output
    assert "new: 0, changed: 0, left: 0, refused: 0" in again.output
    assert every_row(build) == before


# The test client leaves its copy of a large upload to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_districts_preview_costs_no_more_than_any_page(
    build: Builder, visitor: Callable[..., Visitor]
) -> None:
    school = build.another_school("Dandelion Rivera High School")
    admin = visitor(build.admin(school_id=school.id))
    shown = preview(admin, io.BytesIO(DISTRICT.read_bytes()))
    assert "New 332" in shown.words
    assert "and 282 more" in shown.words
    admin.submit(shown, shown.response.request.path)
    assert len(every_row(build)["person"]) == 333
    gc.collect()


def test_birthdays_and_races_are_nowhere_in_the_database(
    build: Builder, runner: FlaskCliRunner, app: Flask
) -> None:
    with zipfile.ZipFile(SCHOOL) as file, file.open("demographics.csv") as rows:
        people = list(csv.DictReader(io.TextIOWrapper(rows, "utf-8")))
    words = ["people", "import", str(SCHOOL), "--school", build.school.name, "--yes"]
    assert runner.invoke(args=words).exit_code == 0
    kept = _all_bytes(build, app)
    assert b"crimsonfairbanks" in kept
    born = {one["birthDate"] for one in people if one["birthDate"]}
    cities = {one["cityOfBirth"] for one in people if one["cityOfBirth"]}
    assert len(born) > 100
    assert [one for one in born | cities if one.encode() in kept] == []
    columns = set(Model.metadata.tables["person"].columns.keys())
    assert not columns & {"birth_date", "race", "sex", "pronouns", "preferred_name"}


def _all_bytes(build: Builder, app: Flask) -> bytes:
    """The database's own bytes; on PostgreSQL all values of all tables."""
    settings: Settings = app.config["SETTINGS"]
    if settings.database.startswith("sqlite"):
        with app.app_context():
            db.session.remove()
        path = Path(settings.database.removeprefix("sqlite:///"))
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return path.read_bytes()
    return "\n".join("\n".join(rows) for rows in every_row(build).values()).encode()
