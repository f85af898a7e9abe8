"""A club's page: what each pair of eyes may know of it, and what they can do."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from clubs import clock
from clubs.belonging import Role, Standing
from clubs.db import new_id
from clubs.models.clubs import Audience, Club, ClubState, PartOfDay, Step
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
MARKS = {
    "N": "Zephyrlamp",
    "P": "Quorvane purpose",
    "K": "Culture and newcomers",
    "F": "Bellwick beginning",
    "S": "Ms. Sponsorova",
    "W": "Ostrava room",
    "U": "Wednesdays at lunch",
    "I": "gymnasium stairs",
}

# fmt: off
# N name · P purpose · K kind · F first meeting · S sponsor · W next meeting · U usually
# I as it was imported · "" it is not there
SEES = [
    # who               open        private     confidential  unlisted
    ("classmate",     ("FIKNPSUW", "FIKNPSUW", "FKNPS",      "")),
    ("teacher",       ("FIKNPSUW", "FIKNPSUW", "FKNPS",      "")),
    ("admin",         ("FIKNPSUW", "FIKNPSUW", "FKNPS",      "")),
    ("other sponsor", ("FIKNPSUW", "FIKNPSUW", "FKNPS",      "")),
    ("caregiver",     ("FIKNPSUW", "FIKNPSUW", "NP",         "")),
    ("asked",         ("FIKNPSUW", "FIKNPSUW", "FKNPS",      "N")),
    ("member",        ("FIKNPSUW", "FIKNPSUW", "FIKNPSUW",   "FIKNPSUW")),
    ("leader",        ("FIKNPSUW", "FIKNPSUW", "FIKNPSUW",   "FIKNPSUW")),
    ("sponsor",       ("FIKNPSUW", "FIKNPSUW", "FIKNPSUW",   "FIKNPSUW")),
    ("other school",  ("",         "",         "",           "")),
]
# fmt: on


def a_club(build: Builder, step: Step, **given: Any) -> Club:
    club = build.club(
        step,
        name=MARKS["N"],
        purpose=MARKS["P"],
        first_meeting=MARKS["F"],
        kind="culture",
        weekday=2,
        part_of_day=PartOfDay.LUNCH,
        imported_when="every 2nd Wed",
        imported_where=MARKS["I"],
        sponsor=build.staff(given_name="Ms.", family_name="Sponsorova"),
        **given,
    )
    build.meeting(club, place=MARKS["W"])
    return club


def stands(build: Builder, club: Club, who: str) -> Person:
    """Somebody who stands to the club in the way the table says."""
    if who in ("asked", "member", "leader"):
        student = build.student()
        standing = Standing.ASKED if who == "asked" else Standing.MEMBER
        role = Role.LEADER if who == "leader" else Role.MEMBER
        build.member(club, student, standing=standing, role=role)
        return student
    if who in ("sponsor", "other sponsor"):
        staff = build.staff()
        build.sponsorship(club if who == "sponsor" else build.club(), staff)
        return staff
    if who == "other school":
        return build.student(school_id=build.another_school().id)
    makers = {"classmate": build.student, "teacher": build.staff, "admin": build.admin}
    return makers.get(who, build.caregiver)()


@pytest.mark.parametrize("who, seen", SEES)
@pytest.mark.parametrize("step", Step)
def test_the_page_shows_each_what_the_ladder_says(
    build: Builder, visitor: Visit, who: str, seen: tuple[str, ...], step: Step
) -> None:
    club = a_club(build, step)
    wanted = seen[step.height]
    answer = visitor(stands(build, club, who)).get(
        f"/c/{club.id}", expect=200 if wanted else 404
    )
    found = "".join(sorted(mark for mark in MARKS if MARKS[mark] in answer.words))
    assert found == wanted


@pytest.mark.parametrize("tail", ["", "/who-sees", "/as/classmate", "/as/nobody"])
def test_an_unlisted_club_is_the_twin_of_none(
    build: Builder, visitor: Visit, tail: str
) -> None:
    club = build.club(Step.UNLISTED)
    reader = visitor(build.student())
    answers = [
        reader.get(f"/c/{one}{tail}", expect=404) for one in (club.id, new_id(), "short")
    ]
    assert len({answer.text for answer in answers}) == 1


def test_titles_and_addresses_name_no_club(build: Builder, visitor: Visit) -> None:
    club = a_club(build, Step.OPEN)
    for tail in ("", "/who-sees"):
        page = visitor(build.student()).get(f"/c/{club.id}{tail}").page
        assert page.title is not None
        assert MARKS["N"] not in page.title.get_text()
        assert not [a for a in page.select("a[href]") if MARKS["N"] in str(a["href"])]


def test_a_capacity_and_members_are_not_counted_for_outsiders(
    build: Builder, visitor: Visit
) -> None:
    club = build.club(capacity=7)
    reader, path = visitor(build.student()), f"/c/{club.id}"
    before = reader.get(path).page.find("main")
    for _number in range(7):
        build.member(club, build.student())
    assert reader.get(path).page.find("main") == before


def test_cancelled_meetings_say_so_and_past_ones_are_gone(
    build: Builder, visitor: Visit
) -> None:
    club, today = build.club(), clock.today(ZONE)
    build.meeting(club, today, state=MeetingState.CANCELLED, place="Here")
    build.meeting(club, today - timedelta(days=1), place="Long ago")
    words = visitor(build.student()).get(f"/c/{club.id}").words
    assert "Here" in words
    assert "Cancelled" in words
    assert "Long ago" not in words


def test_a_club_that_plans_nothing_says_so(build: Builder, visitor: Visit) -> None:
    club = build.club()
    words = visitor(build.student()).get(f"/c/{club.id}").words
    assert "No meeting is planned yet." in words


def test_a_closed_club_shows_its_members_no_next_meeting(
    build: Builder, visitor: Visit
) -> None:
    member = build.student()
    club = build.club(state=ClubState.CLOSED)
    build.member(club, member)
    build.meeting(club, place="Ostrava")
    words = visitor(member).get(f"/c/{club.id}").words
    assert "This club has closed." in words
    assert "Ostrava" not in words


# step, how the reader stands to it, what is said or offered, where that leads
DOORS = [
    (Step.OPEN, None, "Join this club", "/join"),
    (Step.PRIVATE, None, "Ask to join", "/join"),
    (Step.CONFIDENTIAL, None, "Ask to join", "/join"),
    (Step.CONFIDENTIAL, Standing.ASKED, "waiting for an answer", "/leave"),
    (Step.UNLISTED, Standing.ASKED, "waiting for an answer", "/leave"),
    (Step.OPEN, Standing.WAITING, "on the waiting list", "/leave"),
    (Step.OPEN, Standing.OFFERED, "Take the place", "/join"),
    (Step.CONFIDENTIAL, Standing.MEMBER, "Leave this club", "/leave"),
]


@pytest.mark.parametrize("step, standing, said, leads_to", DOORS)
def test_the_page_offers_the_one_next_step(
    build: Builder,
    visitor: Visit,
    step: Step,
    standing: Standing | None,
    said: str,
    leads_to: str,
) -> None:
    club, reader = build.club(step), build.student()
    if standing:
        build.member(club, reader, standing=standing)
    page = visitor(reader).get(f"/c/{club.id}").page
    beside = page.select_one(".doing")
    assert beside is not None
    assert said in " ".join(beside.get_text(" ").split())
    assert page.select_one(f'.doing a[href="/c/{club.id}{leads_to}"]')


def test_who_is_asked_to_lead_finds_where_to_answer(build: Builder, visitor: Visit) -> None:
    club, member = build.club(Step.PRIVATE), build.student()
    build.member(club, member, offered_lead=True)
    page = visitor(member).get(f"/c/{club.id}").page
    assert page.select_one(f'.doing a[href="/c/{club.id}/hand-over"]')


@pytest.mark.parametrize(
    "given, said",
    [
        ({"state": ClubState.PAUSED}, "taking a break"),
        ({"audience": Audience.CAREGIVERS}, "for caregivers"),
    ],
)
def test_who_cannot_join_reads_why(
    build: Builder, visitor: Visit, given: dict[str, Any], said: str
) -> None:
    club = build.club(**given)
    answer = visitor(build.student()).get(f"/c/{club.id}")
    assert said in answer.page.select(".doing")[0].get_text()
    assert not answer.page.select_one(f'a[href="/c/{club.id}/join"]')


def test_a_preview_of_an_unlisted_club_asks_members_for_a_code_only(
    build: Builder, visitor: Visit
) -> None:
    leader = build.student()
    club = build.club(Step.UNLISTED, leader=leader)
    answer = visitor(leader).get(f"/c/{club.id}/as/classmate")
    assert "does not exist" in answer.words
    assert "code" not in answer.words


# who, step, and the ends of the addresses they are offered for running the club
RUNS = [
    ("classmate", Step.OPEN, {"meetings"}),
    ("classmate", Step.CONFIDENTIAL, set()),
    ("member", Step.CONFIDENTIAL, {"meetings"}),
    ("member", Step.PRIVATE, {"meetings", "people"}),
    ("leader", Step.PRIVATE, {"requests", "hand-over"}),
    ("sponsor", Step.CONFIDENTIAL, {"requests", "step", "revise", "sponsors", "state"}),
    ("sponsor", Step.UNLISTED, {"codes", "requests"}),
    ("admin", Step.CONFIDENTIAL, {"sponsors", "state"}),
]
ALL = {"meetings", "people", "requests", "codes", "revise", "step", "hand-over", "state"}


@pytest.mark.parametrize("who, step, ends", RUNS)
def test_everybody_is_offered_what_they_may_do(
    build: Builder, visitor: Visit, who: str, step: Step, ends: set[str]
) -> None:
    club = a_club(build, step)
    page = visitor(stands(build, club, who)).get(f"/c/{club.id}").page
    offered = {str(a["href"]).rpartition("/")[2] for a in page.select(".doing a, aside a")}
    assert ends <= offered
    if who in ("classmate", "member", "admin"):
        assert offered & ALL == ends & ALL


def test_every_link_beside_the_page_opens(build: Builder, visitor: Visit) -> None:
    for who in ("sponsor", "leader", "member"):
        club = a_club(build, Step.UNLISTED)
        reader = visitor(stands(build, club, who))
        for link in reader.get(f"/c/{club.id}").page.select(".doing a, aside a"):
            reader.get(str(link["href"]))


def test_members_read_that_more_people_may_soon_see_the_club(
    build: Builder, visitor: Visit
) -> None:
    soon = clock.today(ZONE) + timedelta(days=14)
    club = build.club(Step.CONFIDENTIAL, loosen_to=Step.PRIVATE, loosen_on=soon)
    member = build.student()
    build.member(club, member)
    page = visitor(member).get(f"/c/{club.id}").page
    assert page.select_one(f'.doing a[href="/c/{club.id}/step"]')
    outside = visitor(build.student()).get(f"/c/{club.id}").page
    assert not outside.select_one(f'.doing a[href="/c/{club.id}/step"]')


def test_hostile_words_stay_words(build: Builder, visitor: Visit) -> None:
    bad = "<script>alert(1)</script> [x](javascript:alert(1))"
    club = build.club(
        name=bad, focus=bad, purpose=bad, first_meeting=bad, imported_when=bad
    )
    for path in ("/clubs", f"/c/{club.id}", f"/c/{club.id}/who-sees"):
        page = visitor(build.student()).get(path).page
        assert not page.select('a[href^="javascript"]')
        assert "alert(1)" in page.get_text()
