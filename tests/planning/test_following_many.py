"""Following the calendar costs the same for many clubs as for few."""

from datetime import date
from typing import Any

from sqlalchemy import event

from clubs.db import db
from clubs.models.people import Person
from tests.factories import Builder
from tests.factories_rooms import a_room
from tests.planning.calendar import TUESDAYS, Calendar


def queries_of(build: Builder, calendar: Calendar, on: date) -> int:
    """How many statements it takes to follow."""
    said: list[str] = []

    def count(*given: Any) -> None:
        said.append(given[2])

    with build.site():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", count)
    calendar.says(on, closed=True)
    event.remove(engine, "before_cursor_execute", count)
    return len(said)


def test_it_takes_as_many_queries_for_many_clubs_as_for_few(
    build: Builder, calendar: Calendar, leader: Person
) -> None:
    def plan(clubs: int) -> None:
        for _club in range(clubs):
            room = a_room(build)
            one = build.club(leader=leader, sponsor=build.staff())
            calendar.series(one, leader, room_id=room.id)

    plan(2)
    few = queries_of(build, calendar, TUESDAYS[1])
    plan(6)
    assert queries_of(build, calendar, TUESDAYS[2]) == few
