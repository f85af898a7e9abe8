"""Joining an open club: one step, one's own."""

from collections.abc import Callable

import pytest

from clubs.belonging import Commitment, Standing
from clubs.models.clubs import Audience, ClubState, Step
from clubs.models.people import PersonKind
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_one_joins_an_open_club_in_one_step(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, student = build.club(), build.student()
    visit = visitor(student)
    page = visit.get(f"/c/{club.id}/join")
    assert "with your name" in page.words
    done = visit.submit(page, commitment="regular")
    assert done.location == "/my-clubs"
    mine = kept.of(club, student)
    assert mine is not None
    assert (mine.standing, mine.commitment) == (Standing.MEMBER, Commitment.REGULAR)
    assert mine.since is None
    assert club.name in visit.get("/my-clubs").words


def test_joining_twice_changes_nothing_and_is_no_mistake(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, student = build.club(), build.student()
    visit = visitor(student)
    visit.post(f"/c/{club.id}/join", {"commitment": "regular"})
    again = visit.post(f"/c/{club.id}/join", {"commitment": "sometimes"}, expect=200)
    assert "You belong" in again.words
    assert len(kept.everybody(club)) == 1


def test_nobody_is_told_who_joined(build: Builder, visitor: Visit, kept: Kept) -> None:
    leader, sponsor = build.student(), build.staff()
    club = build.club(leader=leader, sponsor=sponsor)
    visitor(build.student()).post(f"/c/{club.id}/join", {"commitment": "regular"})
    assert kept.told(leader) == kept.told(sponsor) == []
    assert kept.mails() == 0


def test_nobody_can_enrol_another(build: Builder, visitor: Visit, kept: Kept) -> None:
    club, student, other = build.club(), build.student(), build.student()
    fields = {"commitment": "regular", "person_id": other.id, "ref": other.id}
    visitor(student).post(f"/c/{club.id}/join", fields)
    assert kept.of(club, other) is None
    assert kept.of(club, student) is not None


@pytest.mark.parametrize(
    "audience, kind, may",
    [
        (Audience.STUDENTS, PersonKind.STUDENT, True),
        (Audience.STUDENTS, PersonKind.STAFF, False),
        (Audience.STUDENTS, PersonKind.CAREGIVER, False),
        (Audience.CAREGIVERS, PersonKind.CAREGIVER, True),
        (Audience.CAREGIVERS, PersonKind.STUDENT, False),
        (Audience.MIXED, PersonKind.STUDENT, True),
        (Audience.MIXED, PersonKind.STAFF, True),
        (Audience.MIXED, PersonKind.CAREGIVER, True),
    ],
)
def test_a_club_is_joined_by_those_it_is_for(
    build: Builder,
    visitor: Visit,
    kept: Kept,
    audience: Audience,
    kind: PersonKind,
    *,
    may: bool,
) -> None:
    club, person = build.club(audience=audience), build.person(kind)
    fields = {"commitment": "regular"}
    visitor(person).post(f"/c/{club.id}/join", fields, expect=303 if may else 403)
    assert (kept.of(club, person) is not None) is may


def test_a_resting_club_takes_nobody_in(build: Builder, visitor: Visit) -> None:
    club = build.club(state=ClubState.PAUSED)
    answer = visitor(build.student()).get(f"/c/{club.id}/join", expect=403)
    assert "taking a break" in answer.words


def test_a_sponsor_does_not_join_their_own_club(build: Builder, visitor: Visit) -> None:
    sponsor = build.staff()
    club = build.club(audience=Audience.MIXED, sponsor=sponsor)
    visitor(sponsor).get(f"/c/{club.id}/join", expect=403)


def test_a_club_of_another_school_is_not_there(build: Builder, visitor: Visit) -> None:
    club = build.club(school_id=build.another_school().id)
    visitor(build.student()).post(f"/c/{club.id}/join", expect=404)


def test_what_was_agreed_to_holds_even_if_the_step_changes_meanwhile(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, student = build.club(Step.PRIVATE), build.student()
    # The page was open when the club was still open: no handle comes with the request.
    answer = visitor(student).post(
        f"/c/{club.id}/join", {"commitment": "regular"}, expect=422
    )
    assert "name" in answer.words
    assert kept.of(club, student) is None


@pytest.mark.parametrize("sent", ["", "always", "<b>"])
def test_an_unknown_commitment_is_not_stored(
    build: Builder, visitor: Visit, kept: Kept, sent: str
) -> None:
    club, student = build.club(), build.student()
    visitor(student).post(f"/c/{club.id}/join", {"commitment": sent}, expect=422)
    assert kept.of(club, student) is None
