"""Look at every table, and send files as a browser does."""

import io
from typing import Any

from sqlalchemy import select

from clubs.db import Model, db
from clubs.models.people import Person
from tests.factories import Builder
from tests.visitor import Answer, Visitor

# What a visit itself leaves behind, whatever is done.
_OF_VISITS = ("session_record", "throttle_bucket")


def every_row(build: Builder, but: tuple[str, ...] = ()) -> dict[str, list[Any]]:
    """All rows of all tables."""
    with build.site():
        return {
            name: sorted(map(repr, db.session.execute(table.select())))
            for name, table in Model.metadata.tables.items()
            if name not in (*_OF_VISITS, *but)
        }


def people_by_id(build: Builder) -> dict[str, Person]:
    """People by the id their roster gives them."""
    with build.site():
        found = db.session.scalars(select(Person).where(Person.source_id.is_not(None)))
        return {str(one.source_id): one for one in found}


def send(
    visitor: Visitor, address: str, file: io.BytesIO, name: str, **given: Any
) -> Answer:
    """Choose a file on a page and send it."""
    expect = given.pop("expect", 303)
    return visitor.post(address, {"file": (file, name), **given}, expect=expect)


def preview(visitor: Visitor, file: io.BytesIO, **given: Any) -> Answer:
    """The preview of a roster."""
    sent = send(visitor, "/school/people/import", file, "roster.zip", **given)
    return visitor.get(sent.location)


def bring_in(visitor: Visitor, file: io.BytesIO, **given: Any) -> Answer:
    """Look at a roster and apply it."""
    shown = preview(visitor, file)
    return visitor.submit(shown, shown.response.request.path, **given)
