"""Head counts: a number, from the day on, for the people who run the club alone (P5)."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine

from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.meetings import Meeting, MeetingState
from tests.factories import Builder
from tests.meetings.reading import part
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 13)


def count_of(build: Builder, meeting: Meeting) -> int | None:
    with build.site():
        return db.session.get_one(Meeting, meeting.id).head_count


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
