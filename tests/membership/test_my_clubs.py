"""My clubs: one list of all one has to do with, and how one stands to each."""

from collections.abc import Callable
from datetime import time

import pytest

from clubs import clock
from clubs.belonging import Role, Standing
from clubs.models.clubs import ClubState, SponsorStanding, Step
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]

SAID = [
    (Standing.ASKED, Role.MEMBER, "You have asked to join", "Take it back"),
    (Standing.WAITING, Role.MEMBER, "You are on the waiting list", "Take it back"),
    (Standing.OFFERED, Role.MEMBER, "There is a place for you", "Take it back"),
    (Standing.MEMBER, Role.MEMBER, "You belong", "Leave"),
    (Standing.MEMBER, Role.LEADER, "You lead", "Leave"),
]


def sections(visitor: Visit, person: Person) -> dict[str, str]:
    """What the page says of each club, by name."""
    page = visitor(person).get("/my-clubs").page
    found = {}
    for one in page.select("main section"):
        heading = one.find("h2")
        assert heading is not None
        found[heading.get_text(strip=True)] = " ".join(one.get_text(" ").split())
    return found


@pytest.mark.parametrize("no_list", [False, True], ids=["a list", "no list"])
@pytest.mark.parametrize("standing,role,words,way_out", SAID)
def test_each_standing_in_its_words(
    build: Builder,
    visitor: Visit,
    standing: Standing,
    role: Role,
    words: str,
    way_out: str,
    no_list: bool,
) -> None:
    club, student = build.club(Step.UNLISTED, no_list=no_list), build.student()
    build.member(club, student, standing=standing, role=role)
    said = sections(visitor, student)
    assert list(said) == [club.name]
    assert words in said[club.name]
    assert way_out in said[club.name]
    others = {one[2] for one in SAID} - {words}
    assert not any(one in said[club.name] for one in others)
    offered = "Take the place, or not" in said[club.name]
    assert offered == (standing is Standing.OFFERED)


def test_sponsors_see_what_they_sponsor_and_nothing_to_leave(
    build: Builder, visitor: Visit
) -> None:
    sponsor = build.staff()
    clubs = [build.club(step, sponsor=sponsor) for step in Step]
    asked = build.club(Step.UNLISTED)
    build.sponsorship(asked, sponsor, SponsorStanding.ASKED)
    said = sections(visitor, sponsor)
    assert set(said) == {club.name for club in clubs}
    for words in said.values():
        assert "You are the sponsor" in words
        assert "Leave" not in words


def test_somebody_with_nothing_is_shown_the_way(build: Builder, visitor: Visit) -> None:
    build.club(leader=build.student())
    page = visitor(build.student()).get("/my-clubs")
    assert "No clubs yet" in page.words
    assert page.page.select("main a[href='/clubs']")


STATES = [
    (ClubState.ACTIVE, ""),
    (ClubState.PILOT, ""),
    (ClubState.DRAFT, "This club is being set up."),
    (ClubState.PROPOSED, "This club waits for a decision."),
    (ClubState.PAUSED, "This club is taking a break."),
    (ClubState.CLOSED, "This club has closed."),
    (ClubState.DECLINED, "The school has not accepted this club."),
    (ClubState.WITHDRAWN, "This club was withdrawn before it began."),
]


@pytest.mark.parametrize("state,words", STATES)
def test_a_club_that_does_not_just_run_says_so(
    build: Builder, visitor: Visit, state: ClubState, words: str
) -> None:
    leader = build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader, state=state)
    said = sections(visitor, leader)[club.name]
    assert words in said
    assert not any(one in said for _, one in STATES if one and one != words)


def test_the_next_meeting_of_each_for_those_who_may_know(
    build: Builder, visitor: Visit
) -> None:
    club, member, asks = build.club(Step.CONFIDENTIAL), build.student(), build.student()
    build.member(club, member)
    build.member(club, asks, standing=Standing.ASKED)
    today = clock.today(ZONE)
    cancelled = {"state": MeetingState.CANCELLED, "place": "Room 1"}
    build.meeting(club, today + clock.days(1), **cancelled)
    build.meeting(club, today + clock.days(9), place="Room 3")
    build.meeting(club, today + clock.days(2), place="Room 2", starts=time(12, 10))
    words = sections(visitor, member)[club.name]
    assert "12:10, Room 2" in words
    assert "Room 1" not in words
    assert "Room 3" not in words
    assert "Room" not in sections(visitor, asks)[club.name]


def test_what_waits_for_an_answer_is_a_button(build: Builder, visitor: Visit) -> None:
    student = build.student()
    asked = build.club(Step.PRIVATE)
    build.member(asked, student, offered_lead=True)
    ahead = clock.today(ZONE) + clock.days(14)
    looser = build.club(Step.CONFIDENTIAL, loosen_to=Step.OPEN, loosen_on=ahead)
    build.member(looser, student)
    settled = build.club(Step.CONFIDENTIAL, loosen_to=Step.OPEN, loosen_on=ahead)
    build.member(settled, student, stays=True)
    said = sections(visitor, student)
    assert "You are asked to lead" in said[asked.name]
    assert "Say whether you stay" in said[looser.name]
    assert "Say whether you stay" not in said[settled.name]
    assert "You are asked to lead" not in said[looser.name]


def test_next_is_ones_own_sitting(build: Builder, visitor: Visit) -> None:
    early, late = build.wave("A"), build.wave("C", time(13))
    club, other = build.club(), build.club(name="Elsewhere")
    meeting = build.meeting(club, wave_id=early.id, starts=time(11, 20), ends=time(12))
    build.sitting(meeting, slot_id=late.id, starts=time(13), ends=time(13, 30))
    build.meeting(other, wave_id=early.id, starts=time(11, 25), ends=time(12))
    for lunch, when in ((early, "11:20"), (late, "13:00")):
        student = build.student(wave_id=lunch.id)
        for each in (club, other):
            build.member(each, student)
        words = visitor(student).get("/my-clubs").words
        assert f"at {when}, Room 12" in words
        assert "at 11:25, Room 12" in words
