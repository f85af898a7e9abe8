"""Lunch as schools have it: one meeting in two lunches, on a demo school."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser

from tests.architecture.sources import PROJECT
from tests.browser.hands import Mouse
from tests.browser.people import a_new_person, sign_in
from tests.browser.site import flask, free_port, settings

# A Tuesday, in the winter in which Alberta's clocks are for the first time not set back.
MORNING = "2026-11-24T10:00:00-06:00"
TUESDAY, THURSDAY = date(2026, 11, 24), date(2026, 11, 26)
ROOM, CLUB = "Room 133", "Rainbow Room GSA"
PASSWORD = "plum curling gravel"
START_SECONDS, LONG = 120, 20_000


class Lunch:
    """A demo school on that morning, and whoever comes to it."""

    def __init__(self, browser: Browser, site: str, students: dict[str, str]) -> None:
        self.browser, self.site, self.students = browser, site, students

    def persona(self, key: str) -> Mouse:
        hands = self._hands()
        sign_in(hands.page, self.site, key)
        return hands

    def student(self, lunch: str) -> Mouse:
        """A student with this lunch, who signs in with their password."""
        hands = self._hands()
        hands.page.goto(f"{self.site}/sign-in")
        hands.write("School e-mail", self.students[lunch])
        hands.write("Password", PASSWORD)
        hands.press("Sign in", "button")
        return hands

    def _hands(self) -> Mouse:
        context = a_new_person(self.browser)
        context.set_default_timeout(LONG)
        return Mouse(context.new_page())


@pytest.fixture
def lunch(browser: Browser, tmp_path: Path) -> Iterator[Lunch]:
    environment = settings(tmp_path, free_port())
    for words in ("keys new", "db upgrade"):
        flask(environment, *words.split())
    site = environment["SITE_URL"]
    told, log = tmp_path / "told.json", tmp_path / "log"
    told_at = [MORNING, site.rpartition(":")[2], str(told)]
    with log.open("wb") as writing:
        server = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.on_a_day", *told_at],
            env=environment,
            cwd=PROJECT,
            stdout=writing,
            stderr=writing,
        )
    try:
        _wait(server, site, log)
        yield Lunch(browser, site, json.loads(told.read_text()))
    finally:
        server.terminate()
        server.wait(START_SECONDS)


def _wait(server: subprocess.Popen[bytes], site: str, log: Path) -> None:
    last = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < last:
        try:
            with urlopen(f"{site}/healthz", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("The site did not start:\n" + log.read_text())


def seen(hands: Mouse) -> str:
    return hands.page.locator("main").inner_text()


def plan(
    hands: Mouse, site: str, club: str, lunches: str, how: str, day: date = TUESDAY
) -> None:
    hands.page.goto(f"{site}/my-clubs")
    hands.press(club)
    hands.press("All meetings")
    hands.press("Plan a meeting")
    hands.choose(how)
    hands.write_day("Day, or first day", day)
    for one in lunches:
        hands.tick(f"Lunch {one}")
    room = hands.page.locator("select[name=room] option", has_text=ROOM)
    hands.pick("Room", room.first.inner_text())
    hands.press("Plan it", "button")


def test_one_meeting_in_two_lunches_and_one_room(lunch: Lunch) -> None:
    leader = lunch.persona("leader")
    plan(leader, lunch.site, CLUB, "B", "Once", THURSDAY)
    plan(leader, lunch.site, CLUB, "AC", "Every second week")
    assert ROOM in seen(leader), seen(leader)
    own_sittings_are_under_today(lunch)
    who_cannot_come_reads_when_they_could(lunch)
    the_second_is_refused(lunch)


def own_sittings_are_under_today(lunch: Lunch) -> None:
    for hands, mine, other in (
        (lunch.persona("member"), "11:20", "12:40"),
        (lunch.student("C"), "12:40", "11:20"),
    ):
        own = hands.page.locator("section.today").first.inner_text()
        assert CLUB in own, seen(hands)
        assert mine in own
        assert ROOM in own
        assert other not in own


def who_cannot_come_reads_when_they_could(lunch: Lunch) -> None:
    hands = lunch.student("B")
    here = hands.page.locator(".occasion", has_text=CLUB).filter(has_text=ROOM)
    assert "Not at your lunch" in here.first.inner_text(), seen(hands)
    assert "You could come on Thu, Nov 26" in here.first.inner_text(), seen(hands)


def the_second_is_refused(lunch: Lunch) -> None:
    other = lunch.persona("other-sponsor")
    plan(other, lunch.site, "Lunch Table 9", "C", "Once")
    assert f"{ROOM} is not available" in seen(other), seen(other)
    assert CLUB not in seen(other)
