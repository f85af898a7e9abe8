"""It is Monday the 16th of November 2026, ten in the morning at the school."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from clubs.models.clubs import Club
from clubs.models.people import Person
from tests.factories import Builder


@pytest.fixture(autouse=True)
def monday() -> Iterator[time_machine.Traveller]:
    morning = datetime(2026, 11, 16, 16, 0, tzinfo=UTC)
    with time_machine.travel(morning, tick=False) as traveller:
        yield traveller


@pytest.fixture
def leader(build: Builder) -> Person:
    return build.student()


@pytest.fixture
def club(build: Builder, leader: Person) -> Club:
    return build.club(leader=leader)
