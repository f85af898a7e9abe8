"""A school that had lunch waves keeps them, its meetings and their head counts."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, Rule, SeriesSlot, Sitting
from clubs.models.people import Person, School
from clubs.models.rooms import Booking, Room
from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime
from tests.architecture import old_school
from tests.architecture.test_migrations import database_url as database_url
from tests.architecture.test_migrations import migrate

pytestmark = pytest.mark.migrated


@pytest.fixture
def connection(database_url: str, tmp_path: Path) -> Iterator[Connection]:
    """Of a database that was filled at the first tables and then migrated."""
    migrate(database_url, tmp_path, "upgrade", "0001")
    engine = create_engine(database_url)
    with engine.begin() as filling:
        old_school.fill(filling)
    engine.dispose()
    migrate(database_url, tmp_path, "upgrade")
    with engine.connect() as reading:
        yield reading
    engine.dispose()


def test_everything_is_there_and_in_its_new_place(connection: Connection) -> None:
    with Session(connection) as session:
        _lunches_are_slots(session)
        _meetings_have_sittings(session)
        _series_go_on(session)
        _rooms_are_booked_once(session)


def _lunches_are_slots(session: Session) -> None:
    regular = session.scalars(select(DayType)).one()
    assert (regular.school_id, regular.regular) == ("school", True)
    slots = session.scalars(select(Slot).order_by(Slot.name)).all()
    assert [(one.id, one.name) for one in slots] == [
        ("wave-a", "A"),
        ("wave-b", "B"),
        ("wave-c", "C"),
    ]
    assert {one.kind for one in slots} == {SlotKind.LUNCH}
    times = session.scalars(select(SlotTime).order_by(SlotTime.starts)).all()
    assert [(one.slot_id, one.ends) for one in times] == [
        ("wave-a", time(12, 0)),
        ("wave-b", old_school.ONE),
    ]
    assert {one.day_type_id for one in times} == {regular.id}
    assert session.scalars(select(Person.wave_id)).all() == ["wave-b"]
    weeks = session.scalars(select(School.week)).all()
    assert weeks == ["01234", "01234"]
    assert session.scalars(select(Club.calendar_version)).all() == [0]


def _meetings_have_sittings(session: Session) -> None:
    rows = session.execute(
        select(Meeting.id, Sitting.slot_id, Sitting.head_count, Sitting.held)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .where(Sitting.starts == Meeting.starts, Sitting.ends == Meeting.ends)
        .order_by(Meeting.id)
    )
    assert [tuple(row) for row in rows] == [
        ("alone", None, None, True),
        ("held", "wave-a", 9, True),
        ("later", None, 0, True),
        ("to-come", "wave-b", None, True),
    ]


def _series_go_on(session: Session) -> None:
    """As their last meetings were planned."""
    at_lunch, own_time = session.scalars(
        select(MeetingSeries).order_by(MeetingSeries.id)
    ).all()
    assert {at_lunch.rule, own_time.rule} == {Rule.WEEKLY}
    assert (at_lunch.place, at_lunch.starts) == ("Room 2", None)
    assert (own_time.place, own_time.starts) == ("Gym", time(15, 30))
    slots = session.execute(select(SeriesSlot.series_id, SeriesSlot.slot_id)).all()
    assert [tuple(row) for row in slots] == [("at-lunch", "wave-b")]


def _rooms_are_booked_once(session: Session) -> None:
    room = Room(id="room", school_id="school", name="Room 12", in_use=True)
    session.add(room)
    session.flush()

    def booking(sitting_id: str, starts: int, ends: int) -> Booking:
        return Booking(
            school_id="school",
            room_id="room",
            on_date=old_school.MONDAY,
            starts=time(starts),
            ends=time(ends),
            sitting_id=sitting_id,
        )

    session.add(booking("held", 11, 12))
    session.add(booking("to-come", 12, 13))  # back to back
    session.flush()
    session.add(booking("later", 11, 13))
    with pytest.raises(IntegrityError, match="booked_once"):
        session.flush()


def test_going_down_keeps_what_the_first_tables_can_hold(
    connection: Connection, database_url: str, tmp_path: Path
) -> None:
    _meet_twice(connection)
    migrate(database_url, tmp_path, "downgrade", "0001")
    engine = create_engine(database_url)
    with engine.connect() as back:
        waves = "SELECT id FROM lunch_wave ORDER BY name"
        assert list(back.scalars(text(waves))) == ["wave-a", "wave-b"]
        assert back.scalar(text("SELECT wave_id FROM person")) == "wave-b"
        rows = back.execute(
            text("SELECT id, wave_id, head_count, series_id FROM meeting ORDER BY id")
        )
        assert [tuple(row) for row in rows] == [
            ("alone", None, None, None),
            ("held", "wave-a", 13, "at-lunch"),
            ("later", None, 0, None),
            ("to-come", "wave-b", None, "at-lunch"),
        ]
        assert list(back.scalars(text("SELECT id FROM meeting_series"))) == ["at-lunch"]
    _check_where_rows_point(engine)
    engine.dispose()


def _meet_twice(connection: Connection) -> None:
    """One meeting gets a second sitting, one series a rule that was unknown before."""
    with Session(connection) as session:
        held = session.get(Meeting, "held")
        assert held is not None
        session.add(
            Sitting(
                school_id="school",
                meeting_id=held.id,
                slot_id="wave-b",
                starts=old_school.NOON,
                ends=old_school.ONE,
                held=True,
                head_count=4,
            )
        )
        series = session.get(MeetingSeries, "own-time")
        assert series is not None
        series.rule, series.weekday, series.chosen = Rule.CYCLE, None, "2,5"
        session.commit()


def _check_where_rows_point(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            assert not connection.execute(text("PRAGMA foreign_key_check")).all()
    assert "booking" not in inspect(engine).get_table_names()
