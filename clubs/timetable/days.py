"""What each date is, worked out from what the school has said. No database in here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from clubs import clock
from clubs.timetable.counting import Counting, Mark

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
class Facts:
    """All a school has said about its days. `terms` are first and last days, in order."""

    week: str = EVERY_DAY
    terms: Sequence[tuple[date, date]] = ()
    weekday_types: Mapping[int, str] = field(default_factory=dict)
    marks: Mapping[date, Mark] = field(default_factory=dict)
    cycle_length: int | None = None

    @cached_property
    def years(self) -> Mapping[int, Sequence[tuple[date, date]]]:
        """The terms of each school year."""
        found: dict[int, list[tuple[date, date]]] = {}
        for begins, ends in self.terms:
            found.setdefault(clock.school_year(begins), []).append((begins, ends))
        return found

    def mark(self, on: date) -> Mark:
        return self.marks.get(on, _NOTHING)

    def open_on(self, on: date) -> bool:
        """What was said of the date itself goes before the week and the terms."""
        closed = self.mark(on).closed
        return self.open_otherwise(on) if closed is None else not closed

    def open_otherwise(self, on: date) -> bool:
        """Whether it would have school if nobody had closed or opened it."""
        mark = self.mark(on)
        if mark.told_cycle_day or mark.cycle_day:
            return True
        if str(on.weekday()) not in self.week:
            return False
        terms = self.years.get(clock.school_year(on))
        # A year of which no term is known yet is taken to have school throughout.
        return terms is None or any(begins <= on <= ends for begins, ends in terms)

    def counts(self, on: date) -> bool:
        """Whether it uses up a cycle day: with school, or closed and the rest stays."""
        return self.open_on(on) or (self.mark(on).keeps_count and self.open_otherwise(on))


_NOTHING = Mark()


def work_out(facts: Facts, first: date, last: date) -> Iterator[Day]:
    """Every date from first to last. Cycle days count from the year's first day of term,
    over days with school only, so `first` has to be the first of a school year."""
    begins = {min(terms)[0] for terms in facts.years.values()}
    counting = Counting(facts.cycle_length) if facts.cycle_length else None
    for on in dates(first, last):
        mark, is_open = facts.mark(on), facts.open_on(on)
        cycle_day = None
        if counting:
            if on in begins:
                counting.begin()
            counts = facts.counts(on)
            cycle_day = counting.cycle_day(mark, is_open=is_open, counts=counts)
        day_type = mark.day_type_id or facts.weekday_types.get(on.weekday())
        yield Day(on, is_open, mark.words, day_type if is_open else None, cycle_day)


def dates(first: date, last: date) -> Iterator[date]:
    """Every date from the first to the last."""
    on = first
    while on <= last:
        yield on
        on += clock.days(1)
