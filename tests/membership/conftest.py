"""What the tests of belonging look at: rows, boxes and mail, opened with the key."""

from dataclasses import dataclass

import pytest
from sqlalchemy import select

from clubs import belonging, notices
from clubs.belonging import Belonging, Standing
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.notices import Mail
from clubs.models.people import Person
from tests.factories import Builder


@dataclass(frozen=True)
class Kept:
    """What the site has kept, read with the key."""

    build: Builder

    def of(self, club: Club, person: Person) -> Belonging | None:
        with self.build.site():
            return belonging.of_one(self.club(club), person.id)

    def standing(self, club: Club, person: Person) -> Standing | None:
        one = self.of(club, person)
        return one.standing if one else None

    def everybody(self, club: Club) -> list[Belonging]:
        with self.build.site():
            return belonging.in_club(self.club(club))

    def club(self, club: Club) -> Club:
        """The club as it is now."""
        return db.session.get_one(Club, club.id)

    def told(self, person: Person) -> list[str]:
        with self.build.acting(person) as viewer:
            return [one.words for one in notices.told(viewer)]

    def mails(self) -> int:
        with self.build.site():
            return len(db.session.scalars(select(Mail.id)).all())


@pytest.fixture
def kept(build: Builder) -> Kept:
    return Kept(build)
