"""The week on one page: only what everybody at the school may know, the same for all."""

from collections.abc import Callable, Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
import time_machine

from clubs.models.clubs import ClubState, Step
from clubs.models.meetings import MeetingState
from tests.factories import ZONE, Builder
from tests.factories_school_time import SchoolTime
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
MARK = "Zephyrlamp"
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo(ZONE))


@pytest.fixture(autouse=True)
def _a_tuesday() -> Iterator[None]:
    with time_machine.travel(TUESDAY, tick=False):
        yield


@pytest.fixture
def school(build: Builder) -> SchoolTime:
    return SchoolTime(build)


def rows(answer: Answer) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in answer.page.select("tbody tr")]


@pytest.mark.parametrize("step", Step)
def test_nobodys_own_groups_are_on_it(
    build: Builder, visitor: Visit, school: SchoolTime, step: Step
) -> None:
    club, member = build.club(step, name=MARK, sponsor=build.staff()), build.student()
    build.member(club, member)
    school.meets(club, "A")
    shown = step in (Step.OPEN, Step.PRIVATE)
    for person in (member, build.student(), build.staff(), build.caregiver()):
        assert (MARK in visitor(person).get("/week").words) == shown


def test_it_is_the_same_for_everybody(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    club, member = build.club(Step.CONFIDENTIAL, sponsor=build.staff()), school.student("B")
    build.member(club, member)
    school.meets(club, "A")
    school.meets(build.club(), "AC")
    seen = {visitor(person).get("/week").words for person in (member, school.student("A"))}
    assert len(seen) == 1


def test_days_are_rows_and_slots_are_columns_in_the_order_of_the_day(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.closes_early(1, cycle_day=4)
    school.no_school(3, "Family Day")
    school.meets(build.club(name="Noon"), "BA", place="Room 4")
    school.meets(
        build.club(name="Painted"), "A", 2, state=MeetingState.CANCELLED, change_words="Wet"
    )
    build.meeting(build.club(name="Late"), school.day(1), starts=time(15), ends=time(16))
    answer = visitor(build.student()).get("/week")
    heads = [one.get_text() for one in answer.page.select("thead th")]
    assert heads == ["Day", "Lunch A", "Lunch B", "At other times"]
    assert rows(answer) == [
        "Mon, Nov 23",
        "Tue, Nov 24 Noon Room 4 Noon Room 4",
        "Wed, Nov 25 · Day 4 · Early closing 15:00 Late Room 12",
        "Thu, Nov 26 Painted Cancelled",
    ]
    assert "Wet" not in answer.words


@pytest.mark.parametrize("state", [ClubState.PAUSED, ClubState.CLOSED, ClubState.PROPOSED])
def test_only_clubs_that_run_are_on_it(
    build: Builder, visitor: Visit, school: SchoolTime, state: ClubState
) -> None:
    school.meets(build.club(state=state, name=MARK), "A")
    assert MARK not in visitor(build.student()).get("/week").words


def test_other_weeks_and_other_schools_are_not_on_it(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.meets(build.club(name=MARK), "A", 6)
    build.meeting(
        build.club(name="Far away", school_id=build.another_school().id), school.day(0)
    )
    words = visitor(build.student()).get("/week").words
    assert "Nothing is planned this week" in words
    assert MARK not in words


def test_on_a_weekend_it_is_the_week_to_come(
    build: Builder, visitor: Visit, school: SchoolTime
) -> None:
    school.meets(build.club(name=MARK), "A", 6)
    build.meeting(build.club(name="On Sunday"), school.day(12))
    with time_machine.travel(datetime(2026, 11, 28, 9, tzinfo=ZoneInfo(ZONE)), tick=False):
        answer = visitor(build.student()).get("/week")
    assert "The week from Monday, November 30" in answer.words
    assert any(MARK in row for row in rows(answer))
    # A weekend is only there if something is on.
    assert rows(answer)[-1].startswith("Sun, Dec 6")
    assert not any(row.startswith("Sat") for row in rows(answer))


def test_today_leads_to_it(build: Builder, visitor: Visit) -> None:
    assert visitor(build.student()).get("/").page.select_one('main a[href="/week"]')
