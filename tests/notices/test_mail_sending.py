"""Mail over real SMTP: neutral, one recipient each, sent once, and gone when sent (P15)."""

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as MessageHandler
from flask import Flask
from sqlalchemy import select

from clubs import notices
from clubs.config import Settings
from clubs.db import db, expect_writes
from clubs.models.clubs import Step
from clubs.models.notices import Mail
from clubs.notices import outbox
from clubs.notices.sending import Sent, send_all
from clubs.seal import seal
from tests.conftest import DATABASE
from tests.factories import Builder


class Mailbox(MessageHandler):
    """A mail server that keeps what it is sent, and refuses whom it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Message] = []
        self.refuses: set[str] = set()

    def handle_message(self, message: Message) -> None:
        self.mails.append(message)

    async def handle_RCPT(  # noqa: N802  # aiosmtpd calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refuses:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, str]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    yield box, f"smtp://127.0.0.1:{port}"
    server.stop()


def send(app: Flask, settings: Settings, url: str) -> Sent:
    with app.app_context():
        expect_writes(yes=True)
        return send_all(replace(settings, smtp_url=url))


def waiting(app: Flask) -> int:
    with app.app_context():
        return len(db.session.scalars(select(Mail)).all())


def test_each_mail_is_neutral_and_has_one_recipient(
    app: Flask, build: Builder, settings: Settings, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    club = build.club(Step.CONFIDENTIAL, name="Rainbow Lanterns")
    people = [build.student() for _ in range(3)]
    with build.site():
        notices.mail_update(club.school_id, [one.id for one in people])
    assert send(app, settings, url) == Sent(sent=3, kept=0)
    assert sorted(m["X-RcptTo"] for m in box.mails) == sorted(str(p.email) for p in people)
    assert {m["To"] for m in box.mails} == {p.email for p in people}
    for header, value in (
        ("From", "school@school.example"),
        ("Subject", "You have an update"),
        ("Auto-Submitted", "auto-generated"),
    ):
        assert {m[header] for m in box.mails} == {value}
    words = {str(m.get_payload()) for m in box.mails}
    assert len(words) == 1, "the same for everybody"
    [text] = words
    assert "http://localhost/\n" in text.replace("\r\n", "\n")
    for told in (club.name, "Lanterns", club.id, build.school.name):
        assert all(told not in m.as_string() for m in box.mails)


def test_headers_tell_nothing_else(
    app: Flask, build: Builder, settings: Settings, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    with build.site():
        notices.mail_update(build.school.id, [build.student().id])
    send(app, settings, url)
    ours = {name.lower() for name in box.mails[0] if not name.startswith("X-")}
    assert ours == {
        "from",
        "to",
        "subject",
        "date",
        "message-id",
        "auto-submitted",
        "content-type",
        "content-transfer-encoding",
        "mime-version",
    }


def test_sent_means_gone(
    app: Flask, build: Builder, settings: Settings, mailbox: tuple[Mailbox, str]
) -> None:
    _box, url = mailbox
    with build.site():
        notices.mail_update(build.school.id, [build.student().id])
    with build.site():
        [mail] = db.session.scalars(select(Mail)).all()
        body, mail_id = mail.body, mail.id
    send(app, settings, url)
    assert waiting(app) == 0
    if DATABASE == "sqlite":
        path = Path(settings.database_url.removeprefix("sqlite:///"))
        files = [path, path.with_name(path.name + "-wal")]
        left = b"".join(file.read_bytes() for file in files if file.exists())
        assert body[20:60] not in left
        assert mail_id.encode() not in left


def test_a_refused_recipient_is_kept_for_the_next_time(
    app: Flask, build: Builder, settings: Settings, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    refused, other = build.student(), build.student()
    box.refuses = {str(refused.email)}
    with build.site():
        notices.mail_update(build.school.id, [refused.id, other.id])
    assert send(app, settings, url) == Sent(sent=1, kept=1)
    assert [m["To"] for m in box.mails] == [other.email]
    box.refuses = set()
    assert send(app, settings, url) == Sent(sent=1, kept=0)
    assert waiting(app) == 0


def test_without_a_server_everything_is_kept(
    app: Flask, build: Builder, settings: Settings
) -> None:
    with build.site():
        notices.mail_update(build.school.id, [build.student().id])
    assert send(app, settings, "smtp://127.0.0.1:9") == Sent(sent=0, kept=1)
    assert waiting(app) == 1


def test_after_ten_tries_a_mail_rests(
    app: Flask, build: Builder, settings: Settings
) -> None:
    with build.site():
        notices.mail_update(build.school.id, [build.student().id])
    for _ in range(10):
        assert send(app, settings, "smtp://127.0.0.1:9").kept == 1
    assert send(app, settings, "smtp://127.0.0.1:9") == Sent()


def test_two_senders_at_once_send_each_mail_once(
    app: Flask, build: Builder, settings: Settings, mailbox: tuple[Mailbox, str]
) -> None:
    box, url = mailbox
    people = [build.student() for _ in range(6)]
    with build.site():
        notices.mail_update(build.school.id, [one.id for one in people])
    inner: list[Sent] = []

    def another_sender() -> None:
        if not inner:
            inner.append(Sent())
            inner[0] = send(app, settings, url)

    from clubs.notices import sending

    before = sending._delivered

    def delivered(given: Settings, mail: Mail) -> bool:
        another_sender()  # it begins while the first holds a mail it has not sent yet
        return before(given, mail)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sending, "_delivered", delivered)
        outer = send(app, settings, url)
    assert (outer.sent, inner[0].sent) == (1, 5)
    assert sorted(m["To"] for m in box.mails) == sorted(str(p.email) for p in people)


def test_only_people_with_an_address_who_are_still_here_are_mailed(
    app: Flask, build: Builder
) -> None:
    ids = [
        build.student(active=False).id,
        build.student(email=None).id,
        build.student(school_id=build.another_school().id).id,
        build.student().id,
    ]
    with build.site():
        notices.mail_update(build.school.id, ids * 2)
    assert waiting(app) == 1


@pytest.mark.parametrize(
    "address", ["a@school.example\nBcc: b@school.example", "a@school.example\r\nX: y"]
)
def test_an_address_with_line_breaks_adds_no_header(
    app: Flask,
    build: Builder,
    settings: Settings,
    mailbox: tuple[Mailbox, str],
    address: str,
) -> None:
    box, url = mailbox
    with build.site():
        outbox.queue(build.school.id, address, "update.txt")
        notices.mail_update(build.school.id, [build.student().id])
    assert send(app, settings, url) == Sent(sent=1, kept=1)
    assert [m["Bcc"] for m in box.mails] == [None]


def test_waiting_mail_is_sealed_and_all_of_one_length(app: Flask, build: Builder) -> None:
    addresses = ["a@b.ca", f"{'long' * 15}@{'school.' * 20}example"]
    with build.site():
        for address in addresses:
            outbox.queue(build.school.id, address, "update.txt")
    with build.site():
        rows = db.session.scalars(select(Mail)).all()
        opened = {
            json.loads(seal().open(r.body, r.school_id, "mail", r.id))["to"] for r in rows
        }
    assert opened == set(addresses)
    assert len({len(row.body) for row in rows}) == 1
    assert all(
        b"@" + address.encode()[-6:] not in r.body for r in rows for address in addresses
    )
