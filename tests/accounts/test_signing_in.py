"""Signing in: with the right password only, and always to the front page."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from clubs.models.people import Person
from tests.accounts.conftest import PASSWORD, Enter
from tests.factories import Builder
from tests.visitor import Visitor

Account = Callable[..., Person]
Visit = Callable[..., Visitor]


def test_the_right_password_opens_the_front_page(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    somebody = visitor()
    assert enter(somebody, account().email).location == "/"
    assert "My account" in somebody.get("/account").words


def test_the_address_may_be_written_in_capitals(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    enter(visitor(), f"  {str(account().email).upper()} ")


def test_the_password_is_the_same_however_it_is_composed(
    build: Builder, visitor: Visit, enter: Enter
) -> None:
    from clubs.accounts.passwords import hash_of

    person = build.student()
    build.password(person, hash_of("caf\u00e9 au lait \u00bd cup"))
    enter(visitor(), person.email, "cafe\u0301 au lait \u00bd cup")


@pytest.mark.parametrize(
    "password", ["wrong but long enough", PASSWORD.upper(), "x" * 5000]
)
def test_a_wrong_password_is_refused_with_one_sentence(
    account: Account, visitor: Visit, enter: Enter, password: str
) -> None:
    answer = enter(visitor(), account().email, password, expect=422)
    assert "The address or the password is not right." in answer.words
    visitor().get("/account", expect=303)


def _bare(text: str, email: str) -> str:
    return re.sub(r'name="csrf_token" value="[^"]*"', "", text).replace(email, "EMAIL")


def test_nobody_learns_whether_an_address_has_an_account(
    account: Account, build: Builder, visitor: Visit, enter: Enter
) -> None:
    known = account().email
    never_invited = build.student().email
    left = account(active=False).email
    answers = {
        _bare(enter(visitor(), email, "not the password", 422).text, str(email))
        for email in (known, never_invited, left, "nobody@school.example")
    }
    assert len(answers) == 1


def test_an_unknown_address_costs_a_password_check_too(
    visitor: Visit, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clubs.accounts import passwords

    checked: list[str | None] = []
    before = passwords.fits

    def fits(kept: str | None, password: str) -> bool:
        checked.append(kept)
        return before(kept, password)

    monkeypatch.setattr(passwords, "fits", fits)
    enter(visitor(), "nobody@school.example", expect=422)
    assert checked == [None]


def test_without_a_hash_a_password_is_checked_against_nobodys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from clubs.accounts import passwords

    assert not passwords.fits(None, "anything")
    assert not passwords.fits("damaged", "anything")
    monkeypatch.setattr(passwords, "_NOBODYS", passwords.hash_of("anything"))
    assert not passwords.fits(None, "anything")


def test_somebody_who_is_signed_in_goes_on_to_the_front_page(
    account: Account, visitor: Visit
) -> None:
    assert visitor(account()).get("/sign-in", expect=303).location == "/"


@pytest.mark.parametrize(
    "where", ["//evil.example", "https://evil.example", "/\\evil.example"]
)
def test_no_address_leads_elsewhere(account: Account, visitor: Visit, where: str) -> None:
    somebody = visitor()
    page = somebody.get("/sign-in", query_string={"next": where})
    answer = somebody.submit(page, email=account().email, password=PASSWORD, next=where)
    assert answer.response.headers["Location"] == "/"


def test_signing_in_begins_a_new_session_whatever_cookie_one_came_with(
    account: Account, visitor: Visit, enter: Enter, app: Flask
) -> None:
    somebody = visitor()
    somebody.get("/sign-in")
    planted = somebody.client.get_cookie("session")
    assert planted is not None
    enter(somebody, account().email)
    attacker = visitor()
    attacker.client.set_cookie("session", planted.value)
    attacker.get("/account", expect=303)


def test_both_fields_are_asked_for(visitor: Visit, enter: Enter) -> None:
    answer = enter(visitor(), "", "", expect=422)
    assert "Write your school e-mail address." in answer.words
    assert "Write your password." in answer.words


def test_an_old_hash_is_made_anew_at_the_next_sign_in(
    build: Builder, visitor: Visit, enter: Enter
) -> None:
    from argon2 import PasswordHasher

    from clubs.accounts.passwords import outdated
    from clubs.db import db
    from clubs.models.accounts import Password

    person = build.student()
    weaker = PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1)
    build.password(person, weaker.hash(PASSWORD))
    enter(visitor(), person.email)
    with build.site():
        kept = db.session.get_one(Password, person.id).hash
    assert not outdated(kept)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
