"""The school's desk says which clubs meet soon without an adult; the day where it may."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from clubs import clock
from clubs.models.clubs import ClubState, Step
from clubs.models.meetings import MeetingState
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def in_days(count: int) -> date:
    return clock.today(ZONE) + timedelta(days=count)


@pytest.mark.parametrize("step", list(Step))
def test_a_club_without_an_adult_is_on_the_desk(
    build: Builder, visitor: Visit, step: Step
) -> None:
    club = build.club(step, sponsor=build.staff(), leader=build.student())
    for count in (3, 2, 5):
        build.meeting(club, in_days(count))
    words = visitor(build.admin()).get("/school").words
    assert club.name in words
    dated = step in (Step.OPEN, Step.PRIVATE)
    day = in_days(2)
    assert (f"{day:%b} {day.day}" in words) is dated
    assert ("No adult is named for the meeting on" in words) is dated
    assert ("No adult is named for a meeting this week or next." in words) is not dated


def test_only_of_what_takes_place_within_a_week_and_lacks_an_adult(
    build: Builder, visitor: Visit
) -> None:
    club = build.club(sponsor=build.staff(), leader=build.student())
    build.meeting(club, in_days(8))
    build.meeting(club, in_days(-1))
    build.meeting(club, in_days(2), state=MeetingState.CANCELLED)
    build.meeting(club, in_days(2), adult_id=build.staff().id)
    closed = build.club(state=ClubState.CLOSED)
    build.meeting(closed, in_days(2))
    words = visitor(build.admin()).get("/school").words
    assert "No adult" not in words
    assert club.name not in words


@pytest.mark.parametrize("step", [Step.CONFIDENTIAL, Step.UNLISTED])
def test_where_admins_see_no_days_it_comes_and_goes_with_the_week(
    build: Builder, visitor: Visit, step: Step
) -> None:
    """A meeting on Wednesday the 25th: the line must not begin or end on that day."""
    shown = []
    club = build.club(step, sponsor=build.staff(), leader=build.student())
    build.meeting(club, date(2026, 11, 25))
    admin = build.admin()
    for day in range(14, 31):
        with time_machine.travel(datetime(2026, 11, day, 18, tzinfo=UTC), tick=False):
            if "No adult" in visitor(admin).get("/school").words:
                shown.append(day)
    assert shown == list(range(16, 30))


def test_other_schools_are_not_on_it(build: Builder, visitor: Visit) -> None:
    there = build.another_school()
    club = build.club(school_id=there.id)
    build.meeting(club, in_days(2))
    assert "No adult" not in visitor(build.admin()).get("/school").words
