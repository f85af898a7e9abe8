"""What the tests read: days, meetings and the calendar as a page shows it."""

import io
from datetime import date
from typing import Any

from clubs import timetable
from clubs.db import db
from clubs.models.meetings import Meeting, Sitting
from clubs.models.people import School
from clubs.models.timetable import DayMark
from clubs.timetable import Day
from tests.factories import Builder
from tests.visitor import Answer, Visitor


def at(kind_id: str, starts: str, ends: str) -> dict[str, Any]:
    """The fields of a slot's times on one kind of day."""
    return {f"starts_{kind_id}": starts, f"ends_{kind_id}": ends}


def day(build: Builder, on: date) -> Day:
    """What the site has worked out about a date."""
    with build.site():
        return timetable.timetable_of(build.school.id, on, on).day(on)


def cycle(build: Builder, first: date, last: date) -> str:
    """The cycle days of dates in a row, with a dot where there is none."""
    with build.site():
        table = timetable.timetable_of(build.school.id, first, last)
        return "".join(
            str(table.day(date.fromordinal(n)).cycle_day or ".")
            for n in range(first.toordinal(), last.toordinal() + 1)
        )


def school(build: Builder) -> School:
    with build.site():
        return db.session.get_one(School, build.school.id)


def meeting_now(build: Builder, meeting: Meeting) -> Meeting:
    with build.site():
        return db.session.get_one(Meeting, meeting.id)


def sitting_now(build: Builder, meeting: Meeting) -> Sitting:
    with build.site():
        return db.session.query(Sitting).filter_by(meeting_id=meeting.id).one()


def recorded(admin: Visitor) -> str:
    return admin.get("/school/record").words


IMPORT = "/school/calendar/import"


def bring(admin: Visitor, content: bytes, expect: int = 303, name: str = "x.ics") -> Answer:
    """Send a file; the preview, or the page that says why not."""
    file = (io.BytesIO(content), name)
    answer = admin.post(IMPORT, {"file": file}, expect, content_type="multipart/form-data")
    return admin.get(answer.location) if expect == 303 else answer


def marks(build: Builder) -> list[DayMark]:
    with build.site():
        return db.session.query(DayMark).order_by(DayMark.on_date, DayMark.source).all()
