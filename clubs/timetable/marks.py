"""What is said about single dates, put together: typed words go before calendars'."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from clubs.db import db
from clubs.models.timetable import DayMark
from clubs.timetable.counting import Mark


def marks_of(school_id: str) -> dict[date, Mark]:
    """Every date something is said about, whoever said it."""
    # The empty source, what was typed, comes last and has the last word.
    said = db.session.scalars(
        select(DayMark)
        .where(DayMark.school_id == school_id)
        .order_by(DayMark.on_date, DayMark.source.desc())
    )
    by_date: dict[date, list[DayMark]] = {}
    for one in said:
        by_date.setdefault(one.on_date, []).append(one)
    return {on: together(marks) for on, marks in by_date.items()}


def together(said: Iterable[DayMark]) -> Mark:
    """One mark of all that is said about one date, the weightiest last."""
    found = Mark()
    for one in said:
        found = _with_calendar(found, one) if one.source else _with_typed(found, one)
    return found


def _with_calendar(found: Mark, one: DayMark) -> Mark:
    """Of calendars that differ, the one that closes a day is right about it."""
    told = one.cycle_day or found.told_cycle_day
    closed = one.closed if not found.closed and one.closed is not None else found.closed
    return replace(
        found,
        closed=closed,
        words=found.words or one.words,
        day_type_id=one.day_type_id or found.day_type_id,
        told_cycle_day=told,
        # A calendar knows what it closes: the cycle days it tells of stay where they are.
        keeps_count=found.keeps_count or one.keeps_count or bool(closed and told),
    )


def _with_typed(found: Mark, one: DayMark) -> Mark:
    return replace(
        found,
        closed=found.closed if one.closed is None else one.closed,
        words=one.words or found.words,
        day_type_id=one.day_type_id or found.day_type_id,
        cycle_day=one.cycle_day,
        keeps_count=one.keeps_count if _moves(one) else found.keeps_count,
    )


def _moves(one: DayMark) -> bool:
    """Whether what was typed could move the cycle days after it at all."""
    return one.closed is not None or one.cycle_day is not None
