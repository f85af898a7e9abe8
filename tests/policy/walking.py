"""Every address of the site, filled in with ids: walks cover new routes by themselves."""

import re
from collections.abc import Iterator

from flask import Flask
from werkzeug.routing import Rule

from clubs import clock
from clubs.models.clubs import Step
from clubs.proposals.deeds import DEEDS
from tests.factories import ZONE
from tests.policy.cast import Cast

# Parts of an address that are no ids, and values each that make sense.
FILLERS: dict[str, tuple[str, ...]] = {
    "eye": ("classmate", "member"),
    "colour": ("336699",),
    "address": ("2026-11",),
    "on": (clock.today(ZONE).isoformat(),),
    "secret": ("not-a-secret",),
    "filename": ("site.css",),
    "answer": ("accept", "decline"),
    "act": tuple(DEEDS),
}
IDS = (
    "club_id",
    "meeting_id",
    "event_id",
    "proposal_id",
    "person_id",
    "upload_id",
    "slot_id",
    "day_type_id",
    "term_id",
    "feed_key",
    "room_id",
    "block_id",
    "booking_id",
    "screen_id",
)


# Files, and the one link that ends the session of whoever walks.
NOT_WALKED = ("static", "session.leave")


def rules(app: Flask, method: str) -> Iterator[Rule]:
    """All routes that take this method; a part nobody has a value for is an error."""
    for rule in sorted(app.url_map.iter_rules(), key=lambda one: one.rule):
        unknown = rule.arguments - set(FILLERS) - set(IDS)
        assert not unknown, f"{rule.rule}: say in tests/policy/walking.py what {unknown} is"
        if method in (rule.methods or ()) and rule.endpoint not in NOT_WALKED:
            yield rule


def addresses(rule: Rule, ids: dict[str, str]) -> list[str]:
    """The rule's addresses with ids filled in, one for each value of its other parts."""
    found = [rule.rule]
    for name in rule.arguments:
        values = (ids[name],) if name in ids else FILLERS[name]
        part = re.compile(rf"<(?:[^:<>]+:)?{name}>")
        found = [part.sub(value, one) for one in found for value in values]
    return found


def album_ids(cast: Cast, step: Step) -> dict[str, str]:
    """The ids of all that belongs to the cast's club on a step."""
    own = {
        "club_id": cast.clubs[step].id,
        "meeting_id": cast.meetings[step].id,
        "event_id": cast.events[step].id,
        "proposal_id": cast.proposals[step].id,
        "room_id": cast.rooms[step].id,
        "block_id": cast.blocks[step].id,
        "booking_id": cast.bookings[step].id,
    }
    return {**{name: cast.classmate.id for name in IDS}, **own}
