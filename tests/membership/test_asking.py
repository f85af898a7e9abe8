"""Asking to join: a handle, a note, and nobody knows but those who answer."""

from collections.abc import Callable

import pytest

from clubs.belonging import Role, Standing
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def sponsor(build: Builder) -> Person:
    return build.staff()


@pytest.fixture
def club(build: Builder, sponsor: Person) -> Club:
    return build.club(Step.CONFIDENTIAL, sponsor=sponsor)


def test_one_asks_under_a_handle(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    student = build.student()
    visit = visitor(student)
    page = visit.get(f"/c/{club.id}/join")
    assert "Only its sponsor, to answer you." in page.words
    assert "its leaders and its sponsor, by this handle and not your name" in page.words
    done = visit.submit(page, handle="River", note="I am shy.", commitment="sometimes")
    assert done.location == "/my-clubs"
    mine = kept.of(club, student)
    assert mine is not None
    assert (mine.standing, mine.handle, mine.note) == (Standing.ASKED, "River", "I am shy.")
    assert mine.since is not None
    assert "You have asked to join" in visit.get("/my-clubs").words


def test_members_of_a_private_club_see_the_handle_and_the_page_says_so(
    build: Builder, visitor: Visit
) -> None:
    club = build.club(Step.PRIVATE)
    page = visitor(build.student()).get(f"/c/{club.id}/join")
    assert "everybody in the club and its sponsor, by this handle" in page.words
    assert "Only its leaders and its sponsor, to answer you." in page.words


def test_asking_twice_changes_nothing_and_is_no_mistake(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    visit = visitor(build.student())
    visit.post(f"/c/{club.id}/join", {"handle": "River"})
    again = visit.post(f"/c/{club.id}/join", {"handle": "Ocean"}, expect=200)
    assert "already on its way" in again.words
    assert [one.handle for one in kept.everybody(club)] == ["River"]
    assert kept.mails() == 1


def test_the_page_suggests_a_name_and_another(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    visit = visitor(build.student())
    page = visit.get(f"/c/{club.id}/join")
    first = page.page.select_one("input[name=handle]")
    assert first is not None
    assert first["value"]
    again = visit.submit(page, expect=200, suggest="1", handle="", note="Hello")
    second = again.page.select_one("input[name=handle]")
    assert second is not None
    assert second["value"]
    assert "Hello" in again.text
    assert kept.everybody(club) == []


@pytest.mark.parametrize("handle", ["", "x", "x" * 41, "!!", "—"])
def test_a_handle_can_be_said(
    build: Builder, visitor: Visit, kept: Kept, club: Club, handle: str
) -> None:
    visitor(build.student()).post(f"/c/{club.id}/join", {"handle": handle}, expect=422)
    assert kept.everybody(club) == []


@pytest.mark.parametrize(
    "alike", ["River", "rIVER", "Ríver", "Rivеr", "R1ver", "Ｒiver", "ri ver"]
)
def test_no_two_handles_in_a_club_can_be_taken_for_each_other(
    build: Builder, visitor: Visit, kept: Kept, club: Club, alike: str
) -> None:
    build.member(club, build.student(), handle="River")
    answer = visitor(build.student()).post(
        f"/c/{club.id}/join", {"handle": alike}, expect=422
    )
    assert "Somebody goes by that name" in answer.words
    assert len(kept.everybody(club)) == 1


def test_the_same_handle_may_be_used_in_another_club(
    build: Builder, visitor: Visit, club: Club
) -> None:
    build.member(build.club(Step.CONFIDENTIAL), build.student(), handle="River")
    visitor(build.student()).post(f"/c/{club.id}/join", {"handle": "River"})


@pytest.mark.parametrize("handle", ["Wren", "wren", "Wrén A", "Abernathy", "xXAbernathyXx"])
def test_ones_own_name_is_taken_only_after_a_warning(
    build: Builder, visitor: Visit, kept: Kept, club: Club, handle: str
) -> None:
    student = build.student(given_name="Wren", family_name="Abernathy")
    visit = visitor(student)
    page = visit.get(f"/c/{club.id}/join")
    assert not page.page.select("input[name=own_name]")
    warned = visit.submit(page, expect=422, handle=handle)
    assert "your own name" in warned.words
    visit.submit(warned, own_name="y")
    mine = kept.of(club, student)
    assert mine is not None
    assert mine.handle == handle


def test_a_note_has_140_characters_at_most(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    visit = visitor(build.student())
    fields = {"handle": "River", "note": "x" * 141}
    visit.post(f"/c/{club.id}/join", fields, expect=422)
    assert kept.everybody(club) == []
    visit.post(f"/c/{club.id}/join", {**fields, "note": "x" * 140})


@pytest.mark.parametrize(
    "step, wants, mails",
    [
        (Step.PRIVATE, None, 1),
        (Step.PRIVATE, True, 2),
        (Step.CONFIDENTIAL, None, 1),
        (Step.CONFIDENTIAL, True, 1),
    ],
)
def test_asking_tells_those_who_answer_without_naming_anything(
    build: Builder, visitor: Visit, kept: Kept, step: Step, wants: bool | None, mails: int
) -> None:
    leader, club = build.student(), build.club(step, sponsor=build.staff())
    build.member(club, leader, role=Role.LEADER, reminders=wants)
    visitor(build.student()).post(f"/c/{club.id}/join", {"handle": "River"})
    # A leader answers only on a private club, and is mailed only if they said so.
    assert kept.mails() == mails
    assert kept.told(leader) == []


def test_a_request_can_be_taken_back_leaving_nothing(
    build: Builder, visitor: Visit, kept: Kept, club: Club
) -> None:
    visit = visitor(build.student())
    visit.post(f"/c/{club.id}/join", {"handle": "River"})
    page = visit.get(f"/c/{club.id}/leave")
    visit.submit(page)
    assert kept.everybody(club) == []


def test_an_unlisted_club_is_not_there_to_ask(build: Builder, visitor: Visit) -> None:
    club = build.club(Step.UNLISTED)
    visit = visitor(build.student())
    visit.get(f"/c/{club.id}/join", expect=404)
    visit.post(f"/c/{club.id}/join", {"handle": "River"}, expect=404)
