"""The days of a school as rows: written when something changes, read by every page."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from datetime import date

from sqlalchemy import delete, insert, select

from clubs import clock
from clubs.db import db, in_parts, locked
from clubs.models.people import School
from clubs.models.timetable import SchoolDay, Term, WeekdayType
from clubs.timetable.bells import Bells, SlotOn, bells_of
from clubs.timetable.days import Day, Facts, dates, work_out
from clubs.timetable.marks import marks_of


@dataclass(frozen=True)
class Timetable:
    """The days of a school between two dates, and its bells."""

    days: dict[date, Day]
    bells: Bells

    def day(self, on: date) -> Day:
        return self.days.get(on) or Day(on)

    def slots_on(self, on: date) -> tuple[SlotOn, ...]:
        """The slots of a date with their times; none on a day without school."""
        day = self.day(on)
        return tuple(self.bells.of(day.day_type_id)) if day.open else ()

    def slot_on(self, slot_id: str, on: date) -> SlotOn | None:
        return next((one for one in self.slots_on(on) if one.id == slot_id), None)

    def open_days(self, first: date, last: date) -> Iterator[Day]:
        """The days with school from first to last."""
        on = first
        while on <= last:
            if (day := self.day(on)).open:
                yield day
            on += clock.days(1)


def days_between(school_id: str, first: date, last: date) -> dict[date, Day]:
    """What is known of these dates; a date that is missing is a regular school day."""
    rows = db.session.execute(
        select(
            SchoolDay.on_date,
            SchoolDay.open,
            SchoolDay.words,
            SchoolDay.day_type_id,
            SchoolDay.cycle_day,
        ).where(SchoolDay.school_id == school_id, SchoolDay.on_date.between(first, last))
    )
    return {row[0]: Day(*row) for row in rows}


def timetable_of(school_id: str, first: date, last: date) -> Timetable:
    """Two queries, whatever the number of days."""
    return Timetable(days_between(school_id, first, last), bells_of(school_id))


def rebuild(school: School) -> list[date]:
    """Work out this school year and the next anew; the dates that changed, in order.

    To be called after every change of terms, weekdays, marks or the cycle, and once a year.
    """
    held(school.id)
    first, last = worked_out_between(school)
    before = days_between(school.id, first, last)
    after = {day.on_date: day for day in work_out(facts_of(school), first, last)}
    changed = [on for on, day in after.items() if before.get(on) != day]
    for some in in_parts(changed):
        db.session.execute(
            delete(SchoolDay).where(
                SchoolDay.school_id == school.id, SchoolDay.on_date.in_(some)
            )
        )
    names = ("on_date", "open", "words", "day_type_id", "cycle_day")
    rows = [
        {"school_id": school.id, **dict(zip(names, astuple(after[on]), strict=True))}
        for on in changed
    ]
    if rows:
        db.session.execute(insert(SchoolDay), rows)
    return [on for on in changed if after[on] != before.get(on, Day(on))]


def held(school_id: str) -> School:
    """The school as it is now, held to the end: two people may change its days at once."""
    found = locked(select(School).where(School.id == school_id))
    return db.session.scalars(found.execution_options(populate_existing=True)).one()


def worked_out_between(school: School) -> tuple[date, date]:
    """The first and last date that have a row: those of this school year and the next."""
    year = clock.school_year(clock.today(school.zone))
    return date(year - 1, 8, 1), date(year + 1, 7, 31)


def facts_of(school: School) -> Facts:
    """All this school has said about its days."""
    terms = select(Term.first_on, Term.last_on).where(Term.school_id == school.id)
    types = select(WeekdayType.weekday, WeekdayType.day_type_id).where(
        WeekdayType.school_id == school.id
    )
    return Facts(
        week=school.week,
        terms=[
            (first, last)
            for first, last in db.session.execute(terms.order_by(Term.first_on))
        ],
        weekday_types={weekday: key for weekday, key in db.session.execute(types)},
        marks=marks_of(school.id),
        cycle_length=school.cycle_length,
    )


def ordinary_days(school: School, first: date, last: date) -> list[date]:
    """The dates from first to last that have school by all that is said so far."""
    facts = facts_of(school)
    return [on for on in dates(first, last) if facts.open_on(on)]
