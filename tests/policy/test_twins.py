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
from tests.policy.cast import Cast
from tests.policy.walking import IDS, address, rules
from tests.visitor import Answer, Visitor

STRANGERS = ("classmate", "teacher", "other_sponsor", "admin", "caregiver")

# Admins decide on proposals and oversee all clubs of their school, by name and state only.
# That is not finding a club: these routes never show what happens in it.
ADMINS_MAY = {
    "proposals": "what the school decides on",
    "school": "the school's own list",
    "roster": "the school's own list",
}


def objects(
    build: Builder, cast: Cast, step: Step, school_id: str | None = None
) -> dict[str, str]:
    """A club on a step with a meeting, an event and a proposal: their ids by argument."""
    club = build.club(step, sponsor=cast.sponsor, school_id=school_id)
    return {
        "club_id": club.id,
        "meeting_id": build.meeting(club).id,
        "event_id": build.event(club, state=EventState.PROPOSED).id,
        "proposal_id": new_id(),
        "person_id": new_id(),
        "upload_id": new_id(),
        "wave_id": new_id(),
        "code_id": new_id(),
        "ref": new_id(),
    }


def never() -> dict[str, str]:
    return {name: new_id() for name in (*IDS, "wave_id", "code_id", "ref")}


def deleted(build: Builder, cast: Cast) -> dict[str, str]:
    ids = objects(build, cast, Step.UNLISTED)
    with build.site():
        club: Model = db.session.get_one(Club, ids["club_id"])
        db.session.delete(club)
    return ids


def walked(app: Flask, who: str) -> list[tuple[str, Rule]]:
    found = []
    for method in ("GET", "POST"):
        for rule in rules(app, method):
            blueprint = rule.endpoint.partition(".")[0]
            theirs = who == "admin" and blueprint in ADMINS_MAY
            if rule.arguments & set(IDS) and not theirs:
                found.append((method, rule))
    return found


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
        ids = never()
        expected = told(ask(visitor, method, rule, ids, csrf))
        for kind, twin in twins.items():
            answer = told(ask(visitor, method, rule, twin, csrf))
            assert answer == expected, f"{method} {rule.rule} tells {kind} from nothing"


def ask(
    visitor: Visitor, method: str, rule: Rule, ids: dict[str, str], csrf: str
) -> Answer:
    fields = {"data": {"csrf_token": csrf}} if method == "POST" else {}
    return visitor.look(method, address(rule, ids), **fields)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_twins_answer_404_not_403(
    app: Flask, build: Builder, cast: Cast, method: str
) -> None:
    visitor = Visitor(app, cast.classmate.id)
    hidden = objects(build, cast, Step.UNLISTED)
    csrf = visitor.csrf()
    for rule in rules(app, method):
        if {"club_id", "meeting_id", "event_id"} & rule.arguments:
            answer = ask(visitor, method, rule, hidden, csrf)
            assert answer.status == 404, f"{method} {rule.rule}: {answer.status}"


def test_the_walk_would_notice(app: Flask, build: Builder, cast: Cast) -> None:
    """The control: a club one may know of does not answer like nothing."""
    visitor = Visitor(app, cast.classmate.id)
    rule = next(one for one in rules(app, "GET") if one.endpoint == "directory.club")
    known = ask(visitor, "GET", rule, objects(build, cast, Step.CONFIDENTIAL), "")
    assert told(known) != told(ask(visitor, "GET", rule, never(), ""))


def test_signed_out_every_id_leads_to_the_sign_in_page(
    app: Flask, build: Builder, cast: Cast
) -> None:
    visitor = Visitor(app)
    hidden, nothing = objects(build, cast, Step.UNLISTED), never()
    for rule in rules(app, "GET"):
        if rule.arguments & set(IDS):
            answers = [
                told(ask(visitor, "GET", rule, ids, "")) for ids in (hidden, nothing)
            ]
            assert answers[0] == answers[1], rule.rule
