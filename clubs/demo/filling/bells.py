"""The time of a demo school: bells, cycle, terms, days without school."""

from collections.abc import Iterator
from datetime import date

from clubs import clock
from clubs.db import Model
from clubs.demo import bells
from clubs.demo.filling import days
from clubs.demo.filling.rows import keep
from clubs.models.people import School
from clubs.models.timetable import (
    DayMark,
    DayType,
    Slot,
    SlotKind,
    SlotTime,
    Term,
    WeekdayType,
)
from clubs.timetable import Timetable, rebuild, timetable_of

_ASSEMBLY_WORDS = "Assembly in the morning"


def keep_time(school: School, today: date) -> tuple[Timetable, dict[str, str]]:
    """What a school says about its time, and what follows; slots and kinds by name."""
    kinds = {
        name: DayType(school_id=school.id, name=name, regular=name == bells.REGULAR)
        for name in bells.BELLS
    }
    slots = {
        name: Slot(school_id=school.id, name=name, kind=SlotKind(kind))
        for name, kind in bells.SLOTS.items()
    }
    keep(kinds.values())
    keep(slots.values())
    ids = {name: row.id for name, row in (kinds | slots).items()}
    keep(_times(school, ids))
    keep(_calendar(school, ids, today))
    rebuild(school)
    first, last = days.term_begins(today), days.plans_end(today, weeks=52)
    return timetable_of(school.id, first, last), ids


def _times(school: School, ids: dict[str, str]) -> Iterator[Model]:
    for kind, times in bells.BELLS.items():
        for name, (starts, ends) in times.items():
            yield SlotTime(
                slot_id=ids[name],
                day_type_id=ids[kind],
                school_id=school.id,
                starts=starts,
                ends=ends,
            )


def _calendar(school: School, ids: dict[str, str], today: date) -> Iterator[Model]:
    yield WeekdayType(
        school_id=school.id,
        weekday=bells.EARLY_CLOSING_WEEKDAY,
        day_type_id=ids[bells.EARLY_CLOSING],
    )
    for name, first, last in days.terms(today):
        yield Term(school_id=school.id, name=name, first_on=first, last_on=last)
    yield from _marks(school, ids[bells.ASSEMBLY], today)


def _marks(school: School, assembly_id: str, today: date) -> Iterator[Model]:
    year = clock.school_year(today)
    on, last = date(year - 1, 8, 1), date(year + 1, 7, 31)
    assembly = days.assembly_day(today)
    while on <= last:
        if words := days.no_school(on):
            yield DayMark(school_id=school.id, on_date=on, closed=True, words=words)
        elif on == assembly:
            yield DayMark(
                school_id=school.id,
                on_date=on,
                closed=None,
                words=_ASSEMBLY_WORDS,
                day_type_id=assembly_id,
            )
        on += clock.days(1)
