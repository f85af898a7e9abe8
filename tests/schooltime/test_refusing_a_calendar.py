"""What is no calendar is said so; what is long is cut; what is another's is unknown."""

import io
from collections.abc import Callable

import pytest

from clubs.schooltime.ics import LARGEST
from tests.factories import Builder
from tests.schooltime.made_calendars import all_day, calendar
from tests.schooltime.reading import IMPORT, bring, marks
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "This is not a calendar."),
        (b"PK\x03\x04\x00\x00", "This is not a calendar."),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * LARGEST, "This file is larger than 1 MB."),
    ],
)
def test_what_is_no_calendar_is_said_on_the_page(
    admin: Visitor, content: bytes, sentence: str
) -> None:
    assert sentence in bring(admin, content, expect=422).words


def test_a_file_has_to_be_chosen(admin: Visitor) -> None:
    assert "Choose a file first." in admin.post(IMPORT, expect=422).words


def test_of_very_many_titles_the_first_are_asked_about(admin: Visitor) -> None:
    many = [all_day(f"Event {n}", "20261124") for n in range(230)]
    page = bring(admin, calendar(*many))
    assert len(page.page.select("main select")) == 200
    assert "and 30 more, which mean nothing for this site" in page.words
    assert len(page.response.get_data()) < 400_000


def test_nobody_else_sees_or_applies_what_somebody_brought(
    build: Builder, visitor: Visit
) -> None:
    admin = visitor(build.admin())
    answer = admin.post(
        IMPORT,
        {"file": (io.BytesIO(calendar(all_day("Holiday", "20261124"))), "x.ics")},
        content_type="multipart/form-data",
    )
    for other in (build.admin(), build.admin(school_id=build.another_school().id)):
        visitor(other).get(answer.location, expect=404)
        visitor(other).post(answer.location, expect=404)
    admin.get(f"{IMPORT}/short", expect=404)
    assert marks(build) == []
