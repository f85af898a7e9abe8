"""A room that is taken tells nobody who has it: not staff, not admins, not other clubs."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import inspect

from clubs import clock
from clubs.db import db
from clubs.meetings import services
from clubs.meetings.services import Occasion
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from clubs.models.rooms import Room
from clubs.policy.permissions import Decision, rooms
from clubs.policy.viewer import Viewer
from tests.factories import ZONE, Builder
from tests.factories_rooms import a_room, at, blocked, bookings_of
from tests.policy.cast import EVERYBODY, OUTSIDERS, Cast
from tests.policy.test_admins_eye import album
from tests.visitor import Visitor

HIDDEN = (Step.CONFIDENTIAL, Step.UNLISTED)


@pytest.fixture(autouse=True)
def _nothing_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name a form offers is drawn by chance; here it is always the first."""
    monkeypatch.setattr("clubs.belonging.storage.secrets.choice", lambda names: names[0])


def next_week() -> date:
    return clock.today(ZONE) + clock.days(7)


def plans_in(build: Builder, leader: Person, club: Club, room: Room) -> None:
    """As a leader does it on the club's page."""
    with build.acting(leader) as actor:
        when = Occasion(starts=at(12), ends=at(13), room_id=room.id)
        services.plan(actor, club, next_week(), when, agenda="")
    assert len(bookings_of(build, room)) == 1


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nothing_an_outsider_opens_changes_when_a_hidden_club_has_a_room(
    app: Flask, build: Builder, cast: Cast, who: str
) -> None:
    free = {step: a_room(build, f"Room of Reeds {step}") for step in HIDDEN}
    visitor = Visitor(app, cast[who].id)

    def pages() -> dict[str, str]:
        own = album(app, visitor, cast)
        for room in free.values():
            for where in (f"/rooms/{room.id}", f"/rooms/{room.id}/block"):
                text = visitor.look("GET", where).text
                own[where] = re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", text)
        return own

    before = pages()
    for step, room in free.items():
        plans_in(build, cast.leader, cast.clubs[step], room)
    after = pages()
    changed = [where for where in before if before[where] != after[where]]
    assert not changed, f"{who} sees that somebody has a room: {changed}"


@pytest.mark.parametrize("holder", [*Step, "block"])
def test_a_clash_is_told_alike_whoever_has_the_room(
    app: Flask, build: Builder, cast: Cast, holder: Step | str
) -> None:
    """The twin is a room that another club of the same leader has."""
    leader = build.student()
    club = build.club(Step.OPEN, leader=leader)
    a_room(build, "Somewhere else")
    twins = a_room(build, "Room of Reeds A"), a_room(build, "Room of Reeds B")
    if isinstance(holder, Step):
        plans_in(build, cast.leader, cast.clubs[holder], twins[0])
    else:
        blocked(build, twins[0], first_on=next_week(), last_on=next_week())
    plans_in(build, leader, build.club(leader=leader), twins[1])
    visitor = Visitor(app, leader.id)
    csrf = visitor.csrf()
    told = []
    for room in twins:
        fields = {"how": "once", "on_date": next_week().isoformat(), "room": room.id}
        times = {"starts": "12:30", "ends": "13:30", "csrf_token": csrf}
        answer = visitor.look(
            "POST", f"/c/{club.id}/meetings/plan", data={**fields, **times}
        )
        assert answer.status == 422
        assert f"{room.name} is not available on" in answer.text
        text = re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", answer.text)
        told.append((text.replace(room.name, "NAME"), len(answer.queries)))
    assert told[0] == told[1]


def test_the_table_of_bookings_can_hold_nobody(build: Builder, cast: Cast) -> None:
    with build.site():
        tables = inspect(db.engine)
        for table in ("booking", "room_block", "room_block_allowed", "room"):
            held = {one["name"] for one in tables.get_columns(table)}
            points = {key["referred_table"] for key in tables.get_foreign_keys(table)}
            assert not {name for name in held if "person" in name or name.endswith("_by")}
            assert points <= {"school", "room", "room_block", "club", "sitting", "event"}


STAFF = {"sponsor", "other_sponsor", "teacher", "admin", "foreign_admin"}


@pytest.mark.parametrize(
    "rule, allowed",
    [
        (rooms.may_manage_rooms, {"admin", "foreign_admin"}),
        (rooms.may_answer_room_requests, {"admin", "foreign_admin"}),
        (rooms.may_block_rooms, STAFF),
    ],
)
def test_who_may_do_what_with_rooms_of_their_school(
    build: Builder, cast: Cast, rule: Callable[[Viewer], Decision], allowed: set[str]
) -> None:
    decisions = {}
    for who in EVERYBODY:
        with build.acting(cast[who]) as viewer:
            decisions[who] = rule(viewer)
    assert {who for who, one in decisions.items() if one} == allowed
    assert all(bool(one) != bool(one.reason) for one in decisions.values())
