"""What one may not know of answers exactly like what never existed (P2).

The walk takes every route with an id in its address, for every kind of viewer, by GET and
by POST. A new route is walked without anybody thinking of it.
"""

import re

import pytest
from flask import Flask
from werkzeug.routing import Rule

from clubs.db import Model, db, new_id
from clubs.models.clubs import Club, Step
from clubs.models.events import EventState
from tests.factories import Builder
from tests.factories_rooms import a_room, blocked, booked, bookings_of
from tests.policy.cast import Cast
from tests.policy.walking import IDS, addresses, rules
from tests.visitor import Answer, Visitor

STRANGERS = ("classmate", "teacher", "other_sponsor", "admin", "caregiver")

# Admins answer for every club of their school, as an entry with a name and a state. That
# is not finding the club: these pages never show what happens in it.
THE_SCHOOLS_OWN = "/school"


def objects(
    build: Builder, cast: Cast, step: Step, school_id: str | None = None
) -> dict[str, str]:
    """A club on a step with a meeting, an event and a proposal: their ids by argument."""
    club = build.club(step, sponsor=cast.sponsor, school_id=school_id)
    return {
        **never(),
        "club_id": club.id,
        "meeting_id": build.meeting(club).id,
        "event_id": build.event(club, state=EventState.PROPOSED).id,
        # What another school shows to everybody is no secret; a hidden club's address is.
        "feed_key": new_id() if school_id else _feed_key_of(build, club),
        **(_room_of(build, club) if school_id else {}),
    }


def _room_of(build: Builder, club: Club) -> dict[str, str]:
    """A room of another school, blocked, and asked for by its club."""
    room = a_room(build, school_id=club.school_id, needs_yes=True)
    meeting = build.meeting(club)
    booked(build, room, meeting)
    [booking] = bookings_of(build, room)
    block = blocked(build, room, club)
    return {"room_id": room.id, "block_id": block.id, "booking_id": booking.id}


def _feed_key_of(build: Builder, club: Club) -> str:
    """As if the club had been open once: what was its calendar's address then."""
    with build.site():
        held = db.session.get_one(Club, club.id)
        held.feed_key = new_id()
        return held.feed_key


def never() -> dict[str, str]:
    return {name: new_id() for name in IDS}


def deleted(build: Builder, cast: Cast) -> dict[str, str]:
    ids = objects(build, cast, Step.UNLISTED)
    with build.site():
        club: Model = db.session.get_one(Club, ids["club_id"])
        db.session.delete(club)
    return ids


def walked(app: Flask, who: str) -> list[tuple[str, Rule]]:
    """Each method and route with an id in its address that this viewer might try."""
    return [
        (method, rule)
        for method in ("GET", "POST")
        for rule in rules(app, method)
        if rule.arguments & set(IDS)
        and not (who == "admin" and rule.rule.startswith(THE_SCHOOLS_OWN))
    ]


def told(answer: Answer) -> tuple[object, ...]:
    """All a browser, or a script with a stopwatch, could tell two answers apart by."""
    headers = [
        (name, _plain(value)) for name, value in answer.response.headers if name != "Date"
    ]
    return answer.status, sorted(headers), _plain(answer.text), len(answer.queries)


def _plain(text: str) -> str:
    """Without what chance draws for each answer."""
    text = re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", text)
    return re.sub(r"session=[^;]+", "session=", text)


@pytest.mark.parametrize("who", STRANGERS)
def test_an_unlisted_club_is_the_twin_of_one_that_never_was(
    app: Flask, build: Builder, cast: Cast, who: str
) -> None:
    visitor = Visitor(app, cast[who].id)
    foreign = objects(build, cast, Step.OPEN, cast.foreign_student.school_id)
    twins = {
        "unlisted": objects(build, cast, Step.UNLISTED),
        "deleted": deleted(build, cast),
        "another school's": foreign,
    }
    csrf = visitor.csrf()
    routes = walked(app, who)
    assert len(routes) > 20, "the walk has lost its way"
    for method, rule in routes:
        expected = answers(visitor, method, rule, never(), csrf)
        for kind, twin in twins.items():
            same = answers(visitor, method, rule, twin, csrf) == expected
            assert same, f"{method} {rule.rule} tells {kind} from nothing"


def answers(
    visitor: Visitor, method: str, rule: Rule, ids: dict[str, str], csrf: str
) -> list[tuple[object, ...]]:
    fields = {"data": {"csrf_token": csrf}} if method == "POST" else {}
    asked = addresses(rule, ids)
    return [told(visitor.look(method, address, **fields)) for address in asked]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_twins_answer_404_not_403(
    app: Flask, build: Builder, cast: Cast, method: str
) -> None:
    visitor = Visitor(app, cast.classmate.id)
    hidden = objects(build, cast, Step.UNLISTED)
    csrf = visitor.csrf()
    for rule in rules(app, method):
        if {"club_id", "meeting_id", "event_id"} & rule.arguments:
            statuses = {one[0] for one in answers(visitor, method, rule, hidden, csrf)}
            assert statuses == {404}, f"{method} {rule.rule}"


def test_the_walk_would_notice(app: Flask, build: Builder, cast: Cast) -> None:
    """The control: a club one may know of does not answer like nothing."""
    visitor = Visitor(app, cast.classmate.id)
    rule = next(one for one in rules(app, "GET") if one.endpoint == "directory.club")
    known = answers(visitor, "GET", rule, objects(build, cast, Step.CONFIDENTIAL), "")
    assert known != answers(visitor, "GET", rule, never(), "")


def test_signed_out_every_id_leads_to_the_sign_in_page(
    app: Flask, build: Builder, cast: Cast
) -> None:
    visitor = Visitor(app)
    hidden, nothing = objects(build, cast, Step.UNLISTED), never()
    for rule in rules(app, "GET"):
        if rule.arguments & set(IDS):
            known = answers(visitor, "GET", rule, hidden, "")
            assert known == answers(visitor, "GET", rule, nothing, ""), rule.rule
