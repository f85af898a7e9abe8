"""When something breaks: a calm page, nothing half done, and no secret in the log."""

import logging
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from clubs.accounts import services
from clubs.accounts.passwords import hash_of
from clubs.db import db
from clubs.models.accounts import LinkPurpose
from clubs.models.clubs import Step
from clubs.models.people import Person
from clubs.notices import links
from clubs.web import health
from tests.factories import Builder
from tests.visitor import Visitor
from tests.web.routes import World, addresses, picture

Visit = Callable[..., Visitor]


def test_a_broken_page_says_so_calmly_and_undoes_what_was_begun(
    app: Flask, build: Builder, visitor: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = build.student()
    build.wave()
    somebody = visitor(person)
    page = somebody.get("/account")

    def half_done(*_given: object) -> None:
        db.session.get_one(Person, person.id).given_name = "Half"
        db.session.flush()
        raise RuntimeError("the secret inside of the site")

    monkeypatch.setattr(services, "choose_lunch", half_done)
    before = picture(app)
    answer = somebody.submit(page, "/account/lunch", expect=500)
    assert "It is not your fault" in answer.words
    for inside in ("Traceback", "RuntimeError", "secret inside", "half_done"):
        assert inside not in answer.text
    assert picture(app) == before


def test_health_says_when_the_database_is_away(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = app.test_client()
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})

    class Away:
        def execute(self, _statement: object) -> None:
            raise OperationalError("select 1", {}, Exception("no answer"))

    class Database:
        session = Away()

    monkeypatch.setattr(health, "db", Database)
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert "select" not in answer.text


def test_the_log_names_nobody_and_holds_no_secret(
    app: Flask, build: Builder, visitor: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    world = World(build)
    person = build.student(email="noor.haddad@school.example", family_name="Haddad")
    club = build.club(Step.CONFIDENTIAL, name="Rainbow Lanterns")
    build.member(club, person, handle="Misty Otter")
    build.password(person, hash_of("wide river green kettle"))
    with build.site():
        secret = links.new_link(person, LinkPurpose.RESET).removeprefix(links.PATH)
    with caplog.at_level(logging.DEBUG):
        somebody = visitor()
        page = somebody.get("/sign-in")
        somebody.submit(
            page, email=person.email, password="wrong\r\nINFO forged line", expect=422
        )
        somebody.submit(page, email=person.email, password="wide river green kettle")
        for _endpoint, address in addresses(app, "GET", world.ids):
            somebody.client.get(address).close()
        visitor().get(f"{links.PATH}{secret}")
    log = "\n".join(caplog.messages)
    for told in (
        "noor.haddad",
        "Haddad",
        "Lanterns",
        "Misty Otter",
        "wide river",
        "forged line",
        secret,
    ):
        assert told not in log


def test_the_session_cookie_tells_its_holder_nothing(
    build: Builder, visitor: Visit
) -> None:
    person = build.student()
    somebody, stranger = visitor(person), visitor()
    somebody.get("/account")
    stranger.get("/sign-in")
    mine, theirs = (v.client.get_cookie("session") for v in (somebody, stranger))
    assert mine is not None
    assert theirs is not None
    assert len(mine.value) == len(theirs.value), "signed in or not, it looks the same"
    for told in (person.id, "_user_id", "csrf", "secret of"):
        assert told not in mine.decoded_value
    somebody.get("/account")
    again = somebody.client.get_cookie("session")
    assert again is not None
    assert again.value != mine.value


class Deadlock(Exception):
    """As psycopg names the one of two that has to give way."""

    sqlstate = "40P01"


@pytest.mark.parametrize(
    "cause, status", [(Deadlock(), 409), (Exception("the disk is full"), 500)]
)
def test_who_waits_for_each_other_is_asked_to_try_again(
    build: Builder,
    visitor: Visit,
    monkeypatch: pytest.MonkeyPatch,
    cause: Exception,
    status: int,
) -> None:
    build.wave()
    somebody = visitor(build.student())
    page = somebody.get("/account")

    def gives_way(*_given: object) -> None:
        raise OperationalError("update", {}, cause)

    monkeypatch.setattr(services, "choose_lunch", gives_way)
    answer = somebody.submit(page, "/account/lunch", expect=status)
    assert ("in the same moment" in answer.words) is (status == 409)
