"""A display in the hallway: what is open, what is now, and nothing else."""

from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from zoneinfo import ZoneInfo

import html5lib
import pytest
import time_machine
from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

from clubs.db import db
from clubs.models.clubs import ClubState, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.meetings import MeetingState
from clubs.models.people import School
from clubs.models.screens import Screen
from clubs.seal import hashed
from tests.factories import ZONE, Builder
from tests.factories_school_time import SchoolTime
from tests.visitor import queries_of

MARK, SECRET = "Zephyrlamp", "s" * 43
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo(ZONE))


def at(hour: int, minute: int = 0) -> time_machine.travel:
    return time_machine.travel(TUESDAY.replace(hour=hour, minute=minute), tick=False)


@pytest.fixture(autouse=True)
def _a_tuesday() -> Iterator[None]:
    with at(9):
        yield


@pytest.fixture
def school(build: Builder) -> SchoolTime:
    hang(build)
    return SchoolTime(build)


def hang(build: Builder, secret: str = SECRET) -> Screen:
    return build.keep(
        Screen(school_id=build.school.id, name="Hallway", secret_hash=hashed(secret))
    )


def look(app: Flask, secret: str = SECRET, expect: int = 200) -> TestResponse:
    answer = app.test_client().get(f"/screen/{secret}")
    assert answer.status_code == expect
    return answer


def words(app: Flask) -> str:
    page = BeautifulSoup(look(app).get_data(as_text=True), "lxml")
    return " ".join(page.body.get_text(" ").split()) if page.body else ""


@pytest.mark.parametrize("step", Step)
def test_only_open_clubs_hang_in_the_hallway(
    app: Flask, build: Builder, school: SchoolTime, step: Step
) -> None:
    bare = look(app).get_data()
    club = build.club(step, name=MARK, sponsor=build.staff())
    school.meets(club, "AC", place="Ostrava")
    if step is Step.OPEN:
        said = words(app)
        assert f"Lunch A 11:00–12:00 {MARK} Ostrava" in said
        assert f"Lunch C 13:00–14:00 {MARK} Ostrava" in said
    else:
        assert look(app).get_data() == bare


# fmt: off
STATES = [
    (ClubState.ACTIVE, True), (ClubState.PILOT, True), (ClubState.PAUSED, False),
    (ClubState.PROPOSED, False), (ClubState.CLOSED, False),
]
# fmt: on


@pytest.mark.parametrize("state, shown", STATES)
def test_only_clubs_that_run_hang_in_the_hallway(
    app: Flask, build: Builder, school: SchoolTime, state: ClubState, shown: bool
) -> None:
    school.meets(build.club(state=state, name=MARK), "A")
    assert (MARK in words(app)) == shown


def test_published_events_are_shown_and_never_whose_they_are(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    club = build.club(Step.UNLISTED, name=MARK, sponsor=build.staff())
    for state in EventState:
        build.event(
            club, school.day(0), state=state, title=f"Day of {state}", place="The gym"
        )
    build.event(club, school.day(1), title="Another day")
    build.event(club, school.day(0), title="For families", audience=EventAudience.FAMILIES)
    said = words(app)
    assert "Day of approved The gym" in said
    assert "Day of cancelled Cancelled" in said
    assert "For families" in said
    for hidden in ("proposed", "declined", "withdrawn"):
        assert f"Day of {hidden}" not in said
    assert "Another day" not in said
    assert MARK not in said


def test_another_schools_day_is_not_shown(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    far = build.another_school()
    club = build.club(name=MARK, school_id=far.id)
    build.meeting(club, school.day(0))
    build.event(club, school.day(0), title="Far away")
    assert MARK not in words(app)
    assert "Far away" not in words(app)


def test_cancelled_is_said_without_the_reason(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    school.meets(
        build.club(name=MARK),
        "A",
        state=MeetingState.CANCELLED,
        change_words="Ms. X is ill",
    )
    assert f"{MARK} Cancelled" in words(app)
    assert "Ms. X" not in words(app)


def test_what_is_on_now_stands_out_and_what_is_over_makes_room(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    school.meets(build.club(name="First"), "A")
    school.meets(build.club(name="Second"), "B")
    build.meeting(build.club(name="Last"), starts=time(15), ends=time(16))
    with at(12, 30):
        page = BeautifulSoup(look(app).get_data(as_text=True), "lxml")
        (running,) = page.select("section.running")
        assert "Second" in running.get_text()
        assert "now" in running.get_text()
        assert "First" not in page.get_text()
        assert "Last" in page.get_text()
    with at(17):
        assert "Nothing more is on today." in words(app)


def test_a_day_without_school_says_so(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    school.no_school(0, "Family Day")
    assert "No school today: Family Day" in words(app)


def test_the_kind_of_day_is_said(app: Flask, build: Builder, school: SchoolTime) -> None:
    school.closes_early(0, cycle_day=2)
    assert "Tuesday, November 24 · Day 2 · Early closing" in words(app)


def test_many_entries_take_turns_by_the_minute(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    for number in range(30):
        school.meets(build.club(name=f"Club no. {number:02}."), "B")
    seen: list[set[str]] = []
    for minute in range(3):
        with at(10, minute):
            page = BeautifulSoup(look(app).get_data(as_text=True), "lxml")
            seen.append({one.get_text() for one in page.select("li b")})
            assert f"{minute + 1} of 3" in page.get_text()
    assert [len(one) for one in seen] == [14, 14, 2]
    assert len(set.union(*seen)) == 30


def test_twelve_entries_of_three_lunches_fit_on_one_page(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    for lunch in "AAAABBBBCCCC":
        school.meets(build.club(), lunch)
    page = BeautifulSoup(look(app).get_data(as_text=True), "lxml")
    assert len(page.select("li")) == 12
    assert len(page.select("footer span")) == 1


def test_nobody_signs_in_and_nothing_is_kept(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    answer = look(app)
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Refresh"] == "60"
    text = answer.get_data(as_text=True)
    assert "<script" not in text
    assert "<a " not in text
    assert "<form" not in text
    html5lib.HTMLParser(strict=True).parse(text)
    client = app.test_client()
    with at(9):
        client.set_cookie("session", "something old")
        assert client.get(f"/screen/{SECRET}").get_data(as_text=True) == text


def test_a_revoked_address_is_the_twin_of_one_that_never_was(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    screen = hang(build, "t" * 43)
    look(app, "t" * 43)
    with build.site():
        db.session.delete(db.session.get_one(Screen, screen.id))
    answers = [look(app, secret, expect=404) for secret in ("t" * 43, "u" * 43, "-")]
    told = {(str(sorted(one.headers)), one.get_data()) for one in answers}
    assert len(told) == 1
    costs = {len(queries_of(partial(look, app, secret * 43, 404))) for secret in "tu"}
    assert costs == {1}


def test_a_display_costs_few_queries(
    app: Flask, build: Builder, school: SchoolTime
) -> None:
    for lunch in "ABC":
        school.meets(build.club(), lunch)
    assert len(queries_of(lambda: look(app))) == 3


def test_the_schools_colour_is_on_it(app: Flask, build: Builder) -> None:
    with build.site():
        db.session.get_one(School, build.school.id).accent = "#336699"
    hang(build)
    assert "/accent/336699.css" in look(app).get_data(as_text=True)
