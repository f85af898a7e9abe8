"""`flask school calendar` brings days in; `flask tidy` works the next year out."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
import time_machine

from clubs import timetable
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.meetings import MeetingState
from clubs.models.timetable import DayType, SchoolDay
from tests.cli.conftest import Run
from tests.factories import Builder
from tests.schooltime.made_calendars import OWN_EXPORT, all_day, calendar
from tests.schooltime.reading import day, meeting_now

NAME = ("--school", "Maplecrest High School")


@pytest.fixture(autouse=True)
def _in_november() -> Iterator[None]:
    with time_machine.travel(datetime.fromisoformat("2026-11-18T10:00:00-07:00")):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "days.ics"
    path.write_bytes(OWN_EXPORT)
    return path


def test_a_calendar_is_looked_at_and_then_applied(
    run: Run, build: Builder, file: Path
) -> None:
    build.keep(DayType(school_id=build.school.id, name="Early closing"))
    meeting = build.meeting(build.club(), date(2026, 11, 27))
    said = run("school", "calendar", str(file), *NAME).output
    assert "REFRESH-INTERVAL in the calendar: not a valid duration" in said
    assert "closed: 17, other kind: 1, cycle days: 0, terms: 2" in said
    assert "Add --yes to apply it." in said
    assert day(build, date(2026, 11, 27)).open
    run("school", "calendar", str(file), *NAME, "--yes")
    assert not day(build, date(2026, 11, 27)).open
    assert meeting_now(build, meeting).state is MeetingState.CANCELLED
    with build.site():
        (entry,) = db.session.query(AuditEntry).all()
    assert (entry.staff_name, entry.words) == ("operator", "calendar brought in")


@pytest.mark.usefixtures("build")
def test_what_is_no_calendar_is_refused_in_a_sentence(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("name,grade\n")
    refused = run("school", "calendar", str(path), "--school", "Nowhere", code=1)
    assert "There is no school called" in refused.output


def test_another_file_is_refused_too(run: Run, build: Builder, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("name,grade\n")
    refused = run("school", "calendar", str(path), "--school", build.school.name, code=1)
    assert "This is not a calendar." in refused.output


def test_tidy_works_out_the_year_after_next_when_a_year_turns(
    run: Run, build: Builder, tmp_path: Path
) -> None:
    own, another = build.school, build.another_school()
    path = tmp_path / "days.ics"
    path.write_bytes(calendar(all_day("Holiday", "20261124")))
    run("school", "calendar", str(path), *NAME, "--yes")
    saturday = date(2028, 11, 25)
    assert day(build, saturday).open, "nobody has worked it out yet"
    assert "days of the next year: 0" in run("tidy").output
    with time_machine.travel(datetime.fromisoformat("2027-08-02T10:00:00-06:00")):
        run("tidy")
    assert not day(build, saturday).open
    with build.site():
        schools = {row[0] for row in db.session.query(SchoolDay.school_id)}
        assert schools == {own.id}, f"{another.name} has said nothing"
        assert timetable.terms_of(another.id) == []
