"""A lunch at 12:05 is at 12:05, whatever the provinces do with their clocks."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from clubs import clock
from clubs.models.people import School
from tests.factories import Builder
from tests.visitor import Visitor

DAY = date(2026, 11, 19)
IN_UTC = [
    ("America/Edmonton", datetime(2026, 11, 19, 18, 5, tzinfo=UTC)),
    ("America/Vancouver", datetime(2026, 11, 19, 19, 5, tzinfo=UTC)),
]


@pytest.mark.parametrize("zone, instant", IN_UTC)
def test_lunch_after_the_change_of_november_2026(zone: str, instant: datetime) -> None:
    assert clock.moment(DAY, time(12, 5), zone) == instant


@pytest.mark.parametrize("zone, instant", IN_UTC)
def test_a_meeting_can_be_cancelled_until_its_lunch_begins(
    build: Builder,
    visitor: Callable[..., Visitor],
    monday: object,
    zone: str,
    instant: datetime,
) -> None:
    school = build.keep(School(name="Far School", zone=zone))
    leader = build.student(school_id=school.id)
    club = build.club(leader=leader, school_id=school.id)
    meeting = build.meeting(club, DAY, zone=zone)
    monday.move_to(instant - clock.timedelta(minutes=1))  # type: ignore[attr-defined]  # a traveller
    assert "Cancel it" in visitor(leader).get(f"/m/{meeting.id}").words
    monday.move_to(instant)  # type: ignore[attr-defined]  # a traveller
    page = visitor(leader).get(f"/m/{meeting.id}")
    assert "Cancel it" not in page.words
    assert "Thursday, November 19" in page.words
    assert "12:05 to 12:45" in page.words
    assert zone not in page.words


def test_after_the_school_changed_its_zone_a_meeting_names_the_zone_it_was_planned_in(
    build: Builder, visitor: Callable[..., Visitor]
) -> None:
    meeting = build.meeting(build.club(), DAY, zone="America/Vancouver")
    page = visitor(build.student()).get(f"/m/{meeting.id}")
    assert "12:05 to 12:45 (America/Vancouver)" in page.words
