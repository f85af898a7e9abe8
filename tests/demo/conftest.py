"""A small demo school, filled once for all tests of a file, in a database of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from flask import Flask

from clubs import create_app
from clubs.config import Settings
from clubs.db import Model, db, expect_writes
from clubs.demo.filling import fill
from clubs.demo.filling.size import Size
from tests import postgres
from tests.conftest import DATABASE

Thing = TypeVar("Thing")
SMALL = Size(people=(200,), clubs=(30,))


def unwatched(things: Sequence[Thing], _words: str) -> Iterable[Thing]:
    return things


def fill_anew(size: Size) -> None:
    """Empty the database and fill it again; inside an application."""
    expect_writes(yes=True)
    db.session.remove()
    Model.metadata.drop_all(db.engine)
    Model.metadata.create_all(db.engine)
    fill(size, unwatched)
    db.session.commit()


@pytest.fixture(scope="module")
def site(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The same site with a database of its own; empty."""
    file: Path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    address = f"sqlite:///{file}" if DATABASE == "sqlite" else postgres.postgres_url("demo")
    app = create_app(replace(settings, database_url=address))
    with app.app_context():
        expect_writes(yes=True)
        Model.metadata.drop_all(db.engine)
        Model.metadata.create_all(db.engine)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module")
def school(site: Flask) -> Flask:
    """The site with a small demo school in it."""
    with site.app_context():
        fill_anew(SMALL)
    return site
