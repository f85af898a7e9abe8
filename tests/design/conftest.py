"""A bare application around the templates."""

import pytest
from flask import Flask

from tests.design.pages import bare_app


@pytest.fixture
def bare() -> Flask:
    return bare_app()
