"""An admin looks after people's accounts; nothing there says who belongs to a club."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from clubs import clock
from clubs.audit import first_break
from clubs.db import db
from clubs.models.accounts import LinkPurpose, PasswordLink
from clubs.models.clubs import Step
from clubs.models.notices import Mail
from clubs.models.people import Office, Person
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin(family_name="Aalto"))


def count(build: Builder, table: type) -> int:
    with build.site():
        return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_people_are_found_by_name_and_kind(build: Builder, admin: Visitor) -> None:
    build.student(given_name="Émile", family_name="Zola")
    build.staff(given_name="Emil", family_name="Nolde")
    words = admin.get("/school/people?text=émile ZO").words
    assert "Émile Zola" in words
    assert "Nolde" not in words
    assert "Nolde" not in admin.get("/school/people?kind=student").words
    assert "Nobody fits" in admin.get("/school/people?text=%25").words
    admin.get("/school/people?kind=wizard&after=nowhere")


def test_the_list_goes_on_page_by_page(build: Builder, admin: Visitor) -> None:
    for number in range(60):
        build.student(family_name=f"Family {number:02}", email=None)
    first = admin.get("/school/people?kind=student")
    assert "Family 49" in first.words
    assert "Family 50" not in first.words
    link = first.page.select_one("a[rel=next]")
    assert link is not None
    second = admin.get(str(link["href"]))
    assert "Family 50" in second.words
    assert second.page.select_one("a[rel=next]") is None


def test_the_list_says_how_far_an_account_is(build: Builder, admin: Visitor) -> None:
    invited = build.student(family_name="Invited")
    ready = build.student(family_name="Ready")
    build.student(family_name="Ended", active=False)
    build.student(family_name="Nothing")
    build.password(ready, "a hash")
    build.keep(
        PasswordLink(
            school_id=invited.school_id,
            person_id=invited.id,
            purpose=LinkPurpose.INVITATION,
            secret_hash=b"x" * 32,
            expires_at=clock.now() + timedelta(days=1),
        )
    )
    rows = admin.get("/school/people?kind=student").page.select("tbody tr")
    said = {
        row.th.get_text(): row.select("td")[-1].get_text(strip=True)
        for row in rows
        if row.th
    }
    assert {name.split()[-1]: state for name, state in said.items()} == {
        "Invited": "Invited",
        "Ready": "Has a password",
        "Ended": "Ended",
        "Nothing": "No account yet",
    }


def test_inviting_one_sends_one_mail_and_is_recorded(
    build: Builder, admin: Visitor
) -> None:
    student = build.student()
    page = admin.get(f"/school/people/{student.id}")
    admin.submit(page, "/invite")
    assert count(build, Mail) == 1
    assert "Account Invited" in admin.get(f"/school/people/{student.id}").words
    assert "Sent links to set a password" in admin.get("/school/record").words


def test_inviting_all_reaches_everybody_without_an_account_once(
    build: Builder, admin: Visitor
) -> None:
    build.student()
    build.student()
    build.student(email=None)
    build.student(active=False)
    build.password(build.student(), "a hash")
    admin.post("/school/people/invite", {"kind": "student"})
    assert count(build, Mail) == 2
    assert "2 invitations are on their way." in admin.get("/school/people").words
    admin.post("/school/people/invite", {"kind": "student"})
    assert count(build, Mail) == 2
    admin.post("/school/people/invite", {"kind": "wizard"})
    assert count(build, Mail) == 2


def test_a_reset_link_is_for_those_who_have_a_password(
    build: Builder, admin: Visitor
) -> None:
    student = build.student()
    build.password(student, "a hash")
    page = admin.get(f"/school/people/{student.id}")
    admin.submit(page, "/reset")
    with build.site():
        link = db.session.scalars(select(PasswordLink)).one()
    assert link.purpose is LinkPurpose.RESET


def test_ending_an_account_ends_it_and_it_can_be_brought_back(
    build: Builder, admin: Visitor, visitor: Visit
) -> None:
    student = build.student()
    build.club(Step.CONFIDENTIAL, leader=student)
    theirs = visitor(student)
    admin.submit(admin.get(f"/school/people/{student.id}"), "/end")
    assert theirs.get("/account", expect=303).location == "/sign-in"
    admin.post(f"/school/people/{student.id}/end", expect=409)
    admin.post(f"/school/people/{student.id}/invite", expect=403)
    admin.submit(admin.get(f"/school/people/{student.id}"), "/return")
    with build.site():
        assert db.session.get_one(Person, student.id).active
    admin.post(f"/school/people/{student.id}/return", expect=409)


def test_staff_can_be_appointed_and_nobody_else(
    build: Builder, admin: Visitor, visitor: Visit
) -> None:
    teacher, student = build.staff(), build.student()
    admin.submit(admin.get(f"/school/people/{teacher.id}"), "/appoint")
    visitor(teacher).get("/school")
    assert "Offices Admin" in admin.get(f"/school/people/{teacher.id}").words
    admin.post(f"/school/people/{teacher.id}/appoint", expect=409)
    admin.submit(admin.get(f"/school/people/{teacher.id}"), "/end-office")
    admin.post(f"/school/people/{teacher.id}/end-office", expect=409)
    visitor(teacher).get("/school", expect=404)
    admin.post(f"/school/people/{student.id}/appoint", expect=403)
    with build.site():
        assert first_break(build.school.id) is None


def test_nobody_acts_on_their_own_account(build: Builder, visitor: Visit) -> None:
    person = build.admin(Office.ADMIN)
    oneself = visitor(person)
    oneself.get(f"/school/people/{person.id}")
    for act in ("end", "appoint", "end-office"):
        oneself.post(f"/school/people/{person.id}/{act}", expect=403)


@pytest.mark.parametrize("person_id", ["x" * 22, "short"])
def test_somebody_unknown_is_not_here(admin: Visitor, person_id: str) -> None:
    admin.get(f"/school/people/{person_id}", expect=404)
    admin.post(f"/school/people/{person_id}/end", expect=404)


def test_people_of_another_school_are_unknown(build: Builder, admin: Visitor) -> None:
    far = build.student(school_id=build.another_school().id, given_name="Faraway")
    unknown = admin.get("/school/people/" + "x" * 22, expect=404)
    assert admin.get(f"/school/people/{far.id}", expect=404).text == unknown.text
    assert "Faraway" not in admin.get("/school/people").text


def test_a_person_without_an_address_cannot_be_invited(
    build: Builder, admin: Visitor
) -> None:
    student = build.student(email=None)
    page = admin.get(f"/school/people/{student.id}")
    assert "There is no address to write to." in page.words
    admin.post(f"/school/people/{student.id}/invite", expect=403)
    admin.post(f"/school/people/{student.id}/reset", expect=403)
