"""Signing in, and setting passwords."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete

from clubs.accounts import password_rules, passwords, queries
from clubs.db import db
from clubs.models.accounts import LinkPurpose, Password, PasswordLink
from clubs.models.people import Person
from clubs.models.timetable import PersonLunch
from clubs.notices import links
from clubs.policy.viewer import Viewer
from clubs.seal import hashed
from clubs.web import throttle
from clubs.web.device import Device

_A_WHILE = timedelta(minutes=15)
_LONGER = timedelta(minutes=30)
_AN_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Attempt:
    """How a sign-in went: a person, or nobody, perhaps because of too many tries."""

    person_id: str | None = None
    too_often: bool = False


def try_to_sign_in(email: str, password: str, device: Device) -> Attempt:
    """Check a password. An unknown address costs the same tries and the same time."""
    account = queries.account_with_email(email)
    may_try = _takes_a_try(email, device)
    throttle.keep()
    if not may_try:
        return Attempt(too_often=True)
    kept = account.hash if account else None
    if not passwords.fits(kept, password) or account is None:
        return Attempt()
    throttle.forgive("own device", _both(email, device))
    throttle.forgive("account", email)
    if passwords.outdated(account.hash):
        _keep_password(account.person.id, password)
    return Attempt(account.person.id)


def _takes_a_try(email: str, device: Device) -> bool:
    """A device that knows the account has tries of its own, so nobody else uses them up."""
    if device.knows(email):
        return throttle.allowed(
            "own device", _both(email, device), tries=10, within=_A_WHILE
        )
    return throttle.allowed(
        "device", device.name, tries=30, within=_A_WHILE
    ) and throttle.allowed("account", email, tries=10, within=_LONGER)


def _both(email: str, device: Device) -> str:
    return f"{email} {device.name}"


def set_password_by_link(secret: str, password: str, site_name: str) -> Person | None:
    """Use up a link; None if it was over. Raises WeakPassword and leaves the link alone."""
    person = queries.person_of_link(secret)
    if person is None:
        return None
    _check(person, password, site_name)
    used = delete(PasswordLink).where(PasswordLink.secret_hash == hashed(secret))
    # Of two at once only one deletes it, whatever both have read.
    if db.session.scalar(used.returning(PasswordLink.id)) is None:
        return None
    db.session.execute(delete(PasswordLink).where(PasswordLink.person_id == person.id))
    _keep_password(person.id, password)
    return person


def change_password(actor: Viewer, current: str, new: str, site_name: str) -> bool:
    """False when the current one is wrong. Raises WeakPassword and TooOften."""
    account = queries.account_of(actor)
    may_try = throttle.allowed("change", actor.person_id, tries=5, within=_A_WHILE)
    throttle.keep()
    if not may_try:
        raise TooOften
    kept = account.hash if account else None
    if not passwords.fits(kept, current) or account is None:
        return False
    _check(account.person, new, site_name)
    _keep_password(actor.person_id, new)
    # A link asked for before the change must not undo it.
    mine = PasswordLink.person_id == actor.person_id
    db.session.execute(delete(PasswordLink).where(mine))
    throttle.forgive("change", actor.person_id)
    return True


class TooOften(Exception):
    """Tried too often; it helps to wait."""


def ask_for_reset(email: str, device: Device) -> None:
    """Mail a link if the address has an account; takes as long if not. Raises TooOften."""
    account = queries.account_with_email(email)
    may_ask = throttle.allowed("reset device", device.name, tries=10, within=_AN_HOUR)
    mails = throttle.allowed("reset", email, tries=3, within=_AN_HOUR)
    throttle.keep()
    if not may_ask:
        raise TooOften
    if account and mails:
        links.mail(account.person, LinkPurpose.RESET)
    else:
        links.mail_nobody(LinkPurpose.RESET)


def choose_lunch(actor: Viewer, wave_id: str | None, others: Mapping[str, str]) -> None:
    """Remember which lunch the actor has on each kind of day; nothing for none."""
    person = db.session.get_one(Person, actor.person_id)
    person.wave_id = wave_id
    of_mine = PersonLunch.person_id == actor.person_id
    kinds = PersonLunch.day_type_id.in_(others)
    db.session.execute(delete(PersonLunch).where(of_mine, kinds))
    for kind, slot_id in others.items():
        if slot_id:
            given = {"person_id": actor.person_id, "day_type_id": kind, "slot_id": slot_id}
            db.session.add(PersonLunch(school_id=actor.school_id, **given))


def _check(person: Person, password: str, site_name: str) -> None:
    mailbox = (person.email or "").partition("@")[0]
    known = (person.given_name, person.family_name, mailbox, person.email or "", site_name)
    password_rules.check(password, known)


def _keep_password(person_id: str, password: str) -> None:
    kept = Password(person_id=person_id, hash=passwords.hash_of(password))
    db.session.merge(kept)
