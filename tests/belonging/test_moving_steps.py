"""A club moves on the ladder: upwards all come along, downwards who said yes."""

from dataclasses import replace

import pytest

from clubs import belonging
from clubs.db import db
from clubs.models.clubs import Club, Step
from clubs.models.people import Person
from tests.factories import Builder

OPEN, PRIVATE, CONFIDENTIAL, UNLISTED = Step

# fmt: off
MOVES = [
    # from         no list   to            no list   who comes along
    (OPEN,         False,    PRIVATE,      False,    "everybody"),
    (OPEN,         False,    UNLISTED,     True,     "everybody"),
    (PRIVATE,      False,    CONFIDENTIAL, True,     "everybody"),
    (CONFIDENTIAL, True,     UNLISTED,     True,     "everybody"),
    (CONFIDENTIAL, False,    PRIVATE,      False,    "those who said yes"),
    (PRIVATE,      False,    OPEN,         False,    "those who said yes"),
    (CONFIDENTIAL, True,     CONFIDENTIAL, False,    "those who said yes"),
    (UNLISTED,     True,     CONFIDENTIAL, True,     "those who said yes"),
    (UNLISTED,     True,     OPEN,         False,    "those who said yes"),
]
# fmt: on


@pytest.mark.parametrize("step,no_list,to,then,who", MOVES)
def test_who_comes_along(
    build: Builder, step: Step, no_list: bool, to: Step, then: bool, who: str
) -> None:
    club = build.club(step, no_list=no_list)
    silent, agreed = build.student(), build.student()
    build.member(club, silent, handle="Quiet Heron")
    _agrees(build, club, agreed, step)
    with build.site():
        belonging.move(db.session.get_one(Club, club.id), to, no_list=then)
    with build.site():
        moved = db.session.get_one(Club, club.id)
        assert (moved.step, moved.no_list) == (to, then)
        comes = belonging.of_one(moved, agreed.id)
        left = belonging.of_one(moved, silent.id)
        everybody = belonging.in_club(moved)
    assert comes is not None
    assert not comes.stays
    assert comes.handle == "Amber Wren"
    assert (left is not None) == (who == "everybody")
    assert len(everybody) == (2 if who == "everybody" else 1)
    named = {one.person_id is not None for one in everybody}
    assert named == {not then}


def _agrees(build: Builder, club: Club, person: Person, step: Step) -> None:
    """Somebody who said yes to being carried over, where that can be said."""
    one = build.member(club, person, handle="Amber Wren")
    if step is not OPEN:
        with build.site():
            assert belonging.change(club, one, replace(one, stays=True))


def test_whoever_had_no_handle_is_given_one(build: Builder) -> None:
    club = build.club(OPEN)
    for _ in range(3):
        build.member(club, build.student(), handle="")
    with build.site():
        belonging.move(db.session.get_one(Club, club.id), PRIVATE, no_list=False)
    with build.site():
        handles = {one.handle for one in belonging.in_club(club_now(club))}
    assert len(handles) == 3
    assert "" not in handles


def club_now(club: Club) -> Club:
    return db.session.get_one(Club, club.id)
