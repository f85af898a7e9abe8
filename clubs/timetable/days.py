"""What each date is, worked out from what the school has said. No database in here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clubs import clock

EVERY_DAY = "0123456"


@dataclass(frozen=True)
class Day:
    """One date at a school. `cycle_day` counts from 1; None where there is no cycle."""

    on_date: date
    open: bool = True
    words: str = ""
    day_type_id: str | None = None
    cycle_day: int | None = None


@dataclass(frozen=True)
class Mark:
    """What was said about one date; see models.timetable.DayMark."""

    closed: bool | None = None
    words: str = ""
    day_type_id: str | None = None
    cycle_day: int | None = None
    keeps_count: bool = False


@dataclass(frozen=True)
class Facts:
    """All a school has said about its days. `terms` are first and last days, in order."""

    week: str = EVERY_DAY
    terms: Sequence[tuple[date, date]] = ()
    weekday_types: Mapping[int, str] = field(default_factory=dict)
    marks: Mapping[date, Mark] = field(default_factory=dict)
    cycle_length: int | None = None


def work_out(facts: Facts, first: date, last: date) -> Iterator[Day]:
    """Every date from first to last. Cycle days count from the year's first day of term,
    over days with school only, so `first` has to be the first of a school year."""
    nothing = Mark()
    begins = {min(terms) for terms in _terms_by_year(facts).values()}
    upcoming: int | None = None
    for on in _dates(first, last):
        mark = facts.marks.get(on, nothing)
        is_open = _is_open(facts, on, mark)
        if on in begins:
            upcoming = 1
        counts = is_open or (mark.keeps_count and mark.closed is True)
        upcoming = mark.cycle_day or upcoming
        cycle_day = upcoming if facts.cycle_length and is_open else None
        if counts and facts.cycle_length and upcoming:
            upcoming = upcoming % facts.cycle_length + 1
        day_type = mark.day_type_id or facts.weekday_types.get(on.weekday())
        yield Day(on, is_open, mark.words, day_type if is_open else None, cycle_day)


def _is_open(facts: Facts, on: date, mark: Mark) -> bool:
    """What was said of the date itself goes before the week and the terms."""
    if mark.closed is not None:
        return not mark.closed
    if str(on.weekday()) not in facts.week:
        return False
    terms = _terms_by_year(facts).get(clock.school_year(on))
    # A year of which no term is known yet is taken to have school throughout.
    return terms is None or any(begins <= on <= ends for begins, ends in terms)


def _terms_by_year(facts: Facts) -> dict[int, list[tuple[date, date]]]:
    found: dict[int, list[tuple[date, date]]] = {}
    for begins, ends in facts.terms:
        found.setdefault(clock.school_year(begins), []).append((begins, ends))
    return found


def _dates(first: date, last: date) -> Iterator[date]:
    on = first
    while on <= last:
        yield on
        on += clock.days(1)
