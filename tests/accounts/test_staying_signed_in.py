"""Sessions end: by signing out, by time, and when somebody has left the school."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select, update

from clubs import clock
from clubs.db import db
from clubs.models.accounts import SessionRecord
from clubs.models.people import Person
from tests.accounts.conftest import Enter
from tests.factories import Builder
from tests.visitor import Visitor

Account = Callable[..., Person]
Visit = Callable[..., Visitor]


def copied(visitor: Visitor, of: Visitor) -> Visitor:
    """A browser holding a copy of somebody's cookie."""
    cookie = of.client.get_cookie("session")
    assert cookie is not None
    visitor.client.set_cookie("session", cookie.value)
    return visitor


def test_a_copied_cookie_dies_at_sign_out(
    account: Account, visitor: Visit, enter: Enter, build: Builder
) -> None:
    somebody = visitor()
    enter(somebody, account().email)
    thief = copied(visitor(), somebody)
    thief.get("/account")
    answer = somebody.post("/sign-out")
    assert answer.location == "/sign-in"
    thief.get("/account", expect=303)
    with build.site():
        assert db.session.scalars(select(SessionRecord)).all() == []


def test_signing_out_clears_the_device(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    somebody = visitor()
    enter(somebody, account().email)
    before = somebody.client.get_cookie("session")
    headers = somebody.post("/sign-out").response.headers
    assert headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert headers["Cache-Control"] == "no-store"
    after = somebody.client.get_cookie("session")
    assert before is not None
    assert after is not None
    assert before.value != after.value


def test_nobody_is_signed_out_by_a_link(account: Account, visitor: Visit) -> None:
    somebody = visitor(account())
    somebody.get("/sign-out", expect=405)
    somebody.get("/account")


@pytest.mark.parametrize("minutes, status", [(14, 200), (16, 303)])
def test_whoever_does_nothing_for_a_while_is_signed_out(
    account: Account, visitor: Visit, minutes: int, status: int
) -> None:
    somebody = visitor(account())
    with time_machine.travel(clock.now() + timedelta(minutes=minutes), tick=False):
        somebody.get("/account", expect=status)


def test_each_click_counts_as_being_there(account: Account, visitor: Visit) -> None:
    somebody, began = visitor(account()), clock.now()
    for minutes in (10, 20, 30, 40):
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            somebody.get("/account")


def test_after_a_school_day_everybody_is_signed_out(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    somebody, began = visitor(), clock.now()
    enter(somebody, account().email)
    for minutes in range(10, 8 * 60, 10):
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            somebody.client.get("/account")
    with time_machine.travel(began + timedelta(hours=8, minutes=1), tick=False):
        somebody.get("/account", expect=303)


def test_the_sign_in_page_may_stay_open_all_morning(
    account: Account, visitor: Visit
) -> None:
    from tests.accounts.conftest import PASSWORD

    somebody, person = visitor(), account()
    page = somebody.get("/sign-in")
    with time_machine.travel(clock.now() + timedelta(hours=3), tick=False):
        somebody.submit(page, email=person.email, password=PASSWORD)


def test_whoever_leaves_the_school_is_signed_out_at_once(
    account: Account, visitor: Visit, enter: Enter, build: Builder
) -> None:
    person, somebody = account(), visitor()
    enter(somebody, person.email)
    with build.site():
        db.session.execute(update(Person).values(active=False))
    somebody.get("/account", expect=303)
    enter(visitor(), person.email, expect=422)
