"""Who may import whom; the contracts are in pyproject.toml."""

import pytest
from click.testing import CliRunner
from importlinter.cli import lint_imports_command

from tests.architecture.sources import PROJECT


def test_every_import_keeps_the_layers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    monkeypatch.syspath_prepend(str(PROJECT))
    outcome = CliRunner().invoke(lint_imports_command, ["--no-logo", "--no-cache"])
    assert outcome.exit_code == 0, outcome.output
