"""Looking changes nothing: after every page, every table is as it was."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.exc import DBAPIError

from clubs.db import db, expect_writes
from clubs.models.people import Person
from tests.factories import Builder
from tests.visitor import Visitor
from tests.web.routes import World, addresses, picture

Visit = Callable[..., Visitor]
KINDS = ["stranger", "student", "leader", "sponsor", "admin", "district admin", "caregiver"]


@pytest.mark.parametrize("who", KINDS)
def test_every_page_leaves_every_table_as_it_was(
    app: Flask, build: Builder, visitor: Visit, who: str
) -> None:
    world = World(build)
    somebody = visitor(world.people[who])
    before = picture(app)
    for endpoint, address in addresses(app, "GET", world.ids):
        if endpoint != "session.leave":  # it ends the session, and nothing else
            for method in ("GET", "HEAD"):
                answer = somebody.client.open(address, method=method)
                answer.close()
                assert answer.status_code < 500, f"{method} {address}"
    assert picture(app) == before


def test_the_database_itself_refuses_to_write_while_reading(
    app: Flask, build: Builder
) -> None:
    person = build.student()
    with app.app_context():
        expect_writes(yes=False)
        with pytest.raises(DBAPIError):
            db.session.execute(
                db.update(Person).where(Person.id == person.id).values(active=False)
            )
        db.session.rollback()
        expect_writes(yes=True)
