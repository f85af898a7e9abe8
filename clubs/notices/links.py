"""Links that let their reader choose a password: made once, mailed, kept only as a hash."""

import secrets
from datetime import timedelta

from flask import current_app
from sqlalchemy import delete

from clubs import clock
from clubs.config import Settings
from clubs.db import db
from clubs.models.accounts import LinkPurpose, PasswordLink
from clubs.models.people import Person
from clubs.notices import outbox
from clubs.seal import hashed

PATH = "/set-password/"
_NOBODY = "nobody@school.example"


def new_link(person: Person, purpose: LinkPurpose) -> str:
    """The path of a fresh link; an older one of the same purpose stops working."""
    secret = secrets.token_urlsafe(32)
    db.session.execute(
        delete(PasswordLink).where(
            PasswordLink.person_id == person.id, PasswordLink.purpose == purpose
        )
    )
    db.session.add(
        PasswordLink(
            school_id=person.school_id,
            person_id=person.id,
            purpose=purpose,
            secret_hash=hashed(secret),
            expires_at=clock.now() + _life(purpose),
        )
    )
    return PATH + secret


def mail(person: Person, purpose: LinkPurpose) -> None:
    """Queue the mail with a fresh link, for somebody who has an address."""
    if person.email is None:
        raise ValueError("A person without an address cannot be sent a link.")
    path = new_link(person, purpose)
    outbox.mail_link(person.school_id, person.email, f"{purpose}.txt", path)


def mail_nobody(purpose: LinkPurpose) -> None:
    """The same work for an address we do not know, so that time tells nothing; no mail."""
    path = PATH + secrets.token_urlsafe(32)
    outbox.composed("", _NOBODY, f"{purpose}.txt", path)


def _life(purpose: LinkPurpose) -> timedelta:
    settings: Settings = current_app.config["SETTINGS"]
    if purpose is LinkPurpose.INVITATION:
        return timedelta(days=settings.invitation_days)
    return timedelta(minutes=settings.reset_minutes)
