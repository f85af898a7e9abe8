"""Reading pages and rows in the tests of events."""

from bs4 import Tag

from clubs.db import db
from clubs.models.events import Event
from clubs.models.review import Proposal
from tests.factories import Builder
from tests.visitor import Answer


def part(answer: Answer, selector: str) -> Tag:
    """The one element a page must have."""
    found = answer.page.select_one(selector)
    assert found is not None, selector
    return found


def events(build: Builder) -> list[Event]:
    with build.site():
        return list(db.session.scalars(db.select(Event).order_by(Event.on_date)))


def proposals(build: Builder) -> list[Proposal]:
    with build.site():
        return list(db.session.scalars(db.select(Proposal)))


def again(build: Builder, event: Event) -> Event:
    with build.site():
        return db.session.get_one(Event, event.id)
