"""Leaving: one step, at any time, leaving nothing."""

from collections.abc import Callable

import pytest

from clubs import notices
from clubs.belonging import Role, Standing
from clubs.models.clubs import ClubState, Step
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.mark.parametrize("step", list(Step), ids=str)
@pytest.mark.parametrize("standing", list(Standing), ids=str)
def test_one_leaves_whatever_ones_standing(
    build: Builder, visitor: Visit, kept: Kept, step: Step, standing: Standing
) -> None:
    club, student = build.club(step, leader=build.student()), build.student()
    build.member(club, student, standing=standing)
    visit = visitor(student)
    done = visit.submit(visit.get(f"/c/{club.id}/leave"))
    assert done.location == "/my-clubs"
    assert kept.of(club, student) is None
    assert len(kept.everybody(club)) == 1
    after = visit.get("/my-clubs")
    assert club.name not in after.text


@pytest.mark.parametrize("state", [ClubState.PAUSED, ClubState.CLOSED], ids=str)
def test_nothing_holds_anybody_in_a_club(
    build: Builder, visitor: Visit, kept: Kept, state: ClubState
) -> None:
    club, student = build.club(Step.CONFIDENTIAL, state=state), build.student()
    build.member(club, student)
    visitor(student).post(f"/c/{club.id}/leave")
    assert kept.of(club, student) is None


def test_what_was_told_about_the_club_goes_and_the_rest_stays(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    club, other, student = build.club(Step.PRIVATE), build.club(), build.student()
    build.member(club, student)
    with build.site():
        notices.tell(club.school_id, student.id, "About this one", club)
        notices.tell(club.school_id, student.id, "About another", other)
    visitor(student).post(f"/c/{club.id}/leave")
    assert kept.told(student) == ["About another"]


def test_after_leaving_an_unlisted_club_it_was_never_there(
    build: Builder, visitor: Visit
) -> None:
    club, student = build.club(Step.UNLISTED), build.student()
    build.member(club, student)
    visit = visitor(student)
    visit.get(f"/c/{club.id}/leave")
    visit.post(f"/c/{club.id}/leave")
    gone = visit.get(f"/c/{club.id}/leave", expect=404)
    never = visit.get(f"/c/{'x' * 22}/leave", expect=404)
    assert gone.text == never.text
    visit.get(f"/c/{club.id}", expect=404)


def test_nobody_is_told_who_left(build: Builder, visitor: Visit, kept: Kept) -> None:
    leader, sponsor, student = build.student(), build.staff(), build.student()
    club = build.club(Step.PRIVATE, leader=leader, sponsor=sponsor)
    build.member(club, student)
    visitor(student).post(f"/c/{club.id}/leave")
    assert kept.told(leader) == kept.told(sponsor) == []
    assert kept.mails() == 0


def test_a_leader_alone_is_warned_and_may_go_all_the_same(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    leader = build.student()
    club = build.club(Step.PRIVATE, leader=leader)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/leave")
    assert "the only leader" in page.words
    assert page.page.select(f'main a[href="/c/{club.id}/hand-over"]')
    visit.submit(page)
    assert kept.everybody(club) == []


def test_a_leader_beside_another_is_not_warned(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader)
    build.member(club, build.student(), role=Role.LEADER)
    assert "only leader" not in visitor(leader).get(f"/c/{club.id}/leave").words


def test_one_cannot_leave_what_one_does_not_belong_to(
    build: Builder, visitor: Visit
) -> None:
    club = build.club()
    visitor(build.student()).post(f"/c/{club.id}/leave", expect=403)
