"""The cast, gathered anew for each test that asks for it."""

import pytest

from tests.factories import Builder
from tests.policy.cast import Cast, gather


@pytest.fixture
def cast(build: Builder) -> Cast:
    return gather(build)
