"""Every address of the site, with real ids in it, and a picture of every table."""

from collections.abc import Iterator

from flask import Flask

from clubs.db import Model, db, expect_writes
from clubs.models.clubs import Step
from clubs.models.people import Office, Person
from tests.factories import Builder

NOT_OURS = "A" * 22
Picture = dict[str, list[str]]


class World:
    """A school with a little of everything, and somebody of each kind."""

    def __init__(self, build: Builder) -> None:
        self.leader, self.sponsor = build.student(), build.staff()
        club = build.club(Step.CONFIDENTIAL, leader=self.leader, sponsor=self.sponsor)
        build.member(build.club(), build.student())
        build.wave()
        self.people: dict[str, Person | None] = {
            "stranger": None,
            "student": build.student(),
            "leader": self.leader,
            "sponsor": self.sponsor,
            "admin": build.admin(),
            "district admin": build.admin(Office.DISTRICT_ADMIN),
            "caregiver": build.caregiver(),
        }
        self.ids = {
            "club_id": club.id,
            "meeting_id": build.meeting(club).id,
            "event_id": build.event(club).id,
            "person_id": self.leader.id,
            "eye": "classmate",
            "colour": "1b5e57",
            "filename": "site.css",
        }


def addresses(app: Flask, method: str, ids: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Endpoint and address of every route that takes this method."""
    with app.test_request_context():
        adapter = app.create_url_adapter(None) or app.url_map.bind("localhost")
        for rule in app.url_map.iter_rules():
            if method in (rule.methods or ()):
                values = {name: ids.get(name, NOT_OURS) for name in rule.arguments}
                yield rule.endpoint, adapter.build(rule.endpoint, values, method)


def picture(app: Flask) -> Picture:
    """Every row of every table, in words that can be compared."""
    with app.app_context():
        expect_writes(yes=True)
        return {
            table.name: sorted(
                repr(tuple(row)) for row in db.session.execute(table.select())
            )
            for table in Model.metadata.sorted_tables
        }
