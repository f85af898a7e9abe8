"""An admin who looks after the school's time."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
import time_machine

from clubs import clock
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

# A Wednesday in the middle of an autumn term, at ten at the school.
NOW = datetime.fromisoformat("2026-11-18T10:00:00-07:00")
WEDNESDAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def _in_november() -> object:
    with time_machine.travel(NOW, tick=False):
        assert clock.today(ZONE) == WEDNESDAY
        yield


@pytest.fixture
def admin(build: Builder, visitor: Callable[..., Visitor]) -> Visitor:
    return visitor(build.admin())
