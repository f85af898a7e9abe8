"""Empty the outbox over SMTP. No transaction is held while talking to the server."""

import json
import smtplib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

from flask_babel import gettext as _
from sqlalchemy import or_, select

from clubs import clock
from clubs.config import Settings
from clubs.db import commit, db, forget_bytes
from clubs.models.notices import Mail
from clubs.seal import seal

_CLAIM = timedelta(minutes=5)
_MOST_ATTEMPTS = 10


@dataclass
class Sent:
    """What one run did."""

    sent: int = 0
    kept: int = 0


def send_all(settings: Settings, tick: Callable[[], None] = lambda: None) -> Sent:
    """Send what waits. A mail the server refuses stays for the next run."""
    done = Sent()
    tried: set[str] = set()
    while (mail := _claim(tried)) is not None:
        tried.add(mail.id)
        if _delivered(settings, mail):
            db.session.delete(mail)
            forget_bytes()
            done.sent += 1
        else:
            mail.claimed_until = None
            done.kept += 1
        commit()
        tick()
    return done


def _claim(tried: set[str]) -> Mail | None:
    """Take one mail so that no second sender takes it too."""
    free = or_(Mail.claimed_until.is_(None), Mail.claimed_until < clock.now())
    mail = db.session.scalars(
        select(Mail)
        .where(free, Mail.id.not_in(tried), Mail.attempts < _MOST_ATTEMPTS)
        .limit(1)
        .with_for_update(skip_locked=True)
    ).first()
    if mail is not None:
        mail.claimed_until = clock.now() + _CLAIM
        mail.attempts += 1
    db.session.commit()
    return mail


def _delivered(settings: Settings, mail: Mail) -> bool:
    try:
        message = _message(settings, mail)
        with _server(settings) as server:
            server.send_message(message)
    except (smtplib.SMTPException, OSError, ValueError):
        return False  # a ValueError is an address that makes no header: nobody else waits
    return True


def _message(settings: Settings, mail: Mail) -> EmailMessage:
    fields = json.loads(seal().open(mail.body, mail.school_id, Mail.__tablename__, mail.id))
    message = EmailMessage()
    message["From"] = settings.mail_from
    message["To"] = fields["to"]
    message["Subject"] = _("You have an update")
    message["Date"] = formatdate()
    message["Message-ID"] = make_msgid(domain=settings.mail_from.rpartition("@")[2])
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(fields["words"])
    return message


def _server(settings: Settings) -> smtplib.SMTP:
    address = urlsplit(settings.smtp_url)
    kind = smtplib.SMTP_SSL if address.scheme == "smtps" else smtplib.SMTP
    server = kind(address.hostname or "127.0.0.1", address.port or 25, timeout=20)
    if address.username:
        if address.scheme == "smtp":
            server.starttls()
        server.login(unquote(address.username), unquote(address.password or ""))
    return server
