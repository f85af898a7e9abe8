"""A school brought in on the command line, as an operator does it, with five invited."""

import csv
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.browser.site import flask, settings
from tests.factories import SHARED
from tests.roster.made_files import roster, user

ROSTER = SHARED / "rosters" / "oneroster-1.1-school-332-people.zip"
WHO = ("student", "classmate", "outsider", "teacher", "principal")


@dataclass(frozen=True)
class Invited:
    """Somebody on the roster, and the path of the link that lets them in."""

    name: str
    email: str
    path: str


@dataclass(frozen=True)
class Imported:
    """A folder with the site's data, its settings, and the people of the story."""

    folder: Path
    environment: dict[str, str]
    zone: str
    people: dict[str, Invited]


def imported(folder: Path, port: int) -> Imported:
    """A school from the roster nobody here made up, else from a small one of ours."""
    environment = settings(folder, port, MODE="trial")
    file = ROSTER if ROSTER.exists() else _small_roster(folder / "roster.zip")
    name, zone = _school_in(file), _where_it_is_morning()
    for words in (["keys", "new", "--if-missing"], ["db", "upgrade"]):
        flask(environment, *words)
    flask(environment, "school", "add", name, "--zone", zone)
    flask(environment, "people", "import", str(file), "--school", name, "--yes")
    found = csv.DictReader(
        flask(environment, "people", "list", "--school", name).splitlines()
    )
    chosen = dict(zip(WHO, _five(found), strict=True))
    office = ("--office", "admin", "--school", name)
    flask(environment, "people", "appoint", chosen["principal"]["email"], *office)
    people = {who: _invited(environment, name, row) for who, row in chosen.items()}
    return Imported(folder, environment, zone, people)


def _invited(environment: dict[str, str], school: str, row: dict[str, str]) -> Invited:
    link = flask(
        environment, "people", "invite", row["email"], "--school", school, "--print"
    )
    path = link.strip().removeprefix(environment["SITE_URL"])
    return Invited(row["name"], row["email"], path)


def _five(people: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    kinds: dict[str, list[dict[str, str]]] = {"student": [], "staff": []}
    for one in people:
        if one["email"] and one["active"] == "true" and one["kind"] in kinds:
            kinds[one["kind"]].append(one)
    return _of_other_names(kinds["student"])[:3] + _of_other_names(kinds["staff"])[:2]


def _of_other_names(people: list[dict[str, str]]) -> list[dict[str, str]]:
    return list({one["name"]: one for one in people}.values())


def _school_in(file: Path) -> str:
    with zipfile.ZipFile(file) as archive:
        lines = archive.read("orgs.csv").decode("utf-8-sig").splitlines()
    return next(row["name"] for row in csv.DictReader(lines) if row["type"] == "school")


def _small_roster(file: Path) -> Path:
    students = [user(f"s{n}", givenName=f"Student{n}") for n in range(3)]
    staff = [user(f"t{n}", role="teacher", givenName=f"Teacher{n}") for n in range(2)]
    file.write_bytes(roster(*students, *staff).getvalue())
    return file


def _where_it_is_morning() -> str:
    """A zone in which today's lunch is still to come, whenever the test runs."""
    behind = datetime.now(UTC).hour - 8
    return f"Etc/GMT{behind if behind <= 12 else behind - 24:+d}"
