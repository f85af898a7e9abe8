"""It is Monday the 16th of November 2026, nine in the morning at the school."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import time_machine

from clubs.models.people import Person
from tests.factories import Builder

MORNING = datetime(2026, 11, 16, 15, 0, tzinfo=UTC)


@pytest.fixture
def monday() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def leader(build: Builder) -> Person:
    return build.student()
