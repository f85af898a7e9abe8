"""People with passwords, and the way in."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from clubs.accounts.passwords import hash_of
from clubs.models.people import Person
from tests.factories import Builder
from tests.visitor import Answer, Visitor

PASSWORD = "wide river green kettle"
Enter = Callable[..., Answer]


@pytest.fixture(scope="session")
def kept() -> str:
    """The hash of PASSWORD, made once."""
    return hash_of(PASSWORD)


@pytest.fixture
def account(build: Builder, kept: str) -> Callable[..., Person]:
    """A student with a password."""

    def make(**given: Any) -> Person:
        person = build.student(**given)
        build.password(person, kept)
        return person

    return make


@pytest.fixture
def enter(app: Flask) -> Enter:
    """Write an address and a password on the sign-in page of a browser."""

    def go(
        visitor: Visitor, email: str | None, password: str = PASSWORD, expect: int = 303
    ) -> Answer:
        page = visitor.get("/sign-in")
        return visitor.submit(page, expect=expect, email=email, password=password)

    return go
