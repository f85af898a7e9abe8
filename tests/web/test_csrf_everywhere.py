"""No form of another site changes anything: every unsafe route asks for our own value."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.factories import Builder
from tests.visitor import Visitor
from tests.web.routes import World, addresses, picture

Visit = Callable[..., Visitor]
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


@pytest.mark.parametrize("who", ["stranger", "leader", "sponsor", "admin"])
def test_without_ones_own_value_nothing_is_changed(
    app: Flask, build: Builder, visitor: Visit, who: str
) -> None:
    world = World(build)
    foreign = visitor(world.people["student"]).csrf()
    somebody = visitor(world.people[who])
    before = picture(app)
    tried = 0
    for method in UNSAFE:
        for endpoint, address in addresses(app, method, world.ids):
            for data in ({}, {"csrf_token": foreign}, {"csrf_token": "made up"}):
                answer = somebody.client.open(address, method=method, data=data)
                assert answer.status_code == 400, f"{method} {endpoint} with {data}"
                tried += 1
    assert tried > 15
    assert picture(app) == before


def test_the_value_of_the_page_itself_is_taken(build: Builder, visitor: Visit) -> None:
    visitor(build.student()).post("/sign-out")


def test_no_view_is_let_off(app: Flask) -> None:
    csrf = app.extensions["csrf"]
    assert not csrf._exempt_views
    assert not csrf._exempt_blueprints
    assert app.config["WTF_CSRF_ENABLED"]
