"""Adding a school; listing, appointing and inviting its people."""

import csv
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.notices import Mail
from clubs.models.people import Appointment, Office, School
from tests.cli.conftest import Run
from tests.factories import Builder
from tests.visitor import Visitor


def test_a_school_is_added_and_on_record(run: Run, build: Builder) -> None:
    run(
        "school", "add", " Maple  Ridge ", "--zone", "America/Edmonton", "--source-id", "s1"
    )
    with build.site():
        [school] = db.session.scalars(select(School)).all()
        [entry] = db.session.scalars(select(AuditEntry)).all()
    assert (school.name, school.zone, school.source_id) == (
        "Maple Ridge",
        "America/Edmonton",
        "s1",
    )
    assert (entry.act, entry.staff_name) == ("school_added", "operator")
    assert "Maple Ridge  America/Edmonton" in run("school", "list").stdout


@pytest.mark.parametrize(
    "words, code, sentence",
    [
        (["Oak", "--zone", "Mars/Base"], 2, "There is no zone “Mars/Base”"),
        (["", "--zone", "America/Edmonton"], 2, "1 to 200 characters"),
        (["Oak"], 2, "--zone"),
        (["Maple", "--zone", "America/Edmonton"], 1, "already is a school called"),
        (["Oak", "--zone", "America/Edmonton", "--source-id", "s1"], 1, "source id “s1”"),
    ],
)
def test_a_school_that_makes_no_sense_is_refused(
    run: Run, build: Builder, words: list[str], code: int, sentence: str
) -> None:
    run("school", "add", "Maple", "--zone", "America/Edmonton", "--source-id", "s1")
    assert sentence in run("school", "add", *words, code=code).stderr
    with build.site():
        assert db.session.scalar(select(func.count()).select_from(School)) == 1


def test_people_are_listed_by_name_and_no_cell_is_a_formula(
    run: Run, build: Builder
) -> None:
    build.student(
        source_id="7", given_name="=cmd|' /C calc'!A0", family_name="", grade="-10"
    )
    build.staff(given_name="Ana", family_name="Berg", email=None, active=False)
    build.student(school_id=build.another_school().id)
    rows = list(csv.DictReader(run(*LIST, build.school.name).stdout.splitlines()))
    assert [tuple(row.values()) for row in rows] == [
        ("7", "student", "'=cmd|' /C calc'!A0", rows[0]["email"], "'-10", "true"),
        ("", "staff", "Ana Berg", "", "", "false"),
    ]
    assert list(rows[0]) == ["source_id", "kind", "name", "email", "grade", "active"]


LIST = ("people", "list", "--format", "csv", "--school")


def test_a_school_that_is_not_there_is_refused(run: Run) -> None:
    assert "There is no school called “Oak”" in run(*LIST, "Oak", code=1).stderr


def test_staff_are_appointed_once(run: Run, build: Builder) -> None:
    person = build.staff(email="ana@school.example")
    words = ("people", "appoint", "ANA@school.example", "--school", build.school.name)
    run(*words, "--office", "admin")
    run(*words, "--office", "district_admin")
    assert "already" in run(*words, "--office", "admin", code=1).stderr
    with build.site():
        held = db.session.scalars(
            select(Appointment.office).where(Appointment.person_id == person.id)
        ).all()
    assert set(held) == {Office.ADMIN, Office.DISTRICT_ADMIN}


def test_nobody_but_staff_who_are_here_is_appointed(run: Run, build: Builder) -> None:
    for person in (build.student(), build.staff(active=False)):
        words = ("people", "appoint", str(person.email), "--office", "admin")
        run(*words, "--school", build.school.name, code=1)
    run("people", "appoint", "x@y.ca", "--office", "king", "--school", "Oak", code=2)


def test_an_invitation_is_printed_or_queued(
    run: Run, build: Builder, visitor: Callable[..., Visitor]
) -> None:
    person = build.student()
    words = ("people", "invite", str(person.email), "--school", build.school.name)
    link = run(*words, "--print").stdout.strip()
    visitor().get(link.removeprefix("http://localhost"))
    assert "flask mail send" in run(*words).stdout
    with build.site():
        assert db.session.scalar(select(func.count()).select_from(Mail)) == 1
    run("people", "invite", "nobody@school.example", "--school", build.school.name, code=1)
