"""Store what a calendar says, in place of what it said before; meetings follow."""

from datetime import date

from sqlalchemy import delete, insert, select

from clubs.db import db
from clubs.models.people import School
from clubs.models.timetable import DayMark, Term
from clubs.schooltime.calendar_plan import CalendarPlan, DaySaid
from clubs.schooltime.meanings import in_letters
from clubs.schooltime.services.following import follow
from clubs.schooltime.services.terms import WantedTerm
from clubs.schooltime.waiting import Waiting

_FEWEST_CYCLE_DAYS = 2


def apply(school: School, waiting: Waiting, plan: CalendarPlan) -> None:
    """Store the plan and let meetings follow; the school is held already."""
    before = _closed_before(school, waiting.source)
    forget(school.id, waiting.source)
    rows = [_mark(school, waiting.source, on, one, before) for on, one in plan.days.items()]
    if rows:
        db.session.execute(insert(DayMark), rows)
    for term in plan.terms:
        _keep_term(school, term)
    if max(plan.cycle_length, _FEWEST_CYCLE_DAYS) > (school.cycle_length or 0):
        _begin_cycle(school, waiting, plan)
    db.session.flush()
    follow(school)


def _begin_cycle(school: School, waiting: Waiting, plan: CalendarPlan) -> None:
    """A calendar of A and B days gives a school its cycle, or makes it longer."""
    if not plan.cycle_length:
        return
    if school.cycle_length is None:
        school.cycle_letters = in_letters(waiting.groups)
    school.cycle_length = max(plan.cycle_length, _FEWEST_CYCLE_DAYS)


def _mark(
    school: School,
    source: str,
    on: date,
    said: DaySaid,
    before: frozenset[date] | None,
) -> dict[str, object]:
    added_later = said.closed and before is not None and on not in before
    return {
        "school_id": school.id,
        "on_date": on,
        "source": source,
        "closed": True if said.closed else None,
        "words": said.words,
        "day_type_id": said.day_type_id,
        "cycle_day": said.cycle_day,
        # Days off that were there from the start never count; a snow day that comes into
        # the calendar later does what the school says about such days.
        "keeps_count": added_later and not school.cycle_shifts,
    }


def _closed_before(school: School, source: str) -> frozenset[date] | None:
    """The days off this calendar had when last brought in; None if it never was."""
    rows = db.session.execute(
        select(DayMark.on_date, DayMark.closed, DayMark.keeps_count).where(
            DayMark.school_id == school.id, DayMark.source == source
        )
    ).all()
    if not rows:
        return None
    # A day that keeps its count was added later, and goes on doing so.
    return frozenset(on for on, closed, keeps in rows if closed and not keeps)


def forget(school_id: str, source: str) -> None:
    mine = (DayMark.school_id == school_id, DayMark.source == source)
    db.session.execute(delete(DayMark).where(*mine, DayMark.source != ""))
    db.session.expire_all()


def _keep_term(school: School, wanted: WantedTerm) -> None:
    """A term of the same days in another file is the same one, as it is now."""
    overlapping = db.session.scalars(
        select(Term)
        .where(
            Term.school_id == school.id,
            Term.first_on <= wanted.last_on,
            Term.last_on >= wanted.first_on,
        )
        .order_by(Term.first_on)
    ).all()
    term = next(iter(overlapping), None) or Term(school_id=school.id)
    for other in overlapping[1:]:
        db.session.delete(other)
    db.session.flush()
    term.name, term.first_on, term.last_on = wanted.name, wanted.first_on, wanted.last_on
    db.session.add(term)
    db.session.flush()
