"""Head counts: a number, from the day on, for the people who run the club alone (P5)."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine

from clubs.models.clubs import Step
from clubs.models.meetings import Meeting, MeetingState
from tests.factories import Builder
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import part, sittings_of
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 13)


def count_of(build: Builder, meeting: Meeting) -> int | None:
    return sittings_of(build, meeting)[0].head_count


@pytest.mark.parametrize("day", [MONDAY, FRIDAY])
def test_a_leader_counts_on_the_day_or_later(
    build: Builder, visitor: Visit, day: date
) -> None:
    leader = build.student()
    meeting = build.meeting(build.club(leader=leader), day)
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meeting.id}"), "/head-count", number="17")
    assert count_of(build, meeting) == 17
    shown = visit.get(f"/m/{meeting.id}")
    assert part(shown, "input[name=number]")["value"] == "17"


def test_not_before_its_day(
    build: Builder, visitor: Visit, monday: time_machine.Traveller
) -> None:
    leader = build.student()
    meeting = build.meeting(build.club(leader=leader), date(2026, 11, 17))
    visit = visitor(leader)
    assert "Head count" not in visit.get(f"/m/{meeting.id}").words
    answer = visit.post(f"/m/{meeting.id}/head-count", {"number": "17"}, expect=403)
    assert "on the day of the meeting or later" in answer.words
    # At the school it is still Monday while the 17th has begun in UTC.
    monday.move_to("2026-11-17T05:59:00Z")
    visitor(leader).post(f"/m/{meeting.id}/head-count", {"number": "17"}, expect=403)
    monday.move_to("2026-11-17T06:00:00Z")
    visitor(leader).post(f"/m/{meeting.id}/head-count", {"number": "17"})


def test_nobody_counts_a_cancelled_meeting(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    meeting = build.meeting(club, FRIDAY, state=MeetingState.CANCELLED)
    visit = visitor(leader)
    visit.post(f"/m/{meeting.id}/head-count", {"number": "17"}, expect=403)
    assert "Head count" not in visit.get(f"/m/{meeting.id}").words


@pytest.mark.parametrize(
    "number, sentence",
    [
        ("", "Write a whole number."),
        ("many", "Write a whole number."),
        ("3.5", "Write a whole number."),
        ("=1+1", "Write a whole number."),
        ("-1", "Write a number from 0 to 2000."),
        ("2001", "Write a number from 0 to 2000."),
        ("9" * 40, "Write a number from 0 to 2000."),
    ],
)
def test_only_a_number_is_kept(
    build: Builder, visitor: Visit, number: str, sentence: str
) -> None:
    leader = build.student()
    meeting = build.meeting(build.club(leader=leader), FRIDAY)
    visit = visitor(leader)
    page = visit.post(f"/m/{meeting.id}/head-count", {"number": number}, expect=422)
    assert sentence in page.words
    assert part(page, "input[name=number]")["value"] == number
    assert count_of(build, meeting) is None


@pytest.mark.parametrize("number", ["0", "2000"])
def test_the_ends_of_the_range_are_numbers_too(
    build: Builder, visitor: Visit, number: str
) -> None:
    leader = build.student()
    meeting = build.meeting(build.club(leader=leader), FRIDAY)
    visitor(leader).post(f"/m/{meeting.id}/head-count", {"number": number})
    assert count_of(build, meeting) == int(number)


def test_each_sitting_has_a_count_of_its_own(build: Builder, visitor: Visit) -> None:
    leader, school = build.student(), SchoolTime(build)
    club = build.club(leader=leader)
    meeting = school.meets(club, "AC", ahead=-3)
    first, second = sittings_of(build, meeting)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}")
    assert "How many came, Lunch A" in page.words
    assert "How many came, Lunch C" in page.words
    address = f"/m/{meeting.id}/head-count"
    visit.post(address, {"number": "8", "sitting": second.id})
    assert [one.head_count for one in sittings_of(build, meeting)] == [None, 8]
    visit.post(address, {"number": "5", "sitting": first.id})
    assert [one.head_count for one in sittings_of(build, meeting)] == [5, 8]
    shown = visit.get(f"/m/{meeting.id}").page.select("input[name=number]")
    assert [one["value"] for one in shown] == ["5", "8"]
    assert "13" in part(visit.get(f"/c/{club.id}/meetings"), "table").get_text()


def test_a_mistake_stays_with_its_sitting(build: Builder, visitor: Visit) -> None:
    leader, school = build.student(), SchoolTime(build)
    meeting = school.meets(build.club(leader=leader), "AC", ahead=-3)
    second = sittings_of(build, meeting)[1]
    fields = {"number": "many", "sitting": second.id}
    page = visitor(leader).post(f"/m/{meeting.id}/head-count", fields, expect=422)
    shown = page.page.select("input[name=number]")
    assert [one["value"] for one in shown] == ["", "many"]
    assert [one.has_attr("aria-invalid") for one in shown] == [False, True]


def test_a_sitting_of_another_meeting_is_not_counted_here(
    build: Builder, visitor: Visit
) -> None:
    leader = build.student()
    mine, other = (
        build.meeting(build.club(leader=leader), FRIDAY),
        build.meeting(build.club(), FRIDAY),
    )
    foreign = sittings_of(build, other)[0]
    fields = {"number": "8", "sitting": foreign.id}
    visitor(leader).post(f"/m/{mine.id}/head-count", fields, expect=200)
    assert (count_of(build, mine), count_of(build, other)) == (None, None)


@pytest.mark.parametrize("step", list(Step))
def test_only_those_who_run_the_club_see_how_many_came(
    build: Builder, visitor: Visit, step: Step
) -> None:
    leader, sponsor, member = build.student(), build.staff(), build.student()
    club = build.club(step, leader=leader, sponsor=sponsor)
    build.member(club, member)
    meeting = build.meeting(club, FRIDAY, head_count=1234)
    uncounted = build.meeting(club, FRIDAY)
    for person in (leader, sponsor):
        assert "1234" in visitor(person).get(f"/c/{club.id}/meetings").words
        assert "not counted" in visitor(person).get(f"/c/{club.id}/meetings").words
        assert "1234" in visitor(person).get(f"/m/{meeting.id}").text
        assert "1234" not in visitor(person).get(f"/m/{uncounted.id}").text
    others = [member]
    if step in (Step.OPEN, Step.PRIVATE):
        others += [build.student(), build.staff(), build.admin(), build.caregiver()]
    for person in others:
        for address in (f"/c/{club.id}/meetings", f"/m/{meeting.id}"):
            answer = visitor(person).get(address)
            assert "1234" not in answer.text
            assert "count" not in answer.words
            assert not any("head_count" in q for q in answer.queries if address[1] == "c")
