"""Sponsors see which meetings lack an adult; adults when they are in two places at once."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
import time_machine

from clubs.models.clubs import Club, Step
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
ALONE, TWICE = "No adult is named", "You are planned in two places"


@pytest.fixture(autouse=True)
def monday() -> Iterator[time_machine.Traveller]:
    morning = datetime(2026, 11, 16, 16, 0, tzinfo=UTC)
    with time_machine.travel(morning, tick=False) as traveller:
        yield traveller


@pytest.fixture
def sponsor(build: Builder) -> Person:
    return build.staff()


@pytest.fixture
def club(build: Builder, sponsor: Person) -> Club:
    return build.club(Step.UNLISTED, sponsor=sponsor, name="Lanterns")


def today_of(visitor: Visit, person: Person) -> str:
    return visitor(person).get("/").words


def test_a_sponsor_sees_the_first_meeting_without_an_adult(
    build: Builder, visitor: Visit, sponsor: Person, club: Club
) -> None:
    first = build.meeting(club, TUESDAY)
    page = visitor(sponsor).get("/")
    assert (
        "Lanterns No adult is named for the meeting on Tuesday, November 17" in page.words
    )
    assert page.page.select_one(f'a[href="/m/{first.id}/adult"]') is not None
    build.meeting(club, TUESDAY.replace(day=19))
    build.sitting(first, starts=time(13, 0), ends=time(13, 30))
    words = today_of(visitor, sponsor)
    assert "No adult is named for 2 meetings, the first on Tuesday, November 17" in words
    assert words.count(ALONE) == 1


NOT_ALONE: list[dict[str, Any]] = [
    {"on": TUESDAY, "state": MeetingState.CANCELLED},
    {"on": date(2026, 11, 24)},
    {"on": MONDAY, "starts": time(9, 0), "ends": time(9, 59)},
    {"on": date(2026, 11, 13)},
]


@pytest.mark.parametrize("given", NOT_ALONE)
def test_only_of_meetings_of_the_next_seven_days(
    build: Builder, visitor: Visit, sponsor: Person, club: Club, given: dict[str, Any]
) -> None:
    build.meeting(club, head_count=5, **given)
    assert ALONE not in today_of(visitor, sponsor)


def test_not_once_somebody_is_named(
    build: Builder, visitor: Visit, sponsor: Person, club: Club
) -> None:
    build.meeting(club, TUESDAY, adult_id=build.staff().id)
    assert ALONE not in today_of(visitor, sponsor)


def test_only_sponsors_are_told(
    build: Builder, visitor: Visit, sponsor: Person, club: Club
) -> None:
    build.meeting(club, TUESDAY)
    leader = build.student()
    build.member(club, leader, role="leader")
    for person in (leader, build.staff(), build.admin()):
        assert ALONE not in today_of(visitor, person)


AT = {"starts": time(12, 0), "ends": time(12, 30)}
PAIRS = [
    # the other one,                                           are they at once?
    ({"starts": time(12, 15), "ends": time(12, 45)}, True),
    ({"starts": time(12, 0), "ends": time(12, 30)}, True),
    ({"starts": time(12, 30), "ends": time(12, 45)}, False),
    ({"starts": time(11, 0), "ends": time(12, 0)}, False),
    ({"on": TUESDAY.replace(day=18), **AT}, False),
    ({"state": MeetingState.CANCELLED, **AT}, False),
]


@pytest.mark.parametrize("other, at_once", PAIRS)
def test_an_adult_is_warned_of_two_meetings_at_once(
    build: Builder,
    visitor: Visit,
    sponsor: Person,
    club: Club,
    other: dict[str, Any],
    *,
    at_once: bool,
) -> None:
    build.meeting(club, TUESDAY, adult_id=sponsor.id, **AT)
    # The second is a club they could not find, where they stand in.
    foreign = build.club(Step.UNLISTED, name="Beacons")
    build.meeting(foreign, adult_id=sponsor.id, **{"on": TUESDAY, **other})
    words = today_of(visitor, sponsor)
    assert ("You are planned in two places on Tuesday, November 17" in words) is at_once
    assert "Beacons" not in words
    assert TWICE not in today_of(visitor, build.staff())


def test_two_sittings_of_one_meeting_are_one_place(
    build: Builder, visitor: Visit, sponsor: Person, club: Club
) -> None:
    meeting = build.meeting(club, TUESDAY, adult_id=sponsor.id, **AT)
    build.sitting(meeting)
    assert TWICE not in today_of(visitor, sponsor)


def test_each_day_is_said_once(
    build: Builder, visitor: Visit, sponsor: Person, club: Club
) -> None:
    for _number in range(3):
        build.meeting(club, TUESDAY, adult_id=sponsor.id, **AT)
    assert today_of(visitor, sponsor).count(TWICE) == 1
