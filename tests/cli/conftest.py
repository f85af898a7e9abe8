"""The command line, as an operator meets it."""

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask

from tests.factories import Builder

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask, build: Builder) -> Run:
    """`run("school", "add", …, code=2)`: what was printed; never a traceback."""
    del build

    def command(*words: str, code: int = 0) -> Result:
        result = app.test_cli_runner().invoke(args=list(words))
        assert result.exit_code == code, result.output
        assert result.exception is None or isinstance(result.exception, SystemExit)
        if code:
            assert "Traceback" not in result.output
        return result

    return command
