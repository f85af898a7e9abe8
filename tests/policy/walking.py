"""Every address of the site, filled in with ids: walks cover new routes by themselves."""

import re
from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from clubs.models.clubs import Step
from tests.policy.cast import Cast

# Parts of an address that are no ids, and a value each that makes sense.
FILLERS = {
    "eye": "classmate",
    "colour": "336699",
    "month": "2026-11",
    "secret": "not-a-secret",
    "filename": "site.css",
}
IDS = ("club_id", "meeting_id", "event_id", "proposal_id", "person_id", "upload_id")


def rules(app: Flask, method: str) -> Iterator[Rule]:
    """All routes that take this method; a part nobody has a value for is an error."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: one.rule):
        unknown = rule.arguments - set(FILLERS) - set(IDS) - OTHER_IDS
        assert not unknown, f"{rule.rule}: say in tests/policy/walking.py what {unknown} is"
        if method in (rule.methods or ()) and rule.endpoint != "static":
            yield rule


# Rows nobody but the school's admins, or their owner, can point at.
OTHER_IDS: set[str] = {"wave_id", "code_id", "ref"}


def address(rule: Rule, ids: dict[str, str]) -> str:
    """The rule's address with ids filled in."""
    values = {**FILLERS, **ids}
    return re.sub(r"<(?:[^:<>]+:)?(\w+)>", lambda part: values[part[1]], rule.rule)


def album_ids(cast: Cast, step: Step) -> dict[str, str]:
    """The ids of all that belongs to the cast's club on a step."""
    own = {
        "club_id": cast.clubs[step].id,
        "meeting_id": cast.meetings[step].id,
        "event_id": cast.events[step].id,
        "proposal_id": cast.proposals[step].id,
    }
    return {**{name: cast.classmate.id for name in (*IDS, *OTHER_IDS)}, **own}
