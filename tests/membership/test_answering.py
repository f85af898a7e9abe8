"""Answering requests and removing: by those the ladder names, with words only one reads."""

from collections.abc import Callable

import pytest

from clubs import clock
from clubs.belonging import Belonging, Commitment, Role, Standing
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


def asked(build: Builder, club: Club, person: Person, **given: object) -> Belonging:
    values: dict[str, object] = {"standing": Standing.ASKED, "since": clock.now(), **given}
    return build.member(club, person, **values)


@pytest.mark.parametrize(
    "step, leader_may",
    [(Step.PRIVATE, True), (Step.CONFIDENTIAL, False), (Step.UNLISTED, False)],
    ids=str,
)
def test_requests_are_answered_by_those_the_ladder_names(
    build: Builder, visitor: Visit, kept: Kept, step: Step, *, leader_may: bool
) -> None:
    leader, sponsor, member = build.student(), build.staff(), build.student()
    club = build.club(step, leader=leader, sponsor=sponsor)
    build.member(club, member)
    one, other = build.student(), build.student()
    fields = {"ref": asked(build, club, one).ref, "yes": "1"}
    address = f"/c/{club.id}/requests"
    visitor(member).post(address, fields, expect=403)
    visitor(leader).get(address, expect=200 if leader_may else 403)
    visitor(leader).post(address, fields, expect=303 if leader_may else 403)
    assert (kept.standing(club, one) is Standing.MEMBER) is leader_may
    visitor(sponsor).post(address, {"ref": asked(build, club, other).ref, "yes": "1"})
    assert kept.standing(club, other) is Standing.MEMBER


def test_those_who_answer_see_handle_note_and_commitment_oldest_first(
    build: Builder, visitor: Visit, club: Club, sponsor: Person
) -> None:
    late, early = build.student(), build.student()
    asked(build, club, late, handle="Aaron's Ark")
    long_ago = clock.now() - clock.hours(50)
    given = {"handle": "Zed", "note": "I am shy", "commitment": Commitment.REGULAR}
    asked(build, club, early, since=long_ago, **given)
    words = visitor(sponsor).get(f"/c/{club.id}/requests").words
    assert words.index("Zed") < words.index("Aaron's Ark")
    assert "I am shy" in words
    assert "Means to come regularly" in words
    for person in (late, early):
        assert person.given_name not in words
        assert person.family_name not in words


def test_a_yes_makes_a_member_and_forgets_note_and_time(
    build: Builder, visitor: Visit, kept: Kept, club: Club, sponsor: Person
) -> None:
    student = build.student()
    asked(build, club, student, note="I am shy")
    visit = visitor(sponsor)
    visit.submit(visit.get(f"/c/{club.id}/requests"), action="/requests")
    mine = kept.of(club, student)
    assert mine is not None
    assert (mine.standing, mine.note, mine.since) == (Standing.MEMBER, "", None)
    assert kept.told(student) == [f"{club.name} says yes."]
    assert kept.mails() == 0


def test_a_no_leaves_nothing_but_words_only_the_asker_reads(
    build: Builder, visitor: Visit, kept: Kept, club: Club, sponsor: Person
) -> None:
    student = build.student()
    one = asked(build, club, student)
    fields = {"ref": one.ref, "yes": "0", "words": "We are full of beginners."}
    visitor(sponsor).post(f"/c/{club.id}/requests", fields)
    assert kept.everybody(club) == []
    assert kept.told(student) == [
        f"Your request to {club.name} was not accepted. We are full of beginners."
    ]
    assert kept.told(sponsor) == []


def test_words_that_are_too_long_stay_on_the_page(
    build: Builder, visitor: Visit, kept: Kept, club: Club, sponsor: Person
) -> None:
    one = asked(build, club, build.student())
    asked(build, club, build.student())
    fields = {"ref": one.ref, "yes": "0", "words": "w" * 401}
    answer = visitor(sponsor).post(f"/c/{club.id}/requests", fields, expect=422)
    assert answer.text.count("w" * 401) == 1
    assert len(kept.everybody(club)) == 2


def test_a_request_answered_or_taken_back_meanwhile_is_too_late(
    build: Builder, visitor: Visit, club: Club, sponsor: Person
) -> None:
    one = asked(build, club, build.student())
    visit, fields = visitor(sponsor), {"ref": one.ref, "yes": "1"}
    visit.post(f"/c/{club.id}/requests", fields)
    visit.post(f"/c/{club.id}/requests", fields, expect=409)
    visit.post(f"/c/{club.id}/requests", {"ref": "ünknown", "yes": "0"}, expect=409)
    visit.post(f"/c/{club.id}/requests", {}, expect=409)


def test_where_no_list_is_kept_a_no_cannot_be_told_and_the_page_says_so(
    build: Builder, visitor: Visit, kept: Kept, sponsor: Person
) -> None:
    club = build.club(Step.CONFIDENTIAL, no_list=True, sponsor=sponsor)
    student = build.student()
    one = asked(build, club, student)
    visit = visitor(sponsor)
    assert "no words can reach them" in visit.get(f"/c/{club.id}/requests").words
    visit.post(f"/c/{club.id}/requests", {"ref": one.ref, "yes": "0"})
    assert kept.everybody(club) == []
    assert kept.told(student) == []


def test_an_empty_page_is_friendly(visitor: Visit, club: Club, sponsor: Person) -> None:
    assert "Nobody is waiting" in visitor(sponsor).get(f"/c/{club.id}/requests").words


@pytest.mark.parametrize("step", [Step.OPEN, Step.PRIVATE, Step.UNLISTED], ids=str)
def test_whoever_is_removed_is_told_why_and_nobody_else_is(
    build: Builder, visitor: Visit, kept: Kept, step: Step, sponsor: Person
) -> None:
    club = build.club(step, sponsor=sponsor, leader=build.student())
    member = build.student()
    one = build.member(club, member)
    visit = visitor(sponsor)
    page = visit.get(f"/c/{club.id}/remove")
    visit.submit(page, ref=one.ref, words="You know why.")
    assert kept.of(club, member) is None
    assert kept.told(member) == [
        f"You do not belong to {club.name} any more. You know why."
    ]
    assert "You know why" not in visit.get(f"/c/{club.id}/people").text


def test_removing_needs_a_reason_and_somebody_who_is_there(
    build: Builder, visitor: Visit, kept: Kept, club: Club, sponsor: Person
) -> None:
    one = build.member(club, build.student())
    visit = visitor(sponsor)
    visit.post(f"/c/{club.id}/remove", {"ref": one.ref, "words": " "}, expect=422)
    visit.post(f"/c/{club.id}/remove", {"ref": "gone", "words": "Why"}, expect=409)
    assert len(kept.everybody(club)) == 1


def test_leaders_remove_members_but_neither_leaders_nor_themselves(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    leader = build.student()
    club = build.club(Step.PRIVATE, leader=leader)
    own = kept.of(club, leader)
    assert own is not None
    other = build.member(club, build.student(), role=Role.LEADER)
    member = build.member(club, build.student())
    visit, address = visitor(leader), f"/c/{club.id}/remove"
    for one, expect in ((own, 403), (other, 403), (member, 303)):
        visit.post(address, {"ref": one.ref, "words": "Because"}, expect=expect)
    assert len(kept.everybody(club)) == 2
    assert "nobody you could remove" in visit.get(address).words


def test_members_remove_nobody(build: Builder, visitor: Visit, club: Club) -> None:
    member = build.student()
    build.member(club, member)
    visitor(member).get(f"/c/{club.id}/remove", expect=403)
