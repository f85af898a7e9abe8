"""Other people's calendars see each start when the site does, through every clock change.

The site runs and is asked over HTTP. Four schools, from September 2026 to May 2027: two
whose clocks stay on summer time from November 2026, and two whose clocks still change.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page
from sqlalchemy import select
from werkzeug.serving import make_server

from clubs import clock, create_app
from clubs.config import Settings
from clubs.db import Model, db, expect_writes
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import School
from tests.factories import Builder
from tests.feeds import readers
from tests.feeds.readers import Seen, Texts
from tests.feeds.reading import club_feed, school_feed

NOW = datetime(2026, 10, 19, 16, 0, tzinfo=UTC)
FIRST_TUESDAY, WEEKS = date(2026, 9, 22), 33
ZONES = ["America/Edmonton", "America/Vancouver", "America/New_York", "Europe/London"]
CANCELLED, MOVED, TWICE, MOVED_LATER = 5, 7, 8, 26


@dataclass(frozen=True)
class Running:
    """The site that runs: addresses of its calendars, by name, and the open club in each
    zone."""

    app: Flask
    feeds: dict[str, str]
    clubs: dict[str, Club]


@pytest.fixture(scope="module")
def running(
    settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Running]:
    file = tmp_path_factory.mktemp("site") / "calendars.sqlite"
    app = create_app(replace(settings, database_url=f"sqlite:///{file}"))
    server = make_server("127.0.0.1", 0, app)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        with app.app_context():
            expect_writes(yes=True)
            Model.metadata.create_all(db.engine)
        build = Builder(app)
        clubs = {zone: a_club(build, zone) for zone in ZONES}
        feeds = {
            name: f"http://127.0.0.1:{server.server_port}{path}"
            for club in clubs.values()
            for name, path in calendars(build, club).items()
        }
        Thread(target=server.serve_forever, daemon=True).start()
        yield Running(app, feeds, clubs)
        server.shutdown()
        server.server_close()
    with app.app_context():
        db.engine.dispose()


def name_of(zone: str) -> str:
    return zone.partition("/")[2]


def a_club(build: Builder, zone: str) -> Club:
    """In a school of its own; meets on Tuesdays, one moved, one cancelled, one twice."""
    school = build.keep(School(name=f"School in {zone}", zone=zone))
    club = build.club(school_id=school.id, name="Café, tea; and “talk”")
    for week in range(WEEKS):
        on = FIRST_TUESDAY + clock.days(7 * week)
        meeting = build.meeting(club, on, zone=zone, starts=time(12, 5), ends=time(12, 45))
        if week == TWICE:
            build.sitting(meeting, starts=time(11, 20), ends=time(11, 55))
        if week in (CANCELLED, MOVED, MOVED_LATER):
            change(build, meeting, week)
    return club


def change(build: Builder, meeting: Meeting, week: int) -> None:
    with build.site():
        held = db.session.get_one(Meeting, meeting.id)
        held.sequence, held.changed_on = 1, NOW.date()
        if week == CANCELLED:
            held.state = MeetingState.CANCELLED
            return
        # Across a change of the clocks, where they change.
        held.on_date += clock.days(6)
        sitting = db.session.scalars(
            select(Sitting).where(Sitting.meeting_id == meeting.id)
        ).one()
        held.starts = sitting.starts = time(8, 10)


def calendars(build: Builder, club: Club) -> dict[str, str]:
    """Of the whole school, and of a private club that meets at just the same times."""
    private = build.club(Step.PRIVATE, school_id=club.school_id)
    for meeting, sitting in all_sittings(build, club):
        build.meeting(
            private,
            meeting.on_date,
            zone=meeting.zone,
            starts=sitting.starts,
            ends=sitting.ends,
            state=meeting.state,
        )
    with build.site():
        school = db.session.get_one(School, club.school_id)
    name = name_of(school.zone)
    return {
        f"{name}_school": school_feed(build, school),
        f"{name}_club": club_feed(build, private),
    }


def all_sittings(build: Builder, club: Club) -> list[tuple[Meeting, Sitting]]:
    with build.site():
        rows = db.session.execute(
            select(Meeting, Sitting)
            .join(Sitting, Sitting.meeting_id == Meeting.id)
            .where(Meeting.club_id == club.id)
        ).all()
    return [(meeting, sitting) for meeting, sitting in rows]


def as_on_the_site(running: Running) -> Seen:
    """When the sittings of the open clubs start, by the site's own clock."""
    build = Builder(running.app)
    seen: Seen = {}
    for zone, club in running.clubs.items():
        seen[f"{name_of(zone)}_club"] = seen[f"{name_of(zone)}_school"] = sorted(
            (
                clock.moment(meeting.on_date, sitting.starts, zone),
                meeting.state is MeetingState.CANCELLED,
            )
            for meeting, sitting in all_sittings(build, club)
        )
    return seen


def in_order(seen: Seen) -> Seen:
    return {name: sorted(starts) for name, starts in seen.items()}


def texts(running: Running, *, renamed: bool) -> Texts:
    """All calendars as the running site gives them. Renamed zones are in no table: then the
    calendar's own words about the clocks have to do."""
    found = {name: fetched(address) for name, address in running.feeds.items()}
    for zone in ZONES if renamed else []:
        elsewhere = f"Somewhere/{name_of(zone)}"
        for name, text in found.items():
            text = text.replace(f"TZID={zone}:", f"TZID={elsewhere}:")
            found[name] = text.replace(f"TZID:{zone}\r\n", f"TZID:{elsewhere}\r\n")
    return found


def fetched(address: str) -> str:
    with urlopen(address, timeout=20) as answer:
        body: bytes = answer.read()
    return body.decode()


@pytest.mark.parametrize("renamed", [False, True], ids=["as it is", "renamed"])
@pytest.mark.parametrize(
    "read", [readers.with_recurring, readers.with_libical, readers.with_khal]
)
def test_programs_see_each_start_when_the_site_does(
    running: Running, tmp_path: Path, read: Callable[[Texts, Path], Seen], renamed: bool
) -> None:
    seen = in_order(read(texts(running, renamed=renamed), tmp_path))
    assert seen == as_on_the_site(running)
    assert {len(starts) for starts in seen.values()} == {WEEKS + 1}


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    """A page in which ical.js is loaded."""
    page = browser.new_page()
    page.evaluate(readers.ICAL_JS)
    yield page
    page.close()


@pytest.mark.parametrize("renamed", [False, True], ids=["as it is", "renamed"])
def test_a_web_calendar_sees_each_start_when_the_site_does(
    running: Running, browser_page: Page, renamed: bool
) -> None:
    seen = readers.with_ical_js(browser_page, texts(running, renamed=renamed))
    assert in_order(seen) == as_on_the_site(running)


def test_a_device_in_step_with_the_site_sees_each_start_when_the_site_does(
    running: Running, tmp_path: Path
) -> None:
    seen = readers.with_vdirsyncer(running.feeds, tmp_path)
    assert in_order(seen) == as_on_the_site(running)


def test_the_readers_would_notice(running: Running, browser_page: Page) -> None:
    """The control: without its last change of the clocks a calendar is read wrongly."""
    text = fetched(running.feeds["London_school"])
    last = text.rindex("BEGIN:DAYLIGHT")
    without = text[:last] + text[text.index("END:VTIMEZONE") :]
    seen = readers.with_ical_js(browser_page, {"London_school": without})
    assert in_order(seen)["London_school"] != as_on_the_site(running)["London_school"]
