"""A demo of any size, the same for a seed, and only where it has a place."""

from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskCliRunner
from sqlalchemy import select

from clubs.config import Mode, Settings
from clubs.db import db
from clubs.demo.filling.size import Size, TooSmall, size
from clubs.demo.people import PERSONAS
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, Sitting
from clubs.models.people import Person, School
from tests.demo.conftest import fill_anew
from tests.demo.told import count


def everything(seed: int) -> list[tuple[object, ...]]:
    fill_anew(Size((90,), (12,), seed))
    people = select(Person.source_id, Person.given_name, Person.family_name, Person.grade)
    clubs = select(Club.name, Club.step, Club.state, Club.weekday)
    meetings = select(
        Meeting.on_date, Meeting.place, Meeting.starts, Meeting.state, Sitting.head_count
    ).join(Sitting, Sitting.meeting_id == Meeting.id)
    return [
        tuple(row)
        for rows in (people, clubs, meetings)
        for row in sorted(db.session.execute(rows), key=str)
    ]


def test_the_same_seed_gives_the_same_school(site: Flask) -> None:
    with site.app_context():
        first, again, other = everything(3), everything(3), everything(4)
    assert first == again
    assert first != other


def test_several_schools_and_outlines_stand_beside_the_first(site: Flask) -> None:
    with site.app_context():
        fill_anew(Size((100, 40), (35, 4)))
        assert count(School) == 2
        assert count(Person) == 140
        personas = select(Person.source_id).where(Person.source_id.like("demo-%"))
        assert len(db.session.scalars(personas).all()) == len(PERSONAS)


@pytest.mark.parametrize(
    "asked, people, clubs",
    [
        ((None, None, 1), (600,), (30,)),
        ((None, None, 3), (600, 120, 120), (30, 8, 8)),
        ((1001, 50, 2), (501, 500), (25, 25)),
    ],
)
def test_a_size_is_shared_among_the_schools(
    asked: tuple[int | None, int | None, int],
    people: tuple[int, ...],
    clubs: tuple[int, ...],
) -> None:
    assert size(*asked, 1) == Size(people, clubs, 1)


@pytest.mark.parametrize("asked", [(20, 30, 1), (600, 2, 1), (200, 30, 10)])
def test_too_small_a_demo_is_refused(asked: tuple[int, int, int]) -> None:
    with pytest.raises(TooSmall):
        size(*asked, 1)


@pytest.fixture
def terminal(app: Flask) -> FlaskCliRunner:
    return app.test_cli_runner()


def test_the_command_fills_an_empty_database_once(terminal: FlaskCliRunner) -> None:
    command = ["demo", "fill", "--people", "90", "--clubs", "8"]
    done = terminal.invoke(args=command)
    assert done.exit_code == 0, done.output
    assert "people: 90, clubs: 8" in done.output
    again = terminal.invoke(args=command)
    assert again.exit_code == 1
    assert again.stderr == "This database is not empty. Nothing was changed.\n"
    assert terminal.invoke(args=[*command, "--if-empty"]).exit_code == 0


def test_the_command_says_how_much_a_demo_needs(terminal: FlaskCliRunner) -> None:
    done = terminal.invoke(args=["demo", "fill", "--people", "10"])
    assert done.exit_code == 1
    assert done.stderr == "The first school needs 80 people and 5 clubs.\n"


def test_the_command_refuses_in_production(
    app: Flask,
    terminal: FlaskCliRunner,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    strict = replace(settings, mode=Mode.PRODUCTION)
    monkeypatch.setitem(app.config, "SETTINGS", strict)
    done = terminal.invoke(args=["demo", "fill"])
    assert done.exit_code == 1
    assert done.stderr.count("\n") == 1
    with app.app_context():
        assert count(School) == 0
