"""People leave, codes run out, clubs lose their leaders: nothing more than needed stays."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from clubs import belonging, clock
from clubs.belonging import Role, Standing, codes, ending
from clubs.belonging.leaders import note_leaderless
from clubs.db import db
from clubs.models.belonging import InviteCode, SealedMembership
from clubs.models.clubs import Club, ClubState, Step
from clubs.seal import CannotOpen
from tests.factories import ZONE, Builder


def test_whoever_leaves_the_school_leaves_all_its_clubs(build: Builder) -> None:
    gone, stays = build.student(), build.student()
    clubs = [build.club(step) for step in Step]
    clubs.append(build.club(Step.UNLISTED, no_list=True))
    for club in clubs:
        build.member(club, gone)
        build.member(club, stays)
    with build.site():
        belonging.forget_person(gone.school_id or "", gone.id)
    with build.site():
        assert belonging.ties(build.school.id, gone.id).belongs == {}
        assert len(belonging.ties(build.school.id, stays.id).belongs) == len(clubs)
        assert [len(belonging.in_club(club)) for club in clubs] == [1] * len(clubs)


def test_many_leave_at_once(build: Builder) -> None:
    clubs = [build.club(Step.OPEN), build.club(Step.CONFIDENTIAL)]
    people = [build.student() for _ in range(3)]
    for club in clubs:
        for one in people:
            build.member(club, one)
    with build.site():
        belonging.forget_people(build.school.id, [one.id for one in people[:2]])
    with build.site():
        for club in clubs:
            left = belonging.in_club(club)
            assert [one.person_id for one in left] == [people[2].id]


def test_several_clubs_are_listed_together(build: Builder) -> None:
    clubs = [build.club(Step.OPEN), build.club(Step.PRIVATE), build.club(Step.PRIVATE)]
    for club in clubs:
        build.member(club, build.student(), role=Role.LEADER)
    with build.site():
        asked = frozenset(club.id for club in clubs[:2])
        found = belonging.in_clubs(build.school.id, asked)
        assert {one.club_id for one in found} == asked
        assert belonging.in_clubs(build.school.id, frozenset()) == []


@pytest.mark.parametrize("step", [Step.OPEN, Step.PRIVATE], ids=str)
def test_a_change_of_what_has_changed_is_refused(build: Builder, step: Step) -> None:
    club, student = build.club(step), build.student()
    asked = build.member(club, student, standing=Standing.ASKED)
    settled = replace(asked, standing=Standing.MEMBER)
    with build.site():
        assert belonging.change(club, asked, settled)
        assert not belonging.change(club, asked, settled)
        belonging.end(club, settled)
        assert not belonging.change(club, settled, asked)
        assert belonging.of_one(club, student.id) is None


def test_codes_end_the_day_after_their_last(build: Builder) -> None:
    club, today = build.club(Step.UNLISTED), clock.today(ZONE)
    with build.site():
        codes.make(club, uses=1, expires_on=today)
        codes.make(club, uses=1, expires_on=today - clock.days(1))
    with build.site():
        assert ending.end_old_codes(today) == 1
        assert ending.end_old_codes(today) == 0
        assert db.session.scalars(select(InviteCode.expires_on)).all() == [today]


def test_whether_what_is_sealed_still_opens(build: Builder) -> None:
    with build.site():
        assert ending.opened(build.school.id) == 0
    build.member(build.club(Step.PRIVATE), build.student())
    with build.site():
        assert ending.opened(build.school.id) == 1
        db.session.execute(update(SealedMembership).values(body=b"damaged" * 200))
        with pytest.raises(CannotOpen):
            ending.opened(build.school.id)


def test_clubs_without_a_leader_are_noted_once(build: Builder) -> None:
    today, leader = date(2026, 11, 23), build.student()
    led = build.club(Step.CONFIDENTIAL, leader=leader, leaderless_since=today)
    alone = [build.club(step) for step in Step]
    build.member(alone[0], build.student())
    build.member(alone[1], build.student(), role=Role.LEADER, standing=Standing.ASKED)
    closed = build.club(state=ClubState.CLOSED)
    with build.site():
        assert note_leaderless(build.school.id, today) == len(alone)
    with build.site():
        assert note_leaderless(build.school.id, today + clock.days(5)) == len(alone)
    with build.site():
        since = [db.session.get_one(Club, one.id).leaderless_since for one in alone]
        assert since == [today] * len(alone)
        for one in (led, closed):
            assert db.session.get_one(Club, one.id).leaderless_since is None


def test_a_handle_given_by_us_is_nobody_elses() -> None:
    taken: set[str] = set()
    for _ in range(400):
        taken.add(belonging.fresh_handle(taken))
    assert len(taken) == 400
