"""Who can come to which sitting: by their own lunch on that kind of day."""

from dataclasses import dataclass
from datetime import date, time

import pytest

from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, SchoolDay, SlotKind
from clubs.timetable.own_time import OwnTime, own_time
from clubs.timetable.within_reach import first_within_reach, own_sitting, within_reach
from tests.factories import Builder
from tests.visitor import queries_of

MONDAY, TUESDAY, FRIDAY = (date(2026, 11, 23 + after) for after in (0, 1, 4))


@dataclass(frozen=True)
class Sat:
    on_date: date
    slot_id: str | None
    lunch: bool = True


class School:
    """Lunches A, B and C; one for everybody on early-closing Tuesdays; no school Friday."""

    def __init__(self, build: Builder) -> None:
        self.build = build
        self.a, self.b, self.c = (
            build.wave(name, time(hour))
            for name, hour in zip("ABC", (11, 12, 13), strict=True)
        )
        self.early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
        build.slot_time(self.c, self.early, time(10, 30), time(11))
        self.mark(TUESDAY, day_type_id=self.early.id, cycle_day=2)
        self.mark(FRIDAY, open=False, words="Family Day")

    def mark(self, on: date, **given: object) -> None:
        values = {"school_id": self.build.school.id, "on_date": on, "open": True, **given}
        self.build.keep(SchoolDay(**values))

    def time_of(self, person: Person) -> OwnTime:
        with self.build.site():
            return own_time(person.school_id, person.id, person.wave_id, MONDAY, FRIDAY)


@pytest.fixture
def school(build: Builder) -> School:
    return School(build)


def test_ones_own_lunch_and_none_of_the_others(build: Builder, school: School) -> None:
    own = school.time_of(build.student(wave_id=school.b.id))
    reached = [within_reach(own, Sat(MONDAY, one.id)) for one in (school.a, school.b)]
    assert reached == [False, True]


def test_everybody_can_come_where_all_have_the_same_lunch(
    build: Builder, school: School
) -> None:
    own = school.time_of(build.student(wave_id=school.b.id))
    assert own.lunch_on(TUESDAY) == school.c.id
    assert within_reach(own, Sat(TUESDAY, school.c.id))


def test_another_lunch_on_another_kind_of_day(build: Builder, school: School) -> None:
    build.slot_time(school.a, school.early, time(10), time(10, 30))
    student = build.student(wave_id=school.b.id)
    assert school.time_of(student).lunch_on(TUESDAY) is None
    build.keep(
        PersonLunch(
            person_id=student.id,
            day_type_id=school.early.id,
            school_id=student.school_id,
            slot_id=school.a.id,
        )
    )
    own = school.time_of(student)
    assert own.lunch_on(TUESDAY) == school.a.id
    assert own.lunch_on(MONDAY) == school.b.id
    assert not within_reach(own, Sat(TUESDAY, school.c.id))


def test_outside_of_lunches_everybody_can_come(build: Builder, school: School) -> None:
    after = build.wave("After", time(15), kind=SlotKind.AFTER)
    own = school.time_of(build.student(wave_id=school.b.id))
    assert within_reach(own, Sat(MONDAY, after.id, lunch=False))
    assert within_reach(own, Sat(MONDAY, None, lunch=False))


def test_who_has_said_no_lunch_can_get_to_any(build: Builder, school: School) -> None:
    own = school.time_of(build.student())
    assert not own.says_lunch
    assert within_reach(own, Sat(MONDAY, school.a.id))


def test_of_a_meetings_sittings_the_one_at_their_lunch(
    build: Builder, school: School
) -> None:
    own = school.time_of(build.student(wave_id=school.b.id))
    sittings = [
        Sat(MONDAY, school.a.id),
        Sat(MONDAY, None, lunch=False),
        Sat(MONDAY, school.b.id),
    ]
    assert own_sitting(own, sittings) == sittings[2]
    assert own_sitting(own, sittings[:2]) == sittings[1]
    assert own_sitting(own, sittings[:1]) is None


def test_the_first_they_could_come_to(build: Builder, school: School) -> None:
    own = school.time_of(build.student(wave_id=school.b.id))
    never = [Sat(MONDAY, school.a.id), Sat(MONDAY, school.c.id)]
    could = Sat(TUESDAY, school.c.id)
    assert first_within_reach(own, [*never, could]) == could
    assert first_within_reach(own, never) is None


def test_days_bells_and_lunches_in_one_query(build: Builder, school: School) -> None:
    student = build.student(wave_id=school.b.id)
    assert len(queries_of(lambda: school.time_of(student))) == 1
    timetable = school.time_of(student).timetable
    assert not timetable.day(FRIDAY).open
    assert timetable.day(FRIDAY).words == "Family Day"
    assert timetable.day(TUESDAY).cycle_day == 2
    assert [one.name for one in timetable.slots_on(MONDAY)] == ["A", "B", "C"]


def test_another_schools_time_is_not_there(build: Builder, school: School) -> None:
    stranger = build.student(school_id=build.another_school().id)
    timetable = school.time_of(stranger).timetable
    assert timetable.days == {}
    assert timetable.slots_on(MONDAY) == ()
