"""Admins add a display, see its address once, and take it away at once."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from clubs.db import db, new_id
from clubs.models.audit import AuditEntry
from clubs.models.people import Office, Person
from clubs.models.screens import Screen
from tests.factories import Builder
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]


def address_on(answer: Answer) -> str:
    field = answer.page.select_one("main input[readonly]")
    assert field is not None
    return str(field["value"])


def added(admin: Visitor, name: str = "Main hallway") -> str:
    return address_on(admin.post("/school/screens", {"name": name}, expect=200))


def test_the_address_is_shown_once_and_works(
    app: Flask, build: Builder, visitor: Visit
) -> None:
    admin = visitor(build.admin())
    address = added(admin)
    assert address.startswith("http://localhost/screen/")
    assert app.test_client().get(address).status_code == 200
    again = admin.get("/school/screens")
    assert "Main hallway" in again.words
    assert address not in again.text


def test_only_its_hash_is_kept(build: Builder, visitor: Visit) -> None:
    secret = added(visitor(build.admin())).rpartition("/")[2]
    with build.site():
        (kept,) = db.session.scalars(select(Screen))
        assert secret.encode() not in kept.secret_hash
        assert secret not in f"{kept.id} {kept.name}"


def test_taken_away_it_is_gone_at_once(app: Flask, build: Builder, visitor: Visit) -> None:
    admin = visitor(build.admin())
    address, other = added(admin), added(admin, "Library")
    page = admin.get("/school/screens")
    removed = page.page.select_one("form[action*='/remove']")
    assert removed is not None
    name = str(removed.get_text())
    admin.submit(page, str(removed["action"]))
    gone, left = (address, other) if "Main" in name else (other, address)
    assert app.test_client().get(gone).status_code == 404
    assert app.test_client().get(left).status_code == 200


def test_it_is_written_down_without_a_name_or_an_address(
    build: Builder, visitor: Visit
) -> None:
    admin = visitor(build.admin())
    added(admin)
    admin.submit(admin.get("/school/screens"), "/remove")
    with build.site():
        entries = list(db.session.scalars(select(AuditEntry).order_by(AuditEntry.number)))
        assert [one.words for one in entries] == ["screen added", "screen removed"]
        assert {one.subject.partition(":")[0] for one in entries} == {"screen"}
    assert "a display was taken away" in admin.get("/school/record").words


@pytest.mark.parametrize("name", ["", "x" * 81])
def test_a_display_says_where_it_hangs(build: Builder, visitor: Visit, name: str) -> None:
    admin = visitor(build.admin())
    admin.post("/school/screens", {"name": name}, expect=422)
    assert "Displays there are" not in admin.get("/school/screens").words


def test_nobody_takes_away_another_schools_display(
    app: Flask, build: Builder, visitor: Visit
) -> None:
    address = added(visitor(build.admin()))
    with build.site():
        screen_id = db.session.scalars(select(Screen.id)).one()
    far = visitor(build.admin(school_id=build.another_school().id))
    for one in (screen_id, new_id(), "short"):
        far.post(f"/school/screens/{one}/remove", expect=404)
    assert app.test_client().get(address).status_code == 200


def others(build: Builder) -> list[Person]:
    return [
        build.student(),
        build.staff(),
        build.caregiver(),
        build.admin(Office.DISTRICT_ADMIN),
    ]


def test_only_admins_hang_displays(build: Builder, visitor: Visit) -> None:
    for person in others(build):
        visitor(person).get("/school/screens", expect=404)
        visitor(person).post("/school/screens", {"name": "Mine"}, expect=404)
