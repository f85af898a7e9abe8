"""Handing over: offered, accepted or declined; nobody is made a leader."""

from collections.abc import Callable

from clubs.belonging import Role
from clubs.models.clubs import Step
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_a_leader_hands_over_and_steps_down(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    leader, member = build.student(), build.student()
    club = build.club(Step.PRIVATE, leader=leader)
    one = build.member(club, member)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/hand-over")
    visit.submit(page, ref=one.ref, steps_down="y")
    before = kept.of(club, leader)
    assert before is not None
    assert before.leads
    assert kept.told(member) == [f"{club.name} asks you to lead."]
    asked = visitor(member)
    asked.submit(asked.get(f"/c/{club.id}/hand-over"), action="/lead")
    after, new = kept.of(club, leader), kept.of(club, member)
    assert after is not None
    assert new is not None
    assert (after.role, after.steps_down) == (Role.MEMBER, False)
    assert (new.role, new.offered_lead) == (Role.LEADER, False)


def test_a_leader_may_stay_beside_the_new_one(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    leader, member = build.student(), build.student()
    club = build.club(leader=leader)
    visitor(leader).post(f"/c/{club.id}/hand-over", {"ref": build.member(club, member).ref})
    visitor(member).post(f"/c/{club.id}/lead", {"yes": "1"})
    assert sum(one.leads for one in kept.everybody(club)) == 2


def test_a_no_changes_nothing(build: Builder, visitor: Visit, kept: Kept) -> None:
    leader, member = build.student(), build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader)
    fields = {"ref": build.member(club, member).ref, "steps_down": "y"}
    visitor(leader).post(f"/c/{club.id}/hand-over", fields)
    visitor(member).post(f"/c/{club.id}/lead", {"yes": "0"})
    assert [one.leads for one in kept.everybody(club)] == [True, False]
    assert not any(one.steps_down or one.offered_lead for one in kept.everybody(club))
    visitor(member).post(f"/c/{club.id}/lead", {"yes": "1"}, expect=409)
    visitor(member).get(f"/c/{club.id}/lead", expect=303)


def test_an_offer_can_be_taken_back(build: Builder, visitor: Visit, kept: Kept) -> None:
    leader, member, other = build.student(), build.student(), build.student()
    club = build.club(Step.PRIVATE, leader=leader)
    one, two = build.member(club, member), build.member(club, other)
    visit = visitor(leader)
    for ref in (one.ref, two.ref):
        visit.post(f"/c/{club.id}/hand-over", {"ref": ref, "steps_down": "y"})
    back = f"/c/{club.id}/hand-over/take-back"
    visit.post(back, {"ref": one.ref})
    assert any(person.steps_down for person in kept.everybody(club))
    visit.post(back, {"ref": two.ref})
    assert not any(person.steps_down for person in kept.everybody(club))
    visit.post(back, {"ref": two.ref}, expect=409)


def test_the_sponsor_asks_where_nobody_leads(
    build: Builder, visitor: Visit, kept: Kept
) -> None:
    sponsor, member = build.staff(), build.student()
    club = build.club(Step.PRIVATE, sponsor=sponsor)
    one = build.member(club, member)
    visit = visitor(sponsor)
    visit.submit(visit.get(f"/c/{club.id}/hand-over"), ref=one.ref)
    visitor(member).post(f"/c/{club.id}/lead", {"yes": "1"})
    assert [each.leads for each in kept.everybody(club)] == [True]
    visit.get(f"/c/{club.id}/hand-over", expect=403)


def test_only_a_member_can_be_asked(build: Builder, visitor: Visit, kept: Kept) -> None:
    leader, stranger = build.student(), build.student()
    club = build.club(Step.PRIVATE, leader=leader)
    asker = build.member(club, stranger, standing="asked")
    own = kept.of(club, leader)
    assert own is not None
    visit = visitor(leader)
    for ref in (asker.ref, own.ref, stranger.id):
        visit.post(f"/c/{club.id}/hand-over", {"ref": ref}, expect=409)
    visit.post(f"/c/{club.id}/hand-over", expect=422)
    visitor(stranger).get(f"/c/{club.id}/hand-over", expect=403)
