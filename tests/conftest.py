"""The site the tests visit: one application a worker, an empty database for each test."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import hypothesis
import pytest
from flask import Flask

from clubs import create_app
from clubs.config import Mode, Settings
from clubs.db import Model, db, expect_writes
from clubs.models.people import Person
from clubs.seal import new_key_line
from tests import postgres
from tests.factories import Builder
from tests.visitor import Visitor

# Two busy cores are no reason to fail: what is too slow is measured, not guessed.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")

DATABASE = os.environ.get("TEST_DATABASE", "sqlite")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What needs no database is tested once, with SQLite."""
    if DATABASE == "sqlite":
        return
    needs = {"app", "database_url"}
    parts: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for one in items:
        parts[bool(needs & set(getattr(one, "fixturenames", ())))].append(one)
    config.hook.pytest_deselected(items=parts[False])
    items[:] = parts[True]


@pytest.fixture(scope="session")
def folder() -> Iterator[Path]:
    """In memory where a machine has such a place: nothing here outlives the tests."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(scope="session")
def settings(folder: Path) -> Settings:
    file = folder / "kindred.sqlite"
    return Settings(
        mode=Mode.DEMO,
        database_url=f"sqlite:///{file}"
        if DATABASE == "sqlite"
        else postgres.postgres_url(),
        secret_key="only for tests, and long enough for them",
        keys=new_key_line(),
        site_url="http://localhost",
        mail_from="school@school.example",
    )


@pytest.fixture(scope="session")
def app(settings: Settings) -> Iterator[Flask]:
    app = create_app(settings)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with app.app_context():
        expect_writes(yes=True)
        Model.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="session")
def _empty_again(app: Flask, settings: Settings) -> Callable[[], None]:
    """Brings the database back to how it began: 0.03 ms on SQLite, a round trip else."""
    if DATABASE == "postgresql":

        def empty() -> None:
            with app.app_context(), db.engine.connect() as connection:
                postgres.empty(connection)

        return empty
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    pristine = sqlite3.connect(":memory:", check_same_thread=False)
    with sqlite3.connect(path) as built:
        built.backup(pristine)

    def restore() -> None:
        target = sqlite3.connect(path, timeout=15)
        pristine.backup(target)
        target.close()

    return restore


@pytest.fixture(autouse=True)
def _fresh(request: pytest.FixtureRequest) -> None:
    """Every test that touches the site finds it empty."""
    if "app" in request.fixturenames:
        expect_writes(yes=True)
        request.getfixturevalue("_empty_again")()
        request.getfixturevalue("app").extensions.pop("demo", None)


@pytest.fixture
def build(app: Flask) -> Builder:
    return Builder(app)


@pytest.fixture
def visitor(app: Flask) -> Callable[..., Visitor]:
    """`visitor()` is a stranger; `visitor(person)` is signed in."""

    def visit(person: Person | None = None) -> Visitor:
        return Visitor(app, person.id if person else None)

    return visit
