"""It is Monday the 16th of November 2026, ten in the morning at the school."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from clubs.models.people import Person
from clubs.models.rooms import Room
from tests.factories import Builder
from tests.factories_rooms import a_room


@pytest.fixture(autouse=True)
def monday() -> Iterator[time_machine.Traveller]:
    morning = datetime(2026, 11, 16, 17, 0, tzinfo=UTC)
    with time_machine.travel(morning, tick=False) as traveller:
        yield traveller


@pytest.fixture
def teacher(build: Builder) -> Person:
    return build.staff()


@pytest.fixture
def admin(build: Builder) -> Person:
    return build.admin()


@pytest.fixture
def room(build: Builder) -> Room:
    return a_room(build, "Room 12")
