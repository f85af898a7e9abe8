"""My account: my password, my other devices, my lunch."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from sqlalchemy import select

from clubs.db import db
from clubs.models.accounts import LinkPurpose, Password
from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, Slot
from clubs.notices import links
from tests.accounts.conftest import PASSWORD, Enter
from tests.accounts.test_staying_signed_in import copied
from tests.factories import Builder
from tests.visitor import Answer, Visitor

Account = Callable[..., Person]
Visit = Callable[..., Visitor]
NEW = "seven slow otters sing"


def change(
    somebody: Visitor, current: str = PASSWORD, new: str = NEW, expect: int = 303
) -> Answer:
    page = somebody.get("/account")
    return somebody.submit(
        page, "/account/password", expect, current=current, password=new, again=new
    )


def kept_hash(build: Builder, person: Person) -> str:
    with build.site():
        return db.session.get_one(Password, person.id).hash


def test_it_says_who_i_am_to_the_site(build: Builder, visitor: Visit) -> None:
    person = build.student(given_name="Noor", family_name="Haddad")
    words = visitor(person).get("/account").words
    assert "Noor Haddad" in words
    assert build.school.name in words


def test_a_stranger_has_no_account_page(visitor: Visit) -> None:
    assert visitor().get("/account", expect=303).location == "/sign-in"


def test_a_new_password_ends_all_other_sessions_and_copies_of_this_one(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    person, here, elsewhere = account(), visitor(), visitor()
    enter(here, person.email)
    enter(elsewhere, person.email)
    thief = copied(visitor(), here)
    assert change(here).location == "/account"
    assert "Your password is changed." in here.get("/account").words
    elsewhere.get("/account", expect=303)
    thief.get("/account", expect=303)
    enter(visitor(), person.email, PASSWORD, expect=422)
    enter(visitor(), person.email, NEW)


@pytest.mark.parametrize(
    "current, new, sentence",
    [
        ("not my password", NEW, "That is not your password."),
        (PASSWORD, "1234567890", "quickly guessed"),
        ("", NEW, "Write the password you have now."),
    ],
)
def test_a_change_needs_the_old_password_and_a_good_new_one(
    account: Account,
    build: Builder,
    visitor: Visit,
    current: str,
    new: str,
    sentence: str,
) -> None:
    person = account()
    before = kept_hash(build, person)
    answer = change(visitor(person), current, new, expect=422)
    assert sentence in answer.words
    assert kept_hash(build, person) == before


def test_a_borrowed_session_cannot_guess_the_password(
    account: Account, visitor: Visit
) -> None:
    somebody = visitor(account())
    for _ in range(5):
        change(somebody, "not my password", expect=422)
    answer = change(somebody, PASSWORD, expect=422)
    assert "tried too often" in answer.words


def test_without_a_password_there_is_none_to_change(build: Builder, visitor: Visit) -> None:
    change(visitor(build.student()), expect=422)


def test_a_link_asked_for_before_cannot_undo_the_change(
    account: Account, build: Builder, visitor: Visit
) -> None:
    person = account()
    with build.site():
        path = links.new_link(person, LinkPurpose.RESET)
    change(visitor(person))
    visitor().get(path, expect=404)


def test_one_button_signs_out_everywhere_else(
    account: Account, visitor: Visit, enter: Enter
) -> None:
    person, here, elsewhere = account(), visitor(), visitor()
    enter(here, person.email)
    enter(elsewhere, person.email)
    here.submit(here.get("/account"), "/account/elsewhere")
    here.get("/account")
    elsewhere.get("/account", expect=303)


def wave_of(build: Builder, person: Person) -> str | None:
    with build.site():
        return db.session.scalar(select(Person.wave_id).where(Person.id == person.id))


def test_i_choose_my_lunch_and_take_it_back(build: Builder, visitor: Visit) -> None:
    wave, person = build.wave(), build.student()
    somebody = visitor(person)
    page = somebody.get("/account")
    assert "nobody but you" in page.words
    somebody.submit(page, "/account/lunch", wave=wave.id)
    assert wave_of(build, person) == wave.id
    somebody.submit(somebody.get("/account"), "/account/lunch")
    assert wave_of(build, person) == wave.id
    somebody.submit(somebody.get("/account"), "/account/lunch", wave="")
    assert wave_of(build, person) is None


def test_a_lunch_of_another_school_is_no_choice(build: Builder, visitor: Visit) -> None:
    other = build.another_school()
    with build.site():
        foreign = Slot(school_id=other.id, name="B")
        db.session.add(foreign)
    build.wave()
    person = build.student()
    visitor(person).post("/account/lunch", {"wave": foreign.id}, expect=422)
    assert wave_of(build, person) is None


def others_of(build: Builder, person: Person) -> dict[str, str]:
    with build.site():
        rows = db.session.query(PersonLunch).filter_by(person_id=person.id).all()
        return {row.day_type_id: row.slot_id for row in rows}


def test_i_choose_another_lunch_for_another_kind_of_day(
    build: Builder, visitor: Visit
) -> None:
    early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
    lone = build.keep(DayType(school_id=build.school.id, name="Assembly"))
    first, second = build.wave("A"), build.wave("B", time(12, 30))
    build.slot_time(first, early, time(10, 20), time(10, 50))
    build.slot_time(second, early, time(10, 50), time(11, 20))
    build.slot_time(second, lone, time(12), time(12, 30))
    person = build.student()
    somebody = visitor(person)
    page = somebody.get("/account")
    assert "Your lunch on regular days" in page.words
    assert "Your lunch: Early closing" in page.words
    assert "B, 10:50 to 11:20" in page.words
    assert "Assembly" not in page.words, "there everybody has the same lunch"
    chosen: dict[str, Any] = {f"other_{early.id}": second.id}
    somebody.submit(page, "/account/lunch", wave=first.id, **chosen)
    assert wave_of(build, person) == first.id
    assert others_of(build, person) == {early.id: second.id}
    somebody.submit(somebody.get("/account"), "/account/lunch")
    assert others_of(build, person) == {early.id: second.id}
    somebody.submit(
        somebody.get("/account"), "/account/lunch", **{**chosen, f"other_{early.id}": ""}
    )
    assert others_of(build, person) == {}
    page = somebody.get("/account")
    somebody.submit(
        page, "/account/lunch", expect=422, **{**chosen, f"other_{early.id}": lone.id}
    )


def test_a_school_without_lunches_asks_for_none(build: Builder, visitor: Visit) -> None:
    assert "/account/lunch" not in visitor(build.student()).get("/account").text
