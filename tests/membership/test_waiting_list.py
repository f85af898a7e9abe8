"""A full club: a fair waiting list, an offer, one's own answer, and no numbers."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from clubs import clock
from clubs.belonging import Belonging, Standing
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def sponsor(build: Builder) -> Person:
    return build.staff()


def waiting(build: Builder, club: Club, *, hours: int) -> Person:
    person = build.student()
    since = clock.now() - timedelta(hours=hours)
    build.member(club, person, standing=Standing.WAITING, since=since)
    return person


def join(visitor: Visit, club: Club, person: Person) -> None:
    visitor(person).post(f"/c/{club.id}/join", {"commitment": "regular"})


def test_whoever_comes_to_a_full_club_waits_and_is_told_no_number(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club = build.club(capacity=1, leader=build.student())
    student = build.student()
    join(visitor, club, student)
    assert kept.standing(club, student) is Standing.WAITING
    page = visitor(student).get(f"/c/{club.id}/join")
    assert "You are on the waiting list" in page.words
    assert not any(letter.isdigit() for letter in page.words.replace(club.name, ""))


def test_a_freed_place_is_offered_to_whoever_has_waited_longest(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    member = build.student()
    club = build.club(capacity=1)
    build.member(club, member)
    later, first = waiting(build, club, hours=1), waiting(build, club, hours=2)
    visitor(member).post(f"/c/{club.id}/leave")
    assert kept.standing(club, first) is Standing.OFFERED
    assert kept.standing(club, later) is Standing.WAITING
    assert kept.told(first) == [f"{club.name} has a place for you."]
    assert kept.told(later) == []


@pytest.mark.parametrize(
    "step, mails", [(Step.OPEN, 1), (Step.PRIVATE, 0), (Step.CONFIDENTIAL, 0)], ids=str
)
def test_an_offer_is_mailed_only_where_the_ladder_allows(
    build: Builder, visitor: Visit, kept: Kept, step: Step, mails: int
) -> None:
    member, club = build.student(), build.club(step, capacity=1)
    build.member(club, member)
    first = waiting(build, club, hours=1)
    visitor(member).post(f"/c/{club.id}/leave")
    assert kept.standing(club, first) is Standing.OFFERED
    assert kept.mails() == mails


def test_without_a_list_the_offer_waits_on_ones_own_page(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    member, club = build.student(), build.club(Step.CONFIDENTIAL, no_list=True, capacity=1)
    build.member(club, member)
    first = waiting(build, club, hours=1)
    visitor(member).post(f"/c/{club.id}/leave")
    assert kept.told(first) == []
    assert "There is a place for you" in visitor(first).get("/my-clubs").words


def test_one_takes_an_offered_place(build: Builder, visitor: Visit, kept: Kept) -> None:
    club, student = build.club(Step.PRIVATE, capacity=1), build.student()
    build.member(club, student, standing=Standing.OFFERED, since=clock.now(), note="Hi")
    visit = visitor(student)
    visit.submit(visit.get(f"/c/{club.id}/join"), action="/place")
    mine = kept.of(club, student)
    assert mine is not None
    assert (mine.standing, mine.since, mine.note) == (Standing.MEMBER, None, "")


def test_a_place_passed_on_goes_to_the_next_and_leaves_nothing(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, student = build.club(capacity=1), build.student()
    build.member(club, student, standing=Standing.OFFERED)
    next_one = waiting(build, club, hours=1)
    visitor(student).post(f"/c/{club.id}/place", {"yes": "0"})
    assert kept.of(club, student) is None
    assert kept.standing(club, next_one) is Standing.OFFERED


@pytest.mark.parametrize("standing", [Standing.WAITING, Standing.ASKED])
def test_nobody_takes_a_place_that_was_not_offered(
    build: Builder, visitor: Visit, kept: Kept, standing: Standing
) -> None:
    club, student = build.club(capacity=1), build.student()
    build.member(club, student, standing=standing)
    visitor(student).post(f"/c/{club.id}/place", {"yes": "1"}, expect=409)
    assert kept.standing(club, student) is standing


def test_an_offered_place_is_nobody_elses(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, late = build.club(capacity=1), build.student()
    build.member(club, build.student(), standing=Standing.OFFERED)
    join(visitor, club, late)
    assert kept.standing(club, late) is Standing.WAITING


def test_nobody_overtakes_those_who_wait(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    # A place became free while nobody looked, as when somebody leaves the school.
    club, late = build.club(capacity=2), build.student()
    first, second = waiting(build, club, hours=3), waiting(build, club, hours=2)
    third = waiting(build, club, hours=1)
    join(visitor, club, late)
    standings = [kept.standing(club, one) for one in (first, second, third, late)]
    assert standings == [Standing.OFFERED] * 2 + [Standing.WAITING] * 2


def test_more_places_are_offered_at_once(
    build: Builder, visitor: Visit, kept: Kept, sponsor: Person
) -> None:
    club = build.club(capacity=1, sponsor=sponsor, leader=build.student())
    first, second = waiting(build, club, hours=2), waiting(build, club, hours=1)
    visit = visitor(sponsor)
    visit.submit(visit.get(f"/c/{club.id}/places"), capacity="2")
    assert kept.standing(club, first) is Standing.OFFERED
    assert kept.standing(club, second) is Standing.WAITING
    visit.post(f"/c/{club.id}/places", {"capacity": ""})
    assert kept.standing(club, second) is Standing.OFFERED


def test_fewer_places_put_nobody_out(
    build: Builder, visitor: Visit, kept: Kept, sponsor: Person
) -> None:
    club = build.club(capacity=3, sponsor=sponsor)
    members = [build.student() for _ in range(3)]
    for one in members:
        build.member(club, one)
    visitor(sponsor).post(f"/c/{club.id}/places", {"capacity": "1"})
    assert {kept.standing(club, one) for one in members} == {Standing.MEMBER}
    waits = waiting(build, club, hours=1)
    visitor(members[0]).post(f"/c/{club.id}/leave")
    assert kept.standing(club, waits) is Standing.WAITING


@pytest.mark.parametrize("capacity", ["0", "-1", "2001", "many"])
def test_places_are_a_sensible_number(
    build: Builder, visitor: Visit, sponsor: Person, capacity: str
) -> None:
    club = build.club(sponsor=sponsor)
    visitor(sponsor).post(f"/c/{club.id}/places", {"capacity": capacity}, expect=422)


def test_only_the_sponsor_sets_the_places(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    visitor(leader).get(f"/c/{club.id}/places", expect=403)
    visitor(leader).post(f"/c/{club.id}/places", {"capacity": "5"}, expect=403)


def test_a_yes_beyond_the_places_is_a_yes_to_the_waiting_list_in_the_order_of_asking(
    build: Builder, visitor: Visit, kept: Kept, sponsor: Person
) -> None:
    club = build.club(Step.CONFIDENTIAL, capacity=1, sponsor=sponsor)
    member, early, late = build.student(), build.student(), build.student()
    build.member(club, member)
    asked: dict[Person, Belonging] = {}
    for hours, one in ((2, early), (1, late)):
        since = clock.now() - timedelta(hours=hours)
        asked[one] = build.member(club, one, standing=Standing.ASKED, since=since)
    for one in (late, early):  # answered in the other order
        fields = {"ref": asked[one].ref, "yes": "1"}
        visitor(sponsor).post(f"/c/{club.id}/requests", fields)
        assert kept.standing(club, one) is Standing.WAITING
        assert "waiting list" in kept.told(one)[0]
    page = visitor(sponsor).get(f"/c/{club.id}/requests")
    assert asked[early].handle in page.words
    visitor(member).post(f"/c/{club.id}/leave")
    assert kept.standing(club, early) is Standing.OFFERED
    assert kept.standing(club, late) is Standing.WAITING
