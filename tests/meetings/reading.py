"""Reading pages and the database in the tests of meetings."""

from datetime import date
from typing import Any

from bs4 import Tag

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, Sitting
from clubs.models.notices import Mail
from tests.factories import Builder
from tests.visitor import Answer

WEDNESDAY = date(2026, 11, 18)
TODAY = date(2026, 11, 16)
ONCE: dict[str, Any] = {
    "how": "once",
    "on_date": "2026-11-18",
    "starts": "12:05",
    "ends": "12:45",
    "place": "Room 12",
    "agenda": "We *say hello*.",
}
WEEKLY = ONCE | {"how": "weekly", "last": "day", "until": "2026-12-16"}


def part(answer: Answer, selector: str) -> Tag:
    """The one element a page must have."""
    found = answer.page.select_one(selector)
    assert found is not None, selector
    return found


def again(build: Builder, meeting: Meeting) -> Meeting:
    with build.site():
        return db.session.get_one(Meeting, meeting.id)


def planned(build: Builder) -> list[Meeting]:
    with build.site():
        return list(db.session.scalars(db.select(Meeting).order_by(Meeting.on_date)))


def sittings_of(build: Builder, meeting: Meeting) -> list[Sitting]:
    """Those of one meeting, the earliest first."""
    own = db.select(Sitting).where(Sitting.meeting_id == meeting.id)
    with build.site():
        return list(db.session.scalars(own.order_by(Sitting.starts)))


def mails(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(db.select(Mail)).all())


def series_of(build: Builder, club: Club, weeks: int = 4) -> list[Meeting]:
    last = WEDNESDAY + clock.days(7 * (weeks - 1))
    series = build.keep(
        MeetingSeries(
            school_id=club.school_id,
            club_id=club.id,
            weekday=2,
            first_on=WEDNESDAY,
            last_on=last,
        )
    )
    return [
        build.meeting(club, WEDNESDAY + clock.days(7 * week), series_id=series.id)
        for week in range(weeks)
    ]
