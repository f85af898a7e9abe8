"""What the tests of coming read off pages and out of the database."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingComing, MeetingJob
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.planning.gathering import opened_handle
from tests.factories import Builder
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
WEDNESDAY = date(2026, 11, 18)


def comings(build: Builder) -> list[MeetingComing]:
    with build.site():
        return list(db.session.scalars(select(MeetingComing)))


def jobs(build: Builder, meeting: Meeting) -> dict[str, str]:
    """The jobs of a meeting and who has them, as only the key opens it."""
    with build.site():
        rows = db.session.scalars(
            select(MeetingJob).where(MeetingJob.meeting_id == meeting.id)
        )
        return {
            one.name: opened_handle(one.school_id, one.id, one.claimed_as) for one in rows
        }


def club_with(build: Builder, club: Club, member: Person, handle: str) -> Club:
    build.member(club, member, handle=handle)
    return club


def told(answer: Answer, heading: str) -> str:
    """The words under a heading of a page."""
    found = answer.page.find("h2", string=heading)
    assert found is not None, f"no {heading!r} on the page"
    words = found.find_next("p")
    assert words is not None
    return " ".join(words.get_text().split())
