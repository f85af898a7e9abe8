"""An admin's pages are byte-identical before and after any one person joins (P6).

So are those of another sponsor, of a teacher, of a caregiver and of a classmate: all are
strangers to a club they have nothing to do with.
"""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from clubs import belonging
from clubs.belonging import Standing
from clubs.models.clubs import Step
from clubs.models.people import Person
from tests.factories import Builder
from tests.policy.cast import OUTSIDERS, Cast
from tests.policy.walking import IDS, address, rules
from tests.visitor import Visitor


def album(app: Flask, visitor: Visitor, cast: Cast) -> dict[str, str]:
    """Every page somebody can open, as its bytes without what chance puts into it."""
    pages = {}
    for rule in rules(app, "GET"):
        for step in Step if rule.arguments & set(IDS) else [Step.OPEN]:
            where = address(rule, _ids(cast, step))
            answer = visitor.look("GET", where)
            pages[where] = f"{answer.status} {_plain(answer.text)}"
    return pages


def _ids(cast: Cast, step: Step) -> dict[str, str]:
    return {
        "club_id": cast.clubs[step].id,
        "meeting_id": cast.meetings[step].id,
        "event_id": cast.events[step].id,
        "proposal_id": cast.proposals[step].id,
        **{name: cast.classmate.id for name in ("person_id", "upload_id", "wave_id")},
        **{name: cast.classmate.id for name in ("code_id", "ref")},
    }


def _plain(text: str) -> str:
    return re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", text)


def joins(build: Builder, cast: Cast, step: Step) -> None:
    build.member(cast.clubs[step], newcomer(build), handle="Newly Come")


def asks(build: Builder, cast: Cast, step: Step) -> None:
    build.member(cast.clubs[step], newcomer(build), standing=Standing.ASKED, note="Please")


def waits(build: Builder, cast: Cast, step: Step) -> None:
    build.member(cast.clubs[step], newcomer(build), standing=Standing.WAITING)


def leaves(build: Builder, cast: Cast, step: Step) -> None:
    with build.site():
        one = belonging.of_one(cast.clubs[step], cast.member.id)
        assert one is not None
        belonging.end(cast.clubs[step], one)


def newcomer(build: Builder) -> Person:
    """Somebody who was on the roster all along."""
    return _newcomers[build]


_newcomers: dict[Builder, Person] = {}
CHANGES: list[Callable[[Builder, Cast, Step], None]] = [joins, asks, waits, leaves]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("who", OUTSIDERS)
def test_nothing_an_outsider_opens_changes(
    app: Flask,
    build: Builder,
    cast: Cast,
    who: str,
    change: Callable[[Builder, Cast, Step], None],
) -> None:
    _newcomers[build] = build.student()
    visitor = Visitor(app, cast[who].id)
    before = album(app, visitor, cast)
    assert sum(page.startswith("200") for page in before.values()) > 10
    for step in Step:
        change(build, cast, step)
    after = album(app, visitor, cast)
    changed = [where for where in before if before[where] != after[where]]
    assert not changed, f"a {who} sees that somebody {change.__name__}: {changed}"


def test_the_eye_would_notice(app: Flask, build: Builder, cast: Cast) -> None:
    """The control: the sponsor does see who asks."""
    _newcomers[build] = build.student()
    visitor = Visitor(app, cast.sponsor.id)
    before = album(app, visitor, cast)
    asks(build, cast, Step.CONFIDENTIAL)
    assert album(app, visitor, cast) != before
