"""Links that set a password: once, for a while, for their reader only."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from sqlalchemy import func, select

from clubs import clock
from clubs.db import db
from clubs.invitations import invite, invite_as_operator
from clubs.models.accounts import LinkPurpose, PasswordLink
from clubs.models.audit import AuditEntry
from clubs.models.notices import Mail
from clubs.models.people import Office, Person
from clubs.notices import links
from clubs.policy.permissions import NotAllowed
from clubs.seal import hashed, seal
from tests.accounts.conftest import PASSWORD, Enter
from tests.factories import Builder
from tests.visitor import Visitor

Account = Callable[..., Person]
Visit = Callable[..., Visitor]
NEW = "seven slow otters sing"


def link_for(build: Builder, person: Person, purpose: LinkPurpose) -> str:
    with build.site():
        return links.new_link(person, purpose)


@pytest.fixture
def invitation(build: Builder) -> Callable[[Person], str]:
    return lambda person: link_for(build, person, LinkPurpose.INVITATION)


def mails(build: Builder) -> list[dict[str, str]]:
    """What waits to be sent, opened."""
    with build.site():
        rows = db.session.scalars(select(Mail)).all()
        return [json.loads(seal().open(r.body, r.school_id, "mail", r.id)) for r in rows]


def test_an_invited_person_chooses_a_password_and_is_in(
    build: Builder, visitor: Visit, enter: Enter, invitation: Callable[[Person], str]
) -> None:
    person, somebody = build.student(), visitor()
    page = somebody.get(invitation(person))
    assert somebody.submit(page, password=NEW, again=NEW).location == "/"
    somebody.get("/account")
    enter(visitor(), person.email, NEW)


def test_a_link_works_once(
    build: Builder, visitor: Visit, invitation: Callable[[Person], str]
) -> None:
    path, somebody = invitation(build.student()), visitor()
    page = somebody.get(path)
    somebody.submit(page, password=NEW, again=NEW)
    over = visitor().get(path, expect=404)
    assert "This link is over" in over.words
    never = visitor().get("/set-password/nothing-of-ours", expect=404)
    assert over.text.splitlines() == never.text.splitlines()


def test_a_used_link_changes_nothing_when_sent_again(
    build: Builder, visitor: Visit, enter: Enter, invitation: Callable[[Person], str]
) -> None:
    person, somebody = build.student(), visitor()
    path = invitation(person)
    page = somebody.get(path)
    somebody.submit(page, password=NEW, again=NEW)
    other = "another one altogether"
    somebody.post(path, {"password": other, "again": other}, expect=404)
    enter(visitor(), person.email, NEW)


@pytest.mark.parametrize(
    "purpose, after",
    [
        (LinkPurpose.INVITATION, timedelta(days=14, minutes=1)),
        (LinkPurpose.RESET, timedelta(minutes=31)),
    ],
)
def test_a_link_runs_out(
    build: Builder, visitor: Visit, purpose: LinkPurpose, after: timedelta
) -> None:
    path = link_for(build, build.student(), purpose)
    visitor().get(path)
    with time_machine.travel(clock.now() + after, tick=False):
        visitor().get(path, expect=404)


def test_a_newer_invitation_ends_the_older(
    build: Builder, visitor: Visit, invitation: Callable[[Person], str]
) -> None:
    person = build.student()
    older, newer = invitation(person), invitation(person)
    visitor().get(older, expect=404)
    visitor().get(newer)


def test_whoever_left_cannot_use_their_link(
    build: Builder, visitor: Visit, invitation: Callable[[Person], str]
) -> None:
    visitor().get(invitation(build.student(active=False)), expect=404)


def test_only_the_hash_of_a_link_is_kept(
    build: Builder, invitation: Callable[[Person], str]
) -> None:
    secret = invitation(build.student()).removeprefix(links.PATH)
    with build.site():
        [kept] = db.session.scalars(select(PasswordLink)).all()
    assert kept.secret_hash == hashed(secret)


@pytest.mark.parametrize(
    "password, sentence",
    [
        ("short one", "Use 10 characters or more."),
        ("x y" * 43, "Use 128 characters or fewer."),
        ("1234567890", "quickly guessed"),
        ("QWERTYUIOP", "quickly guessed"),
        ("ababababababab", "quickly guessed"),
        ("kim runs quickly home", "Leave out your name"),
        ("the Kindred of my heart", "Leave out your name"),
        ("blue k.okafor7 whale", "Leave out your name"),
    ],
)
def test_what_is_quickly_guessed_is_refused_and_the_link_goes_on_working(
    build: Builder,
    visitor: Visit,
    invitation: Callable[[Person], str],
    password: str,
    sentence: str,
) -> None:
    person = build.student(
        given_name="Kim", family_name="Okafor", email="k.okafor7@school.example"
    )
    path, somebody = invitation(person), visitor()
    page = somebody.get(path)
    answer = somebody.submit(page, password=password, again=password, expect=422)
    assert sentence in answer.words
    somebody.get(path)


@pytest.mark.parametrize(
    "password", ["correct horse battery", "ⅷ slow otters ½", "x y" * 42]
)
def test_no_letters_are_asked_for_and_long_ones_are_welcome(
    build: Builder,
    visitor: Visit,
    enter: Enter,
    invitation: Callable[[Person], str],
    password: str,
) -> None:
    person, somebody = build.student(), visitor()
    page = somebody.get(invitation(person))
    assert "onpaste" not in page.text
    somebody.submit(page, password=password, again=password)
    enter(visitor(), person.email, password)


def test_both_have_to_be_the_same(
    build: Builder, visitor: Visit, invitation: Callable[[Person], str]
) -> None:
    somebody = visitor()
    page = somebody.get(invitation(build.student()))
    somebody.submit(page, password=NEW, again="something else here", expect=422)


def test_a_forgotten_password_is_replaced_and_all_sessions_end(
    account: Account, build: Builder, visitor: Visit, enter: Enter
) -> None:
    person, elsewhere, somebody = account(), visitor(), visitor()
    enter(elsewhere, person.email)
    page = somebody.get("/forgot")
    assert somebody.submit(page, email=person.email).location == "/forgot/asked"
    [mail] = mails(build)
    assert mail["to"] == person.email
    path = next(w for w in mail["words"].split() if links.PATH in w)
    path = path.removeprefix("http://localhost")
    page = somebody.get(path)
    somebody.submit(page, password=NEW, again=NEW)
    elsewhere.get("/account", expect=303)
    enter(visitor(), person.email, PASSWORD, expect=422)
    enter(visitor(), person.email, NEW)


def test_asking_answers_the_same_for_every_address_and_mails_only_accounts(
    account: Account, build: Builder, visitor: Visit
) -> None:
    addresses = [
        account().email,
        build.student().email,
        account(active=False).email,
        "nobody@school.example",
    ]
    for email in addresses:
        somebody = visitor()
        page = somebody.get("/forgot")
        somebody.submit(page, email=email)
        assert "a message is on its way" in somebody.get("/forgot/asked").words
    assert [mail["to"] for mail in mails(build)] == addresses[:1]


def test_asking_again_and_again_mails_no_more_and_says_nothing(
    account: Account, build: Builder, visitor: Visit
) -> None:
    email = account().email
    for _ in range(5):
        somebody = visitor()
        page = somebody.get("/forgot")
        somebody.submit(page, email=email)
    assert len(mails(build)) == 3


def test_one_device_cannot_ask_for_everybody(visitor: Visit) -> None:
    somebody = visitor()
    page = somebody.get("/forgot")
    for number in range(10):
        somebody.submit(page, email=f"nobody{number}@school.example")
    answer = somebody.submit(page, email="one.more@school.example", expect=429)
    assert "tried too often" in answer.words


def test_an_address_is_asked_for(visitor: Visit) -> None:
    somebody = visitor()
    somebody.submit(somebody.get("/forgot"), email="", expect=422)


def test_an_admin_invites_and_it_is_on_record(build: Builder) -> None:
    person = build.student()
    with build.acting(build.admin()) as admin:
        invite(admin, person)
    [mail] = mails(build)
    assert mail["to"] == person.email
    assert links.PATH in mail["words"]
    with build.site():
        [entry] = db.session.scalars(select(AuditEntry)).all()
    assert (entry.act, entry.subject) == ("invited", f"person:{person.id}")


@pytest.mark.parametrize("case", ["staff", "another school", "left", "no address"])
def test_nobody_else_is_invited_and_nobody_else_invites(build: Builder, case: str) -> None:
    actor = build.staff() if case == "staff" else build.admin()
    unfit: dict[str, dict[str, Any]] = {
        "left": {"active": False},
        "no address": {"email": None},
    }
    given = unfit.get(case, {})
    if case == "another school":
        given = {"school_id": build.another_school().id}
    person = build.student(**given)
    with build.acting(actor) as viewer, pytest.raises(NotAllowed):
        invite(viewer, person)
    assert mails(build) == []


def test_an_operator_gets_the_link_or_has_it_mailed(build: Builder, visitor: Visit) -> None:
    person = build.admin(Office.DISTRICT_ADMIN)
    with build.site():
        path = invite_as_operator(person, by_mail=False)
    visitor().get(path)
    assert mails(build) == []
    with build.site():
        assert invite_as_operator(person, by_mail=True) == ""
    assert len(mails(build)) == 1
    with build.site():
        assert db.session.scalar(select(func.count()).select_from(AuditEntry)) == 2


def test_nobody_without_an_address_is_mailed_a_link(build: Builder) -> None:
    person = build.student(email=None)
    with build.site(), pytest.raises(ValueError, match="without an address"):
        links.mail(person, LinkPurpose.RESET)
