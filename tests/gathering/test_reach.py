"""Which lunches suit most of a club: from ten people on, once a month, in words."""

import pytest
import time_machine

from clubs.belonging import Commitment, Standing
from clubs.db import db
from clubs.models.clubs import Club, Step
from clubs.models.gathering import ClubReach
from clubs.models.timetable import Slot
from clubs.planning import reach
from clubs.planning.reach import Share, reach_of, share_of
from tests.factories import Builder
from tests.gathering.reading import Visit

MOST, SOME, FEW = Share


@pytest.fixture
def waves(build: Builder) -> list[Slot]:
    """A and B; and a slot that is no lunch, of which nothing is said."""
    after = build.wave("After", kind="after")
    del after
    return [build.wave("A"), build.wave("B")]


def fill(
    build: Builder, club: Club, wave: Slot | None, count: int, **given: object
) -> None:
    for _number in range(count):
        person = build.student(wave_id=wave.id if wave else None)
        build.member(club, person, **{"commitment": Commitment.REGULAR, **given})


def known(build: Builder, club: Club) -> dict[str, Share] | None:
    with build.site():
        fresh = db.session.get_one(Club, club.id)
        reach.refresh(fresh)
        return reach_of(fresh)


@pytest.mark.parametrize(
    "some, everybody, share",
    [
        (12, 12, MOST), (8, 12, MOST), (7, 12, SOME), (3, 12, SOME),
        (2, 12, FEW), (0, 12, FEW), (7, 10, MOST), (6, 10, SOME), (2, 10, FEW),
    ],
)  # fmt: skip
def test_two_thirds_are_most_and_a_quarter_is_some(
    some: int, everybody: int, share: Share
) -> None:
    assert share_of(some, everybody) is share


@pytest.mark.parametrize("step", list(Step))
def test_a_share_for_each_lunch(build: Builder, waves: list[Slot], step: Step) -> None:
    club = build.club(step)
    fill(build, club, waves[0], 10)
    fill(build, club, waves[1], 2)
    assert known(build, club) == {waves[0].id: MOST, waves[1].id: FEW}


def test_nothing_is_said_of_fewer_than_ten(build: Builder, waves: list[Slot]) -> None:
    club = build.club(Step.CONFIDENTIAL)
    fill(build, club, waves[0], 9)
    assert known(build, club) is None


@pytest.mark.parametrize(
    "given",
    [
        {"commitment": Commitment.SOMETIMES},
        {"standing": Standing.ASKED},
        {"standing": Standing.WAITING},
    ],
)
def test_only_regular_members_count(
    build: Builder, waves: list[Slot], given: dict[str, object]
) -> None:
    club = build.club(Step.PRIVATE)
    fill(build, club, waves[0], 9)
    fill(build, club, waves[0], 1, **given)
    assert known(build, club) is None


def test_only_people_at_school_whose_lunch_is_known_count(
    build: Builder, waves: list[Slot]
) -> None:
    club = build.club(Step.PRIVATE)
    fill(build, club, waves[0], 9)
    fill(build, club, None, 1)
    gone = build.student(wave_id=waves[0].id, active=False)
    build.member(club, gone, commitment=Commitment.REGULAR)
    assert known(build, club) is None


def test_where_all_have_one_lunch_it_suits_everybody(build: Builder) -> None:
    only = build.wave("Lunch")
    club = build.club(Step.PRIVATE)
    fill(build, club, None, 10)
    assert known(build, club) == {only.id: MOST}


def test_without_a_list_nothing_is_known(build: Builder, waves: list[Slot]) -> None:
    club = build.club(Step.CONFIDENTIAL, no_list=True)
    fill(build, club, waves[0], 12)
    assert known(build, club) is None


def test_a_list_that_is_given_up_takes_what_was_known_with_it(
    build: Builder, waves: list[Slot]
) -> None:
    club = build.club(Step.CONFIDENTIAL)
    fill(build, club, waves[0], 12)
    assert known(build, club) is not None
    with build.site():
        fresh = db.session.get_one(Club, club.id)
        fresh.no_list = True
        assert reach_of(fresh) is None


def test_who_joins_is_not_seen_in_it_before_the_next_month(
    build: Builder, waves: list[Slot], monday: time_machine.Traveller
) -> None:
    monday.move_to("2026-11-01T16:00:00Z")
    club = build.club(Step.CONFIDENTIAL)
    fill(build, club, waves[0], 10)
    before = known(build, club)
    fill(build, club, waves[1], 6)
    for day in (1, 2, 15, 30):
        monday.move_to(f"2026-11-{day:02}T16:00:00Z")
        assert known(build, club) == before == {waves[0].id: MOST, waves[1].id: FEW}
    monday.move_to("2026-12-01T16:00:00Z")
    assert known(build, club) == {waves[0].id: SOME, waves[1].id: SOME}


def test_two_looks_are_never_only_days_apart(
    build: Builder, waves: list[Slot], monday: time_machine.Traveller
) -> None:
    monday.move_to("2026-11-25T16:00:00Z")
    club = build.club(Step.CONFIDENTIAL)
    fill(build, club, waves[0], 10)
    before = known(build, club)
    fill(build, club, waves[1], 10)
    monday.move_to("2026-12-01T16:00:00Z")
    assert known(build, club) == before
    monday.move_to("2027-01-01T16:00:00Z")
    assert known(build, club) == {waves[0].id: SOME, waves[1].id: SOME}


def test_every_club_has_a_row_of_the_same_length(build: Builder, waves: list[Slot]) -> None:
    big, small = build.club(Step.CONFIDENTIAL), build.club(Step.CONFIDENTIAL)
    fill(build, big, waves[0], 12)
    with build.site():
        assert reach.refresh_school(build.school.id) == 2
    with build.site():
        rows = {row.club_id: row for row in db.session.scalars(db.select(ClubReach))}
        assert set(rows) == {big.id, small.id}
        assert len({len(row.body) for row in rows.values()}) == 1
        assert len({row.as_of for row in rows.values()}) == 1


def test_a_club_never_worked_out_has_nothing_to_say(build: Builder) -> None:
    club = build.club()
    with build.site():
        assert reach_of(club) is None


def test_whoever_plans_reads_it_with_its_day_and_why_it_is_not_newer(
    build: Builder, visitor: Visit, waves: list[Slot]
) -> None:
    leader, sponsor, member = build.student(), build.staff(), build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    build.member(club, member)
    fill(build, club, waves[0], 10)
    address = f"/c/{club.id}/meetings/suggest"
    assert "not enough regular members yet" in visitor(leader).get(address).words
    known(build, club)
    for person in (leader, sponsor):
        words = visitor(person).get(address).words
        assert "Most regular members can come" in words
        assert "as of Monday, November 16" in words
        assert "never for fewer than ten people" in words
    visitor(member).get(address, expect=403)
