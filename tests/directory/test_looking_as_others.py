"""View as…, and who can see this: the policy's own answer before and after joining."""

from collections.abc import Callable
from copy import copy

import pytest
from bs4 import Tag

from clubs.belonging import Role
from clubs.directory.who_sees import in_one_line, table_for
from clubs.models.clubs import Club, PartOfDay, Step
from clubs.models.people import Person
from clubs.policy.ladder import Eye, sight
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
ACTIONS = ".doing .button, aside .plain-list a"


def real(build: Builder, club: Club, eye: str) -> Person:
    if eye == "member":
        member = build.student()
        build.member(club, member)
        return member
    makers = {"caregiver": build.caregiver, "admin": build.admin}
    return makers.get(eye, build.student)()


def a_club(build: Builder, step: Step) -> Club:
    club = build.club(step, weekday=1, part_of_day=PartOfDay.LUNCH, imported_when="Tues")
    build.meeting(club)
    return club


def all_words(page: Tag) -> str:
    return " ".join(page.get_text(" ").split())


def article(page: Tag) -> Tag | None:
    """All a club's page says; what one can do there is another test's."""
    found = copy(page.select_one("#club"))
    if found is not None and (doing := found.select_one(".doing")) is not None:
        doing.decompose()
    return found


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("eye", ["classmate", "member", "caregiver", "admin"])
@pytest.mark.parametrize("role", ["sponsor", "leader"])
def test_the_preview_is_what_they_really_see(
    build: Builder, visitor: Visit, step: Step, eye: str, role: str
) -> None:
    club, runner = a_club(build, step), build.staff()
    if role == "sponsor":
        build.sponsorship(club, runner)
    else:
        runner = build.student()
        build.member(club, runner, role=Role.LEADER)
    preview = visitor(runner).get(f"/c/{club.id}/as/{eye}")
    found = sight(step, Eye(eye)).finds
    seen = visitor(real(build, club, eye)).get(
        f"/c/{club.id}", expect=200 if found else 404
    )
    assert article(preview.page) == article(seen.page)
    assert (article(preview.page) is not None) == found


@pytest.mark.parametrize("eye", ["classmate", "member", "caregiver", "admin"])
def test_the_preview_offers_the_same_and_lets_nothing_be_pressed(
    build: Builder, visitor: Visit, eye: str
) -> None:
    sponsor = build.staff()
    club = a_club(build, Step.PRIVATE)
    build.sponsorship(club, sponsor)
    inert = visitor(sponsor).get(f"/c/{club.id}/as/{eye}").page
    offered = [one.get_text(strip=True) for one in inert.select(".doing .tag, aside .tag")]
    live = visitor(real(build, club, eye)).get(f"/c/{club.id}").page
    assert [one.get_text(strip=True) for one in live.select(ACTIONS)] == offered
    hrefs = [str(one["href"]) for one in inert.select("#club .doing a, aside a")]
    assert all("/as/" in href or href.endswith("/who-sees") for href in hrefs)
    assert not inert.select("main form")


@pytest.mark.parametrize("who", ["classmate", "member", "caregiver", "admin"])
def test_only_those_who_run_a_club_look_at_it_as_others(
    build: Builder, visitor: Visit, who: str
) -> None:
    club = build.club()
    visitor(real(build, club, who)).get(f"/c/{club.id}/as/classmate", expect=403)


@pytest.mark.parametrize("eye", ["sponsor", "leader", "staff", "x", "CLASSMATE"])
def test_other_eyes_are_nowhere(build: Builder, visitor: Visit, eye: str) -> None:
    sponsor = build.staff()
    club = build.club(sponsor=sponsor)
    visitor(sponsor).get(f"/c/{club.id}/as/{eye}", expect=404)


def test_a_closed_club_is_gone_for_others_but_not_for_its_members(
    build: Builder, visitor: Visit
) -> None:
    sponsor = build.staff()
    club = build.club(sponsor=sponsor, state="closed")
    reader = visitor(sponsor)
    assert "does not exist" in reader.get(f"/c/{club.id}/as/classmate").words
    assert article(reader.get(f"/c/{club.id}/as/member").page)


@pytest.mark.parametrize("step", Step)
def test_the_table_is_the_ladder(step: Step) -> None:
    rows = table_for(step)
    assert len(rows) == len(Eye)
    for eye, row in zip(Eye, rows, strict=True):
        seen = sight(step, eye)
        assert (row.finds, row.page, row.when) == (seen.finds, seen.page, seen.when)
        assert row.people.lower() == seen.people


@pytest.mark.parametrize(
    "who, marked, after",
    [
        ("classmate", "A student outside the club", True),
        ("member", "A member", False),
        ("admin", "The school’s admins", False),
        ("caregiver", "A caregiver outside the club", False),
    ],
)
def test_the_table_says_which_line_is_mine(
    build: Builder, visitor: Visit, who: str, marked: str, after: bool
) -> None:
    club = build.club(Step.CONFIDENTIAL)
    page = visitor(real(build, club, who)).get(f"/c/{club.id}/who-sees").page
    heads = [" ".join(th.get_text(" ").split()) for th in page.select("tbody th")]
    assert f"{marked} you now" in heads
    assert ("A member you, once you belong" in heads) == after


# step, no list, and what the page must say of it
SAID = [
    (Step.OPEN, False, ["keeps a list of names", "joins in one step"]),
    (Step.PRIVATE, False, ["is locked", "a leader or the sponsor says yes"]),
    (Step.CONFIDENTIAL, False, ["is locked", "the sponsor says yes", "no mail"]),
    (Step.CONFIDENTIAL, True, ["no list at all", "Handles, tied to nobody"]),
    (Step.UNLISTED, True, ["no list at all", "with a code", "was accepted"]),
]


@pytest.mark.parametrize("step, no_list, said", SAID)
def test_the_page_says_what_is_kept_and_how_one_joins(
    build: Builder, visitor: Visit, step: Step, no_list: bool, said: list[str]
) -> None:
    member = build.student()
    club = build.club(step, no_list=no_list)
    build.member(club, member)
    answer = visitor(member).get(f"/c/{club.id}/who-sees")
    assert [words for words in said if words not in answer.words] == []
    assert answer.page.select_one('main a[href="/what-could-leak"]')


@pytest.mark.parametrize("step", Step)
def test_the_line_is_there_before_and_after_joining(
    build: Builder, visitor: Visit, step: Step
) -> None:
    club, reader = build.club(step), build.student()
    with build.site():
        line = in_one_line(step)
    if step is not Step.UNLISTED:
        assert line in all_words(visitor(reader).get(f"/c/{club.id}").page)
    build.member(club, reader)
    assert line in all_words(visitor(reader).get(f"/c/{club.id}").page)
