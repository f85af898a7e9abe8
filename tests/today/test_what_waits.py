"""What waits for an answer: for each who can give it, oldest first, one button each."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from clubs import clock, notices
from clubs.belonging import Standing
from clubs.models.clubs import Club, SponsorStanding, Step
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Stage
from tests.factories import ZONE, Builder
from tests.today.reading import button, waiting
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def a_request(build: Builder, club: Club, days_ago: int = 0) -> None:
    since = clock.now() - timedelta(days=days_ago)
    build.member(club, build.student(), standing=Standing.ASKED, since=since)


def a_proposal(
    build: Builder, club: Club, stage: Stage, about: About = About.CHANGE, late: int = -3
) -> Proposal:
    due = clock.today(ZONE) - timedelta(days=late)
    return build.keep(
        Proposal(
            school_id=club.school_id,
            club_id=club.id,
            event_id=build.event(club).id if about is About.EVENT else None,
            about=about,
            stage=stage,
            waiting_since=due - timedelta(days=7),
            due_on=due,
        )
    )


# step, and who is shown that somebody asks
REQUESTS = [
    (Step.PRIVATE, {"leader", "sponsor"}),
    (Step.CONFIDENTIAL, {"sponsor"}),
    (Step.UNLISTED, {"sponsor"}),
]


@pytest.mark.parametrize("step, told", REQUESTS)
@pytest.mark.parametrize(
    "who", ["leader", "sponsor", "member", "classmate", "other sponsor", "admin"]
)
def test_requests_wait_for_those_who_answer_them(
    build: Builder, visitor: Visit, step: Step, told: set[str], who: str
) -> None:
    people: dict[str, Person] = {
        "leader": build.student(),
        "sponsor": build.staff(),
        "member": build.student(),
        "classmate": build.student(),
        "other sponsor": build.staff(),
        "admin": build.admin(),
    }
    club = build.club(step, leader=people["leader"], sponsor=people["sponsor"])
    build.club(step, sponsor=people["other sponsor"])
    build.member(club, people["member"])
    a_request(build, club)
    answer = visitor(people[who]).get("/")
    assert bool(waiting(answer)) == (who in told)
    if who in told:
        assert "Somebody asks to join." in waiting(answer)[0]
        assert button(answer) == f"/c/{club.id}/requests"


def test_several_requests_are_one_line_and_older_ones_come_first(
    build: Builder, visitor: Visit
) -> None:
    sponsor = build.staff()
    young, old = (
        build.club(Step.PRIVATE, sponsor=sponsor, name=name) for name in ("Young", "Old")
    )
    a_request(build, young, 1)
    a_request(build, young, 2)
    a_request(build, old, 3)
    lines = waiting(visitor(sponsor).get("/"))
    assert [line.split()[0] for line in lines] == ["Old", "Young"]
    assert "2 people ask to join." in lines[1]


def test_staff_see_what_waits_before_what_is_on(build: Builder, visitor: Visit) -> None:
    sponsor = build.staff()
    leader = build.student()
    club = build.club(Step.PRIVATE, sponsor=sponsor, leader=leader)
    build.meeting(club)
    a_request(build, club)
    for person, first in ((sponsor, "Waiting for you"), (leader, "On today")):
        heads = visitor(person).get("/").page.select("main h2")
        assert first in heads[0].get_text()


# about, stage, who it waits for, and a few words of it
PROPOSALS = [
    (About.CLUB, Stage.WITH_SPONSOR, {"asked"}, "You are asked to sponsor it."),
    (About.CHANGE, Stage.WITH_SPONSOR, {"sponsor"}, "A new text for"),
    (About.EVENT, Stage.WITH_SPONSOR, {"sponsor"}, "Pink Shirt Day An event of Club"),
    (About.CLUB, Stage.NEEDS_SPONSOR, {"admin"}, "It needs a sponsor."),
    (About.CLUB, Stage.WITH_SCHOOL, {"admin"}, "The school decides."),
    (About.CLUB, Stage.CHANGES_ASKED, {"leader"}, "You were asked for a change."),
    (About.CHANGE, Stage.CHANGES_ASKED, {"leader", "sponsor"}, "asked for a change"),
    (About.CLUB, Stage.ACCEPTED, set(), ""),
    (About.CLUB, Stage.DECLINED, set(), ""),
]


@pytest.mark.parametrize("about, stage, told, words", PROPOSALS)
@pytest.mark.parametrize(
    "who", ["asked", "sponsor", "leader", "admin", "member", "teacher"]
)
def test_proposals_wait_for_those_whose_turn_it_is(
    build: Builder,
    visitor: Visit,
    about: About,
    stage: Stage,
    told: set[str],
    words: str,
    who: str,
) -> None:
    staff = {name: build.staff() for name in ("asked", "sponsor", "teacher")}
    students = {name: build.student() for name in ("leader", "member")}
    people = {**staff, **students, "admin": build.admin()}
    club = build.club(Step.CONFIDENTIAL, leader=people["leader"], sponsor=people["sponsor"])
    build.member(club, people["member"])
    build.sponsorship(club, people["asked"], SponsorStanding.ASKED)
    proposal = a_proposal(build, club, stage, about)
    answer = visitor(people[who]).get("/")
    expected = who in told or (stage, who) == (Stage.WITH_SPONSOR, "sponsor")
    assert bool(waiting(answer)) == expected
    if who in told:
        assert words in waiting(answer)[0]
        assert button(answer) == f"/p/{proposal.id}"


@pytest.mark.parametrize("stage", [Stage.WITH_SPONSOR, Stage.CHANGES_ASKED])
def test_late_ones_rise_to_the_admin_and_to_the_top(
    build: Builder, visitor: Visit, stage: Stage
) -> None:
    sponsor = build.staff()
    late, waits = (build.club(Step.OPEN, sponsor=sponsor, name=n) for n in ("Aaa", "Bbb"))
    on_time = build.club(Step.OPEN, sponsor=sponsor, name="Ccc")
    a_proposal(build, late, stage, late=1)
    a_proposal(build, on_time, stage, late=0)
    a_proposal(build, waits, Stage.WITH_SCHOOL, late=-3)
    lines = waiting(visitor(build.admin()).get("/"))
    assert len(lines) == 2
    assert "Aaa" in lines[0]
    assert "Late" in lines[0]
    assert "Bbb" in lines[1]


@pytest.mark.parametrize("step", Step)
def test_a_club_without_a_sponsor_is_the_admins_to_see(
    build: Builder, visitor: Visit, step: Step
) -> None:
    club = build.club(step)
    build.sponsorship(club, build.staff(), SponsorStanding.ASKED)
    build.club(step, sponsor=build.staff())
    admin = visitor(build.admin())
    answer = admin.get("/")
    assert [line.startswith(club.name) for line in waiting(answer)] == [True]
    admin.get(button(answer))
    assert waiting(visitor(build.staff()).get("/")) == []


# days ago, more of the meeting, whether it waits to be counted
COUNTS = [
    (1, {}, True),
    (14, {}, True),
    (15, {}, False),
    (0, {}, False),
    (1, {"head_count": 0}, False),
    (1, {"state": MeetingState.CANCELLED}, False),
]


@pytest.mark.parametrize("days, given, waits", COUNTS)
def test_uncounted_meetings_wait_for_those_who_run_the_club(
    build: Builder, visitor: Visit, days: int, given: dict[str, Any], waits: bool
) -> None:
    leader, member = build.student(), build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader)
    build.member(club, member)
    on = clock.today(ZONE) - timedelta(days=days)
    meeting = build.meeting(club, on, **given)
    answer = visitor(leader).get("/")
    assert bool(waiting(answer)) == waits
    assert waiting(visitor(member).get("/")) == []
    if waits:
        assert button(answer) == f"/m/{meeting.id}"


def test_one_uncounted_meeting_a_club_is_enough(build: Builder, visitor: Visit) -> None:
    leader, today = build.student(), clock.today(ZONE)
    club = build.club(leader=leader)
    build.meeting(club, today - timedelta(days=2))
    oldest = build.meeting(club, today - timedelta(days=9))
    answer = visitor(leader).get("/")
    assert len(waiting(answer)) == 1
    assert button(answer) == f"/m/{oldest.id}"


@pytest.mark.parametrize("step", Step)
def test_an_admins_page_is_the_same_before_and_after_one_student(
    build: Builder, visitor: Visit, step: Step
) -> None:
    """P6: nothing changes when a student joins, leaves, asks or is offered a place."""
    club = build.club(step, sponsor=build.staff(), leader=build.student())
    build.meeting(club)
    reader = visitor(build.admin())
    before = reader.get("/").page.find("main")
    for standing in Standing:
        build.member(club, build.student(), standing=standing, since=clock.now())
        assert reader.get("/").page.find("main") == before


def test_the_fullest_page_costs_eight_queries(build: Builder, visitor: Visit) -> None:
    busy = build.admin()
    for step in Step:
        club = build.club(step, sponsor=busy, leader=build.student())
        build.meeting(club)
        build.event(club)
        a_request(build, club)
        a_proposal(build, club, Stage.WITH_SCHOOL)
    build.club()
    with build.site():
        notices.tell(busy.school_id, busy.id, "A word for you")
    answer = visitor(busy).get("/")
    assert len(waiting(answer)) == 8
    assert len(answer.queries) <= 8
