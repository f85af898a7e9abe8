"""What stories about proposals share: filling in the pages, and a school's people."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from clubs.models.people import Person
from tests.factories import Builder
from tests.proposals.filling import propose
from tests.visitor import Visitor


@dataclass
class Cast:
    """The people every proposal meets, and one proposal by the student."""

    student: Person
    sponsor: Person
    admin: Person
    stranger: Person
    colleague: Person
    build: Builder
    visit: Callable[[Person], Visitor]

    def proposed(self, **wanted: Any) -> str:
        """The address of a new proposal, made on the pages themselves."""
        wanted = {"sponsor": self.sponsor.id, **wanted}
        return propose(self.visit(self.student), **wanted)

    def act(self, person: Person, address: str, act: str, expect: int = 303, **said: Any):  # type: ignore[no-untyped-def]  # an Answer
        """Use the form of a step, as found on its own page."""
        visitor = self.visit(person)
        return visitor.submit(visitor.get(f"{address}/{act}"), expect=expect, **said)


@pytest.fixture
def cast(build: Builder, visitor: Callable[..., Visitor]) -> Cast:
    return Cast(
        student=build.student(given_name="Marisol", family_name="Quillfeather"),
        sponsor=build.staff(given_name="Tove", family_name="Lindqvist"),
        admin=build.admin(given_name="Ida", family_name="Principal"),
        stranger=build.student(),
        colleague=build.staff(given_name="Wanda", family_name="Abbott"),
        build=build,
        visit=visitor,
    )
