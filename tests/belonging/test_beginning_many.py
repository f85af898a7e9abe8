"""Many belongings stored at once are the same as each stored by itself."""

import pytest
from sqlalchemy import text

from clubs import belonging
from clubs.belonging import Belonging, Role, Standing
from clubs.db import db
from clubs.models.clubs import Step
from tests.factories import Builder


def wanted(person_id: str | None, handle: str) -> Belonging:
    return Belonging(
        club_id="",
        standing=Standing.MEMBER,
        role=Role.LEADER,
        handle=handle,
        person_id=person_id,
    )


@pytest.mark.parametrize("step", list(Step))
def test_each_of_many_belongs_as_if_they_had_come_alone(build: Builder, step: Step) -> None:
    club, other = build.club(step), build.club(step)
    people = [build.student() for _ in range(3)]
    with build.site():
        belonging.begin_many(
            (club, wanted(one.id, f"Heron {number}")) for number, one in enumerate(people)
        )
    with build.site():
        for number, one in enumerate(people):
            found = belonging.of_one(club, one.id)
            assert found is not None
            assert found.leads
            assert found.handle == f"Heron {number}"
            assert belonging.of_one(other, one.id) is None
        assert len(belonging.in_club(club)) == 3


def test_with_no_list_nobody_is_named(build: Builder) -> None:
    club, person = build.club(Step.UNLISTED, no_list=True), build.student()
    with build.site():
        belonging.begin_many([(club, wanted(person.id, "Heron"))])
        assert [one.person_id for one in belonging.in_club(club)] == [None]
        assert belonging.of_one(club, person.id) is not None


def test_sealed_rows_lie_in_no_order_that_tells_anything(build: Builder) -> None:
    club = build.club(Step.CONFIDENTIAL)
    people = [build.student() for _ in range(20)]
    with build.site():
        belonging.begin_many((club, wanted(one.id, one.id[:8])) for one in people)
    with build.site():
        found = db.session.execute(text("SELECT token FROM sealed_membership"))
        tokens = [bytes(token) for (token,) in found]
    assert tokens == sorted(tokens)


def test_a_belonging_without_a_person_is_refused(build: Builder) -> None:
    club = build.club(Step.OPEN)
    with build.site(), pytest.raises(ValueError, match="person"):
        belonging.begin_many([(club, wanted(None, "Heron"))])
