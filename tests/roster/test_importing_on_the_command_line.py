"""An operator brings in files: asked, told what would happen, and never surprised."""

import io
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from clubs import audit
from clubs.cli import imports
from clubs.db import db
from clubs.models.people import Person, School
from tests.factories import Builder
from tests.roster.looking import every_row, people_by_id
from tests.roster.made_files import MANIFEST, ORGS, roster, user
from tests.roster.test_importing_districts import ALL_OVER, DISTRICT


class Operator:
    """Somebody at a terminal, or a script."""

    def __init__(self, app: Flask, folder: Path, school: str) -> None:
        self.app, self.folder, self.school = app, folder, school

    def people(self, file: io.BytesIO, *words: str, typed: str | None = None) -> Result:
        return self.run("people", "roster.zip", file.getvalue(), *words, typed=typed)

    def clubs(self, text: str, *words: str) -> Result:
        return self.run("clubs", "clubs.csv", text.encode(), *words)

    def run(
        self, what: str, name: str, data: bytes, *words: str, typed: str | None = None
    ) -> Result:
        path = self.folder / name
        path.write_bytes(data)
        args = [what, "import", str(path), "--school", self.school, *words]
        return self.app.test_cli_runner().invoke(args=args, input=typed)


@pytest.fixture
def operator(app: Flask, build: Builder, tmp_path: Path) -> Operator:
    return Operator(app, tmp_path, build.school.name)


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "_can_be_asked", lambda: True)


def test_a_dry_run_says_what_would_happen_and_does_nothing(
    build: Builder, operator: Operator
) -> None:
    before = every_row(build)
    result = operator.people(roster(user("p1")), "--dry-run")
    assert result.exit_code == 0
    assert "new: 1, changed: 0, left: 0, refused: 0" in result.output
    assert every_row(build) == before


def test_a_script_must_say_yes(build: Builder, operator: Operator) -> None:
    before = every_row(build)
    result = operator.people(roster(user("p1")))
    assert result.exit_code == 2
    assert "Add --yes to apply, or --dry-run to look." in result.stderr
    assert every_row(build) == before
    assert operator.people(roster(user("p1")), "--yes").exit_code == 0
    assert "p1" in people_by_id(build)


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("typed, here", [("y\n", True), ("n\n", False)])
def test_a_person_is_asked(
    build: Builder, operator: Operator, typed: str, here: bool
) -> None:
    result = operator.people(roster(user("p1")), typed=typed)
    assert result.exit_code == 0
    assert "Apply this?" in result.output
    assert ("p1" in people_by_id(build)) is here


def test_wrong_use_and_refusals_have_their_own_exit_codes(
    build: Builder, operator: Operator, tmp_path: Path
) -> None:
    assert operator.people(roster(), "--unknown").exit_code == 2
    assert operator.run("people", "r.csv", b"name\nx\n", "--yes").exit_code == 1
    before = every_row(build)
    broken = operator.people(roster(user("p1", enabledUser="?")), "--yes")
    assert broken.exit_code == 1
    assert "users.csv, row 2, column enabledUser: this must say" in broken.stderr
    assert every_row(build) == before
    operator.school = "Nowhere"
    assert "There is no school called “Nowhere”" in operator.people(roster()).stderr


def test_many_leave_only_when_it_is_meant(build: Builder, operator: Operator) -> None:
    everybody = [user(f"p{number}") for number in range(30)]
    assert operator.people(roster(*everybody), "--yes").exit_code == 0
    few = roster(*everybody[:10])
    refused = operator.people(few, "--yes")
    assert refused.exit_code == 1
    assert "20 people would leave at once" in refused.stderr
    assert all(one.active for one in people_by_id(build).values())
    assert operator.people(few, "--yes", "--many-leave").exit_code == 0
    assert sum(one.active for one in people_by_id(build).values()) == 10


@pytest.mark.usefixtures("at_a_terminal")
def test_a_person_is_asked_twice_when_many_leave(
    build: Builder, operator: Operator
) -> None:
    everybody = [user(f"p{number}") for number in range(30)]
    operator.people(roster(*everybody), "--yes")
    operator.people(roster(*everybody[:10]), typed="y\ny\n")
    assert sum(one.active for one in people_by_id(build).values()) == 10


