"""Changing who sees a club: tighter at once, looser only with each member's own yes."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.membership.conftest import Kept
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
AFTER = timedelta(days=15)


@pytest.fixture
def sponsor(build: Builder) -> Person:
    return build.staff()


@pytest.fixture
def leader(build: Builder) -> Person:
    return build.student()


def now(build: Builder, club: Club) -> Club:
    with build.site():
        return db.session.get_one(Club, club.id)


def loosen(visit: Visitor, club: Club, to: str) -> None:
    visit.submit(visit.get(f"/c/{club.id}/step?to={to}"), action="/step")


def complete(visitor: Visit, club: Club, sponsor: Person) -> None:
    with time_machine.travel(clock.now() + AFTER, tick=True):
        visit = visitor(sponsor)
        visit.submit(visit.get(f"/c/{club.id}/step"), action="/step/complete")


@pytest.mark.parametrize("who", ["leader", "sponsor"])
def test_tightening_is_at_once_and_keeps_everybody(
    build: Builder, visitor: Visit, kept: Kept, leader: Person, sponsor: Person, who: str
) -> None:
    club = build.club(leader=leader, sponsor=sponsor)
    members = [build.student() for _ in range(3)]
    for one in members:
        build.member(club, one, handle="")
    visit = visitor(leader if who == "leader" else sponsor)
    loosen(visit, club, "unlisted")
    assert now(build, club).step is Step.UNLISTED
    people = kept.everybody(club)
    assert {one.person_id for one in people} == {leader.id, *(one.id for one in members)}
    assert len({one.handle for one in people}) == 4
    with build.site():
        entry = db.session.scalars(select(AuditEntry)).one()
    assert entry.words == "open → unlisted"
    # A leader is a member: the record may not name one (P18).
    assert entry.staff_id == (sponsor.id if who == "sponsor" else None)
    assert leader.name not in entry.staff_name


def test_without_a_list_nobody_can_be_named_any_more(
    build: Builder, visitor: Visit, kept: Kept, leader: Person, sponsor: Person
) -> None:
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    page = visitor(leader).get(f"/c/{club.id}/step?to=confidential-without-a-list")
    assert "you lose something for good" in page.words
    loosen(visitor(leader), club, "confidential-without-a-list")
    assert [one.person_id for one in kept.everybody(club)] == [None]
    assert kept.of(club, leader) is not None
    visitor(leader).get(f"/c/{club.id}/people")


def test_loosening_carries_over_only_those_who_say_yes(
    build: Builder, visitor: Visit, kept: Kept, leader: Person, sponsor: Person
) -> None:
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    stays, says_no, silent = build.student(), build.student(), build.student()
    for one in (stays, says_no, silent):
        build.member(club, one)
    loosen(visitor(sponsor), club, "open")
    assert now(build, club).step is Step.CONFIDENTIAL
    assert "Say whether you stay" in kept.told(silent)[0]
    assert "Say whether you stay" in visitor(silent).get("/my-clubs").words
    for one in (stays, says_no):
        visit = visitor(one)
        visit.submit(visit.get(f"/c/{club.id}/step"), action="/step/stay")
    visitor(says_no).post(f"/c/{club.id}/step/stay", {"yes": "0"})
    complete(visitor, club, sponsor)
    assert now(build, club).step is Step.OPEN
    assert [one.person_id for one in kept.everybody(club)] == [stays.id]
    assert kept.told(silent) == []


def test_from_no_list_to_a_list_takes_notice_as_well(
    build: Builder, visitor: Visit, kept: Kept, sponsor: Person
) -> None:
    club = build.club(Step.UNLISTED, no_list=True, sponsor=sponsor)
    stays, silent = build.student(), build.student()
    for one in (stays, silent):
        build.member(club, one)
    loosen(visitor(sponsor), club, "unlisted")
    assert now(build, club).no_list
    visitor(stays).post(f"/c/{club.id}/step/stay", {"yes": "1"})
    complete(visitor, club, sponsor)
    assert not now(build, club).no_list
    assert [one.person_id for one in kept.everybody(club)] == [stays.id]
    visitor(silent).get(f"/c/{club.id}/step", expect=404)


def test_calling_it_off_forgets_who_had_said_yes(
    build: Builder, visitor: Visit, kept: Kept, leader: Person, sponsor: Person
) -> None:
    club = build.club(Step.UNLISTED, no_list=True, leader=leader, sponsor=sponsor)
    loosen(visitor(sponsor), club, "private")
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/step/stay", {"yes": "1"})
    assert [one.person_id for one in kept.everybody(club)] == [leader.id]
    visit.submit(visit.get(f"/c/{club.id}/step"), action="/call-off")
    assert [one.person_id for one in kept.everybody(club)] == [None]
    assert now(build, club).loosen_to is None
    visit.post(f"/c/{club.id}/step/stay", {"yes": "1"}, expect=409)
    visitor(sponsor).post(f"/c/{club.id}/step/call-off", expect=403)


def test_not_a_day_before_and_by_nobody_but_the_sponsor(
    build: Builder, visitor: Visit, leader: Person, sponsor: Person
) -> None:
    club = build.club(Step.PRIVATE, leader=leader, sponsor=sponsor)
    address = f"/c/{club.id}/step"
    visitor(sponsor).post(f"{address}/complete", expect=403)
    visitor(leader).post(address, {"to": "open"}, expect=403)
    loosen(visitor(sponsor), club, "open")
    visitor(sponsor).post(f"{address}/complete", expect=403)
    visitor(sponsor).post(address, {"to": "open"}, expect=403)
    with time_machine.travel(clock.now() + AFTER, tick=True):
        visitor(leader).post(f"{address}/complete", expect=403)
    assert now(build, club).step is Step.PRIVATE


def test_the_page_is_for_the_people_of_the_club(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(Step.PRIVATE, leader=leader)
    stranger, member = build.student(), build.student()
    build.member(club, member)
    address = f"/c/{club.id}/step"
    visitor(stranger).get(address, expect=403)
    visitor(stranger).post(address, {"to": "unlisted"}, expect=403)
    visitor(stranger).post(f"{address}/call-off", expect=403)
    assert "Look at another step" not in visitor(member).get(address).words
    visitor(member).post(address, {"to": "unlisted"}, expect=403)
    visitor(leader).post(address, {"to": "private"}, expect=409)
    visitor(leader).post(address, {"to": "open-without-a-list"})
    visitor(leader).get(f"{address}?to=nonsense")
    assert now(build, club).step is Step.PRIVATE
