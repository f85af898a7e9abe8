"""When and where a club meets, and what is said there: by step and viewer."""

from collections.abc import Callable
from datetime import date, time

import pytest

from clubs import clock
from clubs.belonging import Standing
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from tests.factories import ZONE, Builder
from tests.meetings.reading import part
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
EVERYBODY = "classmate staff caregiver admin asked member leader sponsor".split()
MEMBERS = ["member", "leader", "sponsor"]
TIMED = {
    Step.OPEN: EVERYBODY,
    Step.PRIVATE: EVERYBODY,
    Step.CONFIDENTIAL: MEMBERS,
    Step.UNLISTED: MEMBERS,
}


def somebody(build: Builder, club: Club, who: str) -> Person:
    if who in ("caregiver", "staff", "admin"):
        person: Person = getattr(build, who)()
        return person
    if who == "sponsor":
        person = build.staff()
        build.sponsorship(club, person)
        return person
    person = build.student()
    if who == "asked":
        build.member(club, person, standing=Standing.ASKED)
    elif who in ("member", "leader"):
        build.member(club, person, role=who)
    return person


def a_meeting(build: Builder, club: Club) -> Meeting:
    return build.meeting(club, place="Room 77", agenda="Talk about *rainbows*")


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("step", list(Step))
def test_when_and_where_as_the_ladder_says(
    build: Builder, visitor: Visit, step: Step, who: str
) -> None:
    club = build.club(step)
    meeting = a_meeting(build, club)
    visit = visitor(somebody(build, club, who))
    if who in TIMED[step]:
        assert "Room 77" in visit.get(f"/m/{meeting.id}").words
        assert "Room 77" in visit.get(f"/c/{club.id}/meetings").words
    else:
        knows = step is not Step.UNLISTED or who == "asked"
        visit.get(f"/m/{meeting.id}", expect=404)
        answer = visit.get(f"/c/{club.id}/meetings", expect=403 if knows else 404)
        assert "Room 77" not in answer.text


@pytest.mark.parametrize("who", EVERYBODY)
@pytest.mark.parametrize("step", [Step.OPEN, Step.PRIVATE])
def test_the_agenda_is_for_the_club_itself(
    build: Builder, visitor: Visit, step: Step, who: str
) -> None:
    club = build.club(step)
    meeting = a_meeting(build, club)
    page = visitor(somebody(build, club, who)).get(f"/m/{meeting.id}")
    assert ("rainbows" in page.text) is (who in MEMBERS)


WAYS = ["", "/edit", "/move", "/cancel"]
DEEDS = ["/edit", "/move", "/cancel", "/restore", "/head-count"]


def test_a_meeting_one_may_not_know_of_answers_like_none(
    build: Builder, visitor: Visit
) -> None:
    hidden = a_meeting(build, build.club(Step.CONFIDENTIAL))
    closed = a_meeting(build, build.club(state=ClubState.CLOSED))
    elsewhere = build.another_school()
    foreign = a_meeting(build, build.club(school_id=elsewhere.id))
    visit = visitor(build.student())
    never = "A" * 22
    for way in WAYS:
        expected = visit.get(f"/m/{never}{way}", expect=404)
        for one in (hidden.id, closed.id, foreign.id, "x", "x" * 500):
            answer = visit.get(f"/m/{one}{way}", expect=404)
            assert answer.text == expected.text
            assert list(answer.response.headers.keys()) == list(
                expected.response.headers.keys()
            )
    for way in DEEDS:
        for one in (hidden.id, closed.id, foreign.id, never):
            visit.post(f"/m/{one}{way}", {"number": "3"}, expect=404)


def test_who_is_not_signed_in_is_sent_to_sign_in(build: Builder, visitor: Visit) -> None:
    club = build.club()
    meeting = a_meeting(build, club)
    for address in (f"/m/{meeting.id}", f"/c/{club.id}/meetings"):
        assert visitor().get(address, expect=303).location == "/sign-in"


def test_no_page_title_names_the_club(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader, name="Lantern Society")
    meeting = build.meeting(club, in_days(1))
    for address in (
        f"/c/{club.id}/meetings",
        f"/c/{club.id}/meetings/plan",
        *[f"/m/{meeting.id}{way}" for way in WAYS],
    ):
        assert "Lantern" not in part(visitor(leader).get(address), "title").get_text()


def in_days(days: int) -> date:
    return clock.today(ZONE) + clock.days(days)


def test_an_empty_list_invites(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    assert "Plan a meeting" in visitor(leader).get(f"/c/{club.id}/meetings").words
    member = visitor(build.student()).get(f"/c/{club.id}/meetings").words
    assert "As soon as one is planned" in member
    assert "Plan a meeting" not in member


def test_last_years_meetings_are_no_longer_listed(build: Builder, visitor: Visit) -> None:
    club = build.club()
    build.meeting(club, in_days(-3), place="This year")
    build.meeting(club, in_days(-120), place="Last year")
    words = visitor(build.student()).get(f"/c/{club.id}/meetings").words
    assert "This year" in words
    assert "Last year" not in words


def test_what_ended_earlier_today_is_over(build: Builder, visitor: Visit) -> None:
    club = build.club()
    build.meeting(club, place="Early", starts=time(8), ends=time(10))
    build.meeting(club, place="Still going", starts=time(9), ends=time(10, 1))
    page = visitor(build.student()).get(f"/c/{club.id}/meetings")
    assert "Early" in part(page, "table").get_text()
    assert "Still going" in part(page, ".occasion").get_text()
    assert len(page.page.select(".occasion")) == 1
