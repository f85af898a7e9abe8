"""Read a calendar the way a device does, and switch one on the way a person does."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask
from icalendar import Calendar
from werkzeug.test import TestResponse

from clubs.db import db, new_id
from clubs.models.clubs import Club
from clubs.models.people import School
from tests.factories import Builder


@dataclass(frozen=True)
class Entry:
    """One entry of a calendar; times as instants."""

    uid: str
    summary: str
    place: str
    starts: datetime
    ends: datetime
    status: str
    sequence: int


def entries(text: str) -> list[Entry]:
    calendar = Calendar.from_ical(text)
    assert not calendar.errors
    found = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors
        found.append(
            Entry(
                uid=str(event["UID"]),
                summary=str(event["SUMMARY"]),
                place=str(event["LOCATION"]),
                starts=event.decoded("DTSTART").astimezone(UTC),
                ends=event.decoded("DTEND").astimezone(UTC),
                status=str(event["STATUS"]),
                sequence=event.decoded("SEQUENCE"),
            )
        )
    return found


def summaries(text: str) -> list[str]:
    return [one.summary for one in entries(text)]


def school_feed(build: Builder, school: School | None = None) -> str:
    """Switch a school's calendar on; its address."""
    with build.site():
        held = db.session.get_one(School, (school or build.school).id)
        held.feed_key = new_id()
        return address(held.feed_key)


def club_feed(build: Builder, club: Club) -> str:
    """Give a club's calendar an address, whatever its step."""
    with build.site():
        held = db.session.get_one(Club, club.id)
        held.feed_key = new_id()
        return address(held.feed_key)


def address(key: str) -> str:
    return f"/calendar/{key}.ics"


def ask(app: Flask, where: str, **headers: str) -> TestResponse:
    """As a calendar asks: without a cookie."""
    return app.test_client(use_cookies=False).get(where, headers=headers)
