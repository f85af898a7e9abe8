"""The demo school's bells and rooms make sense, and its clubs meet by every rule."""

from itertools import pairwise
from typing import get_args

import pytest

from clubs.demo import bells, shapes
from clubs.demo.content import DEMO_CLUBS
from clubs.demo.rooms import ROOMS
from clubs.models.rooms import RoomKind


def test_every_club_meets_in_a_room_of_the_school() -> None:
    rooms = {room.name: room for room in ROOMS}
    assert len(rooms) == len(ROOMS) >= 20
    for club in DEMO_CLUBS:
        assert club.weekday is None or str(club.weekday) in rooms[club.place].weekdays
    kinds = {room.kind for room in ROOMS}
    assert kinds == set(get_args(shapes.RoomKind)) == set(RoomKind)
    for mark in ("step_free", "quiet", "near_exit", "needs_yes"):
        assert {getattr(room, mark) for room in ROOMS} == {True, False}


@pytest.mark.parametrize("kind", bells.BELLS)
def test_bells_ring_one_after_the_other(kind: str) -> None:
    times = sorted(bells.BELLS[kind].values())
    assert all(starts < ends for starts, ends in times)
    assert all(one[1] <= later[0] for one, later in pairwise(times))
    assert set(bells.BELLS[kind]) <= set(bells.SLOTS)
    assert set(bells.BELLS[bells.REGULAR]) == set(bells.SLOTS)


def test_clubs_meet_by_every_rule_and_one_in_several_lunches() -> None:
    assert {club.rule for club in DEMO_CLUBS} == set(get_args(shapes.MeetingRule))
    (newcomers,) = [one for one in DEMO_CLUBS if one.rule == "fortnightly"]
    assert (newcomers.weekday, newcomers.waves) == (1, ("A", "C"))
    assert {wave for club in DEMO_CLUBS for wave in club.waves} == set(shapes.WAVES)