def test_a_districts_file_adds_its_schools(build: Builder, operator: Operator) -> None:
    result = operator.people(roster(*ALL_OVER, orgs=DISTRICT), "--yes")
    assert result.exit_code == 0, result.output
    assert "School to add: Hillside High" in result.output
    assert "Maplecrest High School stays as it is" in result.output
    with build.site():
        schools = {one.name: one for one in db.session.query(School)}
        assert set(schools) == {
            "Maplecrest High School", "Riverside High", "Hillside High", "Valley Schools"
        }  # fmt: skip
        assert schools["Hillside High"].zone == build.school.zone
        assert all(audit.first_break(one.id) is None for one in schools.values())
        assert db.session.query(Person).count() == 4


def test_all_schools_includes_the_one_that_is_named(
    build: Builder, operator: Operator
) -> None:
    build.another_school("Riverside High")
    operator.school = "Riverside High"
    file = roster(*ALL_OVER, orgs=DISTRICT)
    assert "new: 2, changed" in operator.people(file, "--dry-run").output
    assert "new: 4, changed" in operator.people(file, "--all-schools", "--dry-run").output


def test_a_district_named_by_its_own_name_means_all_of_it(
    build: Builder, operator: Operator
) -> None:
    build.another_school("Valley Schools")
    operator.school = "Valley Schools"
    result = operator.people(roster(*ALL_OVER, orgs=DISTRICT), "--yes")
    assert "new: 4, changed: 0" in result.output
    assert operator.people(roster(*ALL_OVER, orgs=DISTRICT), "--yes").exit_code == 0


def test_a_school_that_is_left_empty_loses_everybody(
    build: Builder, operator: Operator
) -> None:
    operator.people(roster(*ALL_OVER, orgs=DISTRICT), "--yes")
    rest = [one for one in ALL_OVER if '"s2"' not in one]
    result = operator.people(roster(*rest, orgs=DISTRICT), "--yes")
    assert "new: 0, changed: 0, left: 1" in result.output
    assert not people_by_id(build)["p2"].active


@pytest.mark.parametrize(
    "orgs, sentence",
    [
        (DISTRICT.replace("Hillside", "Riverside"), "Two schools in this file are called"),
        (None, "The file doesn't say which school s1 is"),
    ],
)
def test_schools_one_cannot_tell_apart_are_refused(
    build: Builder, operator: Operator, orgs: str | None, sentence: str
) -> None:
    manifest = None if orgs is None else MANIFEST
    result = operator.people(roster(*ALL_OVER, orgs=orgs, manifest=manifest), "--yes")
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert people_by_id(build) == {}


def test_a_name_that_is_another_schools_is_refused(
    build: Builder, operator: Operator
) -> None:
    build.keep(School(name="Hillside High", zone="America/Edmonton", source_id="else"))
    result = operator.people(roster(*ALL_OVER, orgs=DISTRICT), "--yes")
    assert result.exit_code == 1
    assert "There is another school called Hillside High already" in result.stderr


def test_a_file_about_another_school_of_ours_is_refused(
    build: Builder, operator: Operator
) -> None:
    build.keep(School(name="Elsewhere", zone="America/Edmonton", source_id="s1"))
    result = operator.people(roster(user("p1"), orgs=ORGS), "--yes")
    assert result.exit_code == 1
    assert "This file is about another school, Riverside High" in result.stderr


LIST = "id,name,day,time,room\na1,Chess,Mondays,lunch,12\na2,Choir,,,\n"


def test_clubs_come_in_as_drafts_and_once(build: Builder, operator: Operator) -> None:
    assert operator.clubs(LIST).exit_code == 2
    looked = operator.clubs(LIST, "--dry-run")
    assert (looked.exit_code, "new: 2, changed: 0" in looked.output) == (0, True)
    before = every_row(build)["club"]
    assert before == []
    assert operator.clubs(LIST, "--yes").exit_code == 0
    stored = every_row(build)
    assert len(stored["club"]) == 2
    assert operator.clubs(LIST, "--yes").exit_code == 0
    assert every_row(build) == stored


def test_somebody_who_was_faster_is_told(
    build: Builder, operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile() -> None:
        db.session.rollback()
        build.student(source_id="p1", email="p1@school.example")

    monkeypatch.setattr(imports, "_begin_writing", meanwhile)
    result = operator.people(roster(user("p1"), user("p2")), "--yes")
    assert result.exit_code == 1
    assert "Nothing was changed. The people have changed since you looked" in result.stderr
    assert "p2" not in people_by_id(build)
