"""Finding a club one can get to: one's own lunch, a day, a time."""

from collections.abc import Callable
from datetime import time

import pytest

from clubs import clock
from clubs.models.clubs import PartOfDay
from clubs.models.meetings import MeetingSeries, MeetingState
from tests.directory.reading import names
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


# usual part of day, a meeting's lunch, found by a student of lunch A
REACH = [
    (PartOfDay.BEFORE, None, True),
    (PartOfDay.LUNCH, None, False),
    (PartOfDay.LUNCH, "A", True),
    (PartOfDay.LUNCH, "B", False),
    (None, "no lunch", True),
    (None, "B", False),
    (None, None, False),
]


@pytest.mark.parametrize("part, lunch, found", REACH)
def test_i_can_get_there_knows_my_own_lunch(
    build: Builder,
    visitor: Visit,
    part: PartOfDay | None,
    lunch: str | None,
    found: bool,
) -> None:
    waves = {"A": build.wave("A").id, "B": build.wave("B", time(12, 20)).id}
    club = build.club(part_of_day=part)
    if lunch:
        build.meeting(club, wave_id=waves.get(lunch))
    student = build.student(wave_id=waves["A"])
    assert len(names(visitor(student).get("/clubs?reachable=1"))) == found


def test_who_has_no_lunch_of_their_own_can_get_to_any(
    build: Builder, visitor: Visit
) -> None:
    build.meeting(build.club(), wave_id=build.wave().id)
    build.club(part_of_day=PartOfDay.LUNCH)
    assert len(names(visitor(build.student()).get("/clubs?reachable=1"))) == 2


def test_cancelled_and_past_meetings_are_not_within_reach(
    build: Builder, visitor: Visit
) -> None:
    club = build.club()
    build.meeting(club, state=MeetingState.CANCELLED)
    build.meeting(club, clock.today(ZONE) - clock.days(1))
    assert names(visitor(build.student()).get("/clubs?reachable=1")) == []


def test_a_series_and_a_lunch_meeting_count_as_day_and_part(
    build: Builder, visitor: Visit
) -> None:
    club, today = build.club(), clock.today(ZONE)
    series = MeetingSeries(
        school_id=club.school_id, club_id=club.id, weekday=4, first_on=today, last_on=today
    )
    build.keep(series)
    build.meeting(club, wave_id=build.wave().id)
    reader = visitor(build.student())
    assert names(reader.get("/clubs?weekday=4&part=lunch")) == [club.name]
    assert names(reader.get("/clubs?weekday=3")) == []
    assert names(reader.get("/clubs?part=after")) == []
