"""Large changes, old previews and broken files are stopped before they do anything."""

import io
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.models.notices import Mail
from clubs.seal import seal
from tests.factories import Builder
from tests.roster.looking import bring_in, every_row, people_by_id, preview, send
from tests.roster.made_files import roster, user
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin(given_name="Ines"))


def test_many_leaving_at_once_needs_to_be_meant(build: Builder, admin: Visitor) -> None:
    everybody = [user(f"p{number}") for number in range(30)]
    bring_in(admin, roster(*everybody))
    shown = preview(admin, roster(*everybody[:10]))
    address = shown.response.request.path
    refused = admin.submit(shown, address, expect=422)
    assert "Say that it is meant" in refused.words
    assert all(one.active for one in people_by_id(build).values())
    admin.submit(refused, address, many_leave="y")
    assert sum(one.active for one in people_by_id(build).values()) == 10


def test_a_second_admin_with_an_old_preview_is_told(build: Builder, visitor: Visit) -> None:
    first, second = visitor(build.admin()), visitor(build.admin())
    old = preview(second, roster(user("p1"), user("p2")))
    bring_in(first, roster(user("p1")))
    told = second.submit(old, old.response.request.path, expect=409)
    assert "The people have changed since you looked" in told.words
    assert "New 1" in told.words
    assert "p2" not in people_by_id(build)
    second.submit(told, old.response.request.path)
    assert "p2" in people_by_id(build)


def test_a_preview_is_its_owners_and_for_an_hour(build: Builder, visitor: Visit) -> None:
    person = build.admin()
    owner, other = visitor(person), visitor(build.admin())
    address = preview(owner, roster(user("p1"))).response.request.path
    unknown = other.get("/school/people/import/" + "x" * 22, expect=404)
    assert other.get(address, expect=404).words == unknown.words
    other.post(address, {"seen": ""}, expect=404)
    owner.get("/school/people/import/short", expect=404)
    owner.get(address)
    with time_machine.travel(clock.now() + timedelta(minutes=61), tick=False):
        visitor(person).get(address, expect=404)


@pytest.mark.parametrize(
    "file, name, sentence",
    [
        (io.BytesIO(b"hello"), "people.xlsx", "people.xlsx: the site can’t read this kind"),
        (io.BytesIO(b"PK broken"), "people.zip", "people.zip"),
        (roster(user("p1", enabledUser="maybe")), "r.zip", "row 2, column enabledUser"),
        (roster(users=None), "r.zip", "users.csv is missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    build: Builder, admin: Visitor, file: io.BytesIO, name: str, sentence: str
) -> None:
    before = every_row(build)
    answer = send(admin, "/school/people/import", file, name, expect=422)
    assert sentence.replace("’", "'") in answer.words.replace("’", "'")
    assert every_row(build) == before


def test_without_a_file_one_is_asked_for_it(admin: Visitor) -> None:
    answer = admin.post("/school/people/import", {}, expect=422)
    assert "Choose a file first." in answer.words


def test_a_file_that_is_too_large_is_not_read(build: Builder, admin: Visitor) -> None:
    before = every_row(build)
    answer = admin.client.post(
        "/school/people/import",
        data={"file": (io.BytesIO(b"PK"), "roster.zip")},
        environ_overrides={"CONTENT_LENGTH": str(17 * 1024 * 1024)},
    )
    assert answer.status_code == 413
    assert every_row(build) == before


def test_a_new_address_is_told_to_the_old_one_and_ends_what_was_begun(
    build: Builder, admin: Visitor, visitor: Visit
) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    people = people_by_id(build)
    build.password(people["p1"], "some hash")
    robin = visitor(people["p1"])
    bring_in(
        admin,
        roster(
            user("p1", email="new@school.example"), user("p2", email="x@school.example")
        ),
    )
    robin.get("/", expect=200)
    assert robin.get("/account", expect=303).location == "/sign-in"
    with build.site():
        (mail,) = db.session.scalars(select(Mail))
        body = seal().open(mail.body, mail.school_id, "mail", mail.id)
    assert json.loads(body)["to"] == "p1@school.example"
