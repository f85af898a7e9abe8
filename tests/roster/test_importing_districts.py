"""A file with several schools: whose people are taken, and by whom."""

from collections.abc import Callable

import pytest

from clubs.db import db
from clubs.models.people import Appointment, Office, Person, School
from tests.factories import Builder
from tests.roster.looking import bring_in, people_by_id, preview, send
from tests.roster.made_files import ORGS, roster, user
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin(given_name="Ines"))


DISTRICT = ORGS + "s2,,,Hillside High,school,,\ns3,,,Valley Schools,district,,\n"
ALL_OVER = (
    user("p1"),
    user("p2", orgSourcedIds="s2"),
    user("p3", role="teacher", grades="", orgSourcedIds="s3"),
    user("p4", role="teacher", grades="", orgSourcedIds="s2,s1"),
)


def test_of_a_districts_file_an_admin_takes_their_own_school(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("riverside high")
    admin = visitor(build.admin(school_id=school.id))
    bring_in(admin, roster(*ALL_OVER, orgs=DISTRICT))
    people = people_by_id(build)
    assert {one.school_id for one in people.values()} == {school.id}
    assert set(people) == {"p1", "p4"}


def test_of_a_districts_file_without_it_a_school_takes_nobody(
    build: Builder, admin: Visitor
) -> None:
    file = roster(*ALL_OVER, orgs=DISTRICT)
    sent = send(admin, "/school/people/import", file, "r.zip", whole="y", expect=422)
    assert "None of the schools in this file is Maplecrest High School" in sent.words
    assert people_by_id(build) == {}


def test_a_district_admin_brings_in_every_school_and_reads_only_their_own(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("Riverside High")
    person = build.admin(school_id=school.id)
    build.keep(
        Appointment(school_id=school.id, person_id=person.id, office=Office.DISTRICT_ADMIN)
    )
    admin = visitor(person)
    named = user("p2", orgSourcedIds="s2", givenName="Zephyrine")
    file = roster(ALL_OVER[0], named, *ALL_OVER[2:], orgs=DISTRICT)
    shown = preview(admin, file, whole="y")
    assert "Hillside High To be added 2 0 0" in shown.words
    assert "Zephyrine" not in shown.text
    admin.submit(shown, shown.response.request.path)
    with build.site():
        schools = {one.source_id: one for one in db.session.query(School)}
    assert schools["s2"].zone == school.zone
    people = people_by_id(build)
    assert people["p2"].school_id == schools["s2"].id
    assert people["p3"].school_id == schools["s3"].id


def test_somebody_who_changes_schools_takes_their_address_along(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("Riverside High")
    person = build.admin(school_id=school.id)
    build.keep(
        Appointment(school_id=school.id, person_id=person.id, office=Office.DISTRICT_ADMIN)
    )
    admin = visitor(person)
    before = roster(user("p1"), user("p2", orgSourcedIds="s2"), orgs=DISTRICT)
    shown = preview(admin, before, whole="y")
    admin.submit(shown, shown.response.request.path)
    moved = roster(
        user("p1", orgSourcedIds="s2"), user("p2", orgSourcedIds="s2"), user("p5"),
        orgs=DISTRICT,
    )  # fmt: skip
    shown = preview(admin, moved, whole="y")
    assert "New 2 Changed 0 Would leave 1" in shown.words
    admin.submit(shown, shown.response.request.path)
    with build.site():
        found = db.session.query(Person).filter_by(source_id="p1").all()
    addresses = {one.active: one.email for one in found}
    assert addresses == {False: None, True: "p1@school.example"}
