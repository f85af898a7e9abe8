"""Readers of calendars, each another people's program: what starts when, as they see it."""

import json
import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Page

from tests.feeds.programs import LIBICAL_MISSING, SYSTEM_PYTHON, libical, program

# By the name of the calendar: what it holds, and what is seen in it, as starts and whether
# these are cancelled.
Texts = dict[str, str]
Seen = dict[str, list[tuple[datetime, bool]]]
FOLDER = Path(__file__).parent
ICAL_JS = (FOLDER / "ical.es5.min.cjs").read_text(encoding="utf-8")
READ_IN_BROWSER = """
(text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((part) => [
    new ICAL.Event(part).startDate.toJSDate().toISOString(),
    part.getFirstPropertyValue("status") === "CANCELLED",
  ]);
}
"""
KHAL = """
[calendars]
{calendars}
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
"""
KHALS_CALENDAR = "[[{name}]]\npath = {folder}/{name}\n"
VDIRSYNCER = """
[general]
status_path = "{folder}/status"
"""
VDIRSYNCERS_PAIR = """
[pair {name}]
a = "{name}_here"
b = "{name}_there"
collections = null
[storage {name}_here]
type = "filesystem"
path = "{folder}/{name}"
fileext = ".ics"
[storage {name}_there]
type = "http"
url = "{address}"
"""


def with_recurring(texts: Texts, _folder: Path) -> Seen:
    words = [program("python"), str(FOLDER / "with_recurring.py")]
    return _told(_said(words, json.dumps(texts)))


def with_libical(texts: Texts, _folder: Path) -> Seen:
    if not libical():
        pytest.skip(LIBICAL_MISSING)
    words = [SYSTEM_PYTHON, str(FOLDER / "with_libical.py")]
    return _told(_said(words, json.dumps(texts)))


def with_khal(texts: Texts, folder: Path) -> Seen:
    calendars = [KHALS_CALENDAR.format(name=name, folder=folder) for name in texts]
    config = folder / "config"
    config.write_text(KHAL.format(calendars="".join(calendars), folder=folder))
    khal = [program("khal"), "-c", str(config)]
    for name, text in texts.items():
        (folder / name).mkdir()
        file = folder / f"{name}.ics"
        file.write_text(text, newline="")
        _said([*khal, "import", "--batch", "-a", name, str(file)], home=folder)
    wanted = ["--day-format", "", "--format", "{calendar}|{start-long-full}|{cancelled}"]
    lines = _said([*khal, "list", *wanted, "2026-08-01", "2027-08-01"], home=folder)
    seen: Seen = {name: [] for name in texts}
    for line in lines.split("\n"):
        if line.strip():
            name, at, cancelled = line.strip().split("|")
            seen[name].append((_instant(f"{at}:00Z"), bool(cancelled)))
    return seen


def with_vdirsyncer(addresses: Texts, folder: Path) -> Seen:
    """Asks the running site by itself, and keeps each entry as a file."""
    config = folder / "config"
    pairs = [
        VDIRSYNCERS_PAIR.format(name=name, folder=folder, address=address)
        for name, address in addresses.items()
    ]
    config.write_text(VDIRSYNCER.format(folder=folder) + "".join(pairs))
    vdirsyncer = [program("vdirsyncer"), "-c", str(config)]
    for command in ("discover", "sync", "sync"):
        # It asks whether to make each folder.
        _said([*vdirsyncer, command], "y\n" * len(pairs), home=folder)
    return {name: list(_kept_in(folder / name)) for name in addresses}


def _kept_in(folder: Path) -> Iterator[tuple[datetime, bool]]:
    for file in folder.glob("*.ics"):
        (one,) = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
        yield one.decoded("DTSTART").astimezone(UTC), str(one["STATUS"]) == "CANCELLED"


def with_ical_js(page: Page, texts: Texts) -> Seen:
    read = {name: page.evaluate(READ_IN_BROWSER, text) for name, text in texts.items()}
    return {
        name: [(_instant(at), cancelled) for at, cancelled in found]
        for name, found in read.items()
    }


def _told(said: str) -> Seen:
    told = json.loads(said)
    assert [one["errors"] for one in told.values()] == [[]] * len(told)
    return {
        name: [(_instant(at), cancelled) for at, cancelled in one["entries"]]
        for name, one in told.items()
    }


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def _said(words: list[str], said: str = "", home: Path | None = None) -> str:
    """What a program answers, in a home of its own and with its own tables of zones."""
    own = {"HOME": str(home), "XDG_CONFIG_HOME": str(home)} if home else {}
    done = subprocess.run(
        words,
        input=said,
        env={**os.environ, "PYTHONTZPATH": "", "LC_ALL": "C.UTF-8", **own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{words}:\n{done.stdout}{done.stderr}"
    return done.stdout
