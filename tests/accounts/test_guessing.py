"""Guessing is slowed down, and nobody is locked out by somebody else's guesses."""

from collections.abc import Callable
from datetime import timedelta

import time_machine

from clubs import clock
from clubs.models.people import Person
from tests.accounts.conftest import Enter
from tests.visitor import Visitor

Account = Callable[..., Person]
Visit = Callable[..., Visitor]
WRONG = "not the password at all"


def hammer(visitor: Visitor, enter: Enter, email: str | None, times: int = 10) -> None:
    for _ in range(times):
        enter(visitor, email, WRONG, expect=422)


def test_a_failed_sign_in_counts_although_it_is_refused(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    email = account().email
    hammer(visitor(), enter, email)
    answer = enter(visitor(), email, expect=429)
    assert "tried too often" in answer.words


def test_an_unknown_address_is_slowed_down_just_the_same(
    visitor: Visit, enter: Enter
) -> None:
    hammer(visitor(), enter, "nobody@school.example")
    enter(visitor(), "nobody@school.example", WRONG, expect=429)


def test_it_gets_better_by_itself(account: Account, visitor: Visit, enter: Enter) -> None:
    email = account().email
    hammer(visitor(), enter, email)
    with time_machine.travel(clock.now() + timedelta(minutes=4), tick=False):
        enter(visitor(), email)


def test_others_on_the_same_device_are_let_in(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    shared = visitor()
    hammer(shared, enter, account().email)
    enter(shared, account().email)


def test_ones_own_device_works_while_others_guess_elsewhere(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    person, own = account(), visitor()
    enter(own, person.email)
    own.client.delete_cookie("session")  # timed out, not signed out
    hammer(visitor(), enter, person.email)
    enter(visitor(), person.email, expect=429)
    enter(own, person.email)


def test_a_device_that_knows_somebody_cannot_guess_for_ever_either(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    person, own = account(), visitor()
    enter(own, person.email)
    own.client.delete_cookie("session")
    hammer(own, enter, person.email)
    enter(own, person.email, expect=429)


def test_a_device_cannot_try_one_account_after_another(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    shared = visitor()
    for number in range(30):
        enter(shared, f"nobody{number}@school.example", WRONG, expect=422)
    enter(shared, account().email, expect=429)


def test_the_device_cookie_says_nothing_and_no_script_can_read_it(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    person, own = account(), visitor()
    own.get("/sign-in")
    before = own.client.get_cookie("device")
    answer = enter(own, person.email)
    after = own.client.get_cookie("device")
    assert before is not None
    assert after is not None
    assert before.value != after.value
    assert len(before.value) == len(after.value)
    [header] = [c for c in answer.response.headers.getlist("Set-Cookie") if "device=" in c]
    assert "HttpOnly" in header
    assert "SameSite=Lax" in header


def test_a_damaged_device_cookie_is_a_new_device(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    somebody = visitor()
    for value in ("%%%", "YWJj", "é"):
        somebody.client.set_cookie("device", value)
        enter(somebody, "nobody@school.example", WRONG, expect=422)
    enter(somebody, account().email)
