"""Keys, waiting mail, the record, and a look at everything."""

import os
import subprocess
import sys
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Select, literal_column, select, table, update

from clubs import notices, seal
from clubs.cli.doctor import _findings
from clubs.config import PROJECT, Mode
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Step
from clubs.notices.sending import Sent
from tests.cli.conftest import Run
from tests.factories import Builder

# The commands of the same names stand before their modules.
MAIL, SCHOOL = import_module("clubs.cli.mail"), import_module("clubs.cli.school")


def given(app: Flask, patch: pytest.MonkeyPatch, **values: object) -> None:
    changed = replace(app.config["SETTINGS"], **values)
    patch.setitem(app.config, "SETTINGS", changed)


def test_new_keys_are_made_once_and_are_their_owners_alone(
    app: Flask, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "safe" / "keys"
    given(app, monkeypatch, keys="", key_file=str(path))
    run("keys", "new")
    made = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    run("keys", "new", code=1)
    run("keys", "new", "--if-missing")
    assert path.read_text() == made


def test_the_very_first_command_may_be_to_make_keys(tmp_path: Path) -> None:
    """A trial makes keys as it starts: that must not look as if they had been there."""
    path = tmp_path / "keys"
    own = {
        "MODE": "trial",
        "KEY_FILE": str(path),
        "DATABASE_URL": f"sqlite:///{tmp_path}/k",
    }
    words = [sys.executable, "-m", "flask", "--app", "app", "keys", "new"]
    for code in (0, 1):
        done = subprocess.run(
            words, env={**os.environ, **own}, cwd=PROJECT, capture_output=True, check=False
        )
        assert done.returncode == code, done.stderr
        assert str(path).encode() in done.stdout + done.stderr


def test_a_printed_key_can_be_read(run: Run) -> None:
    assert len(seal.read_ring(run("keys", "new", "--print").stdout).keys) == 1


def test_keys_from_the_environment_are_not_replaced(run: Run) -> None:
    run("keys", "new", code=1)
    run("keys", "new", "--if-missing")


def test_keys_are_checked_against_what_they_sealed(
    run: Run, build: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nothing is sealed yet" in run("keys", "check").stdout
    person = build.student()
    build.club(Step.CONFIDENTIAL, leader=person)
    with build.site():
        notices.mail_update(build.school.id, [person.id])
        notices.tell(build.school.id, person.id, "Hello")
    assert "The keys fit" in run("keys", "check").stdout
    other = seal.Seal(seal.read_ring(seal.new_key_line()))
    monkeypatch.setattr(seal, "_seal", other)
    assert "not the ones" in run("keys", "check", code=1).stderr


def test_mail_needs_a_server(run: Run) -> None:
    assert run("mail", "send", code=2).stderr.count("\n") == 1


def test_mail_says_what_it_did(
    app: Flask, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(app, monkeypatch, smtp_url="smtp://127.0.0.1:9")
    assert "sent: 0, kept: 0" in run("mail", "send").stdout
    monkeypatch.setattr(MAIL, "send_all", lambda _settings, tick: tick() or Sent(2, 1))
    assert "sent: 2, kept: 1" in run("mail", "send").stdout


def test_a_changed_record_is_found(run: Run, build: Builder) -> None:
    run("school", "add", "Maple", "--zone", "America/Edmonton")
    assert "Maple: whole" in run("audit", "check").stdout
    with build.site():
        db.session.execute(update(AuditEntry).values(words="nothing happened"))
    result = run("audit", "check", code=1)
    assert "Maple: changed or missing from entry 1 on" in result.stdout


def test_a_database_without_tables_is_said_in_one_sentence(
    run: Run, build: Builder, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere: Select[int] = select(literal_column("1")).select_from(table("not_there"))
    monkeypatch.setattr(SCHOOL, "select", lambda *_: nowhere)
    assert "flask db upgrade" in run("school", "list", code=1).stderr


PRODUCTION = {
    "mode": Mode.PRODUCTION,
    "smtp_url": "smtps://mail.school.example:465",
    "mail_from": "clubs@school.ca",
}


def advice(app: Flask) -> dict[str, str]:
    with app.app_context():
        return {one.what: one.advice for one in _findings(app)}


def test_the_doctor_finds_nothing_where_all_is_well(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(app, monkeypatch, **PRODUCTION)
    found = advice(app)
    found.pop("database")  # the tests make their tables without migrations
    assert set(found.values()) == {""}


@pytest.mark.parametrize(
    "changed, what, words",
    [
        ({"keys": "", "key_file": "nowhere"}, "keys", "flask keys new"),
        ({"smtp_url": ""}, "mail", "SMTP_URL is not set"),
        ({"smtp_url": "http://mail"}, "mail", "must look like"),
        ({"mail_from": "a@school.example"}, "mail", "still the example"),
        ({"mode": Mode.TRIAL}, "production", "MODE=production"),
        ({"keys": "", "key_file": ""}, "production", "beside the database"),
    ],
)
def test_the_doctor_says_what_is_wrong_and_what_helps(
    app: Flask,
    monkeypatch: pytest.MonkeyPatch,
    changed: dict[str, object],
    what: str,
    words: str,
) -> None:
    given(app, monkeypatch, **(PRODUCTION | changed))
    assert words in advice(app)[what]


def test_the_doctor_sees_a_key_file_others_can_read(
    app: Flask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "keys"
    path.write_text(seal.new_key_line())
    path.chmod(0o644)
    given(app, monkeypatch, **(PRODUCTION | {"keys": "", "key_file": str(path)}))
    assert "chmod 600" in advice(app)["key file"]


def test_the_doctor_ends_with_1_when_something_is_wrong(run: Run) -> None:
    assert "wrong  production" in run("doctor", code=1).stdout
