"""Reading pages and the database in the tests of meetings."""

from datetime import date

from bs4 import Tag

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.notices import Mail
from tests.factories import Builder
from tests.visitor import Answer

WEDNESDAY = date(2026, 11, 18)
TODAY = date(2026, 11, 16)


def part(answer: Answer, selector: str) -> Tag:
    """The one element a page must have."""
    found = answer.page.select_one(selector)
    assert found is not None, selector
    return found


def again(build: Builder, meeting: Meeting) -> Meeting:
    with build.site():
        return db.session.get_one(Meeting, meeting.id)


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
