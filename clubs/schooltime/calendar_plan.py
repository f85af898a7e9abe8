"""What a calendar would change, given what its events mean. No database in here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from clubs.schooltime.calendar_terms import paired_terms, whole_terms
from clubs.schooltime.meanings import CLOSED, CYCLE, KIND, Group
from clubs.schooltime.services.terms import WantedTerm
from clubs.timetable.days import dates

_LONGEST_WORDS = 80


@dataclass
class DaySaid:
    """What the calendar says of one date."""

    closed: bool = False
    words: str = ""
    day_type_id: str | None = None
    cycle_day: int | None = None


@dataclass
class CalendarPlan:
    """Dates and terms out of a calendar, and what was odd about the terms."""

    days: dict[date, DaySaid] = field(default_factory=dict)
    terms: list[WantedTerm] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def closed(self) -> int:
        return sum(one.closed for one in self.days.values())

    @property
    def switched(self) -> int:
        return sum(one.day_type_id is not None for one in self.days.values())

    @property
    def cycle_days(self) -> int:
        return sum(one.cycle_day is not None for one in self.days.values())

    @property
    def cycle_length(self) -> int:
        """The highest day of the cycle that is told; 0 for none."""
        return max((one.cycle_day or 0 for one in self.days.values()), default=0)

    @property
    def empty(self) -> bool:
        return not self.days and not self.terms


def plan_of(groups: Sequence[Group], meanings: Mapping[int, str]) -> CalendarPlan:
    """`meanings` by the number of the group."""
    plan = CalendarPlan()
    meant = [(group, meanings.get(number, "")) for number, group in enumerate(groups)]
    for group, meaning in meant:
        for on in _dates_of(group) if meaning else ():
            _say(plan.days, on, group.title[:_LONGEST_WORDS], meaning)
    plan.terms = sorted(
        (*whole_terms(meant), *paired_terms(meant, plan.notes)),
        key=lambda one: one.first_on,
    )
    return plan


def _dates_of(group: Group) -> Iterator[date]:
    for first, last in group.spans:
        yield from dates(first, last)


def _say(days: dict[date, DaySaid], on: date, title: str, meaning: str) -> None:
    if meaning == CLOSED:
        said = days.setdefault(on, DaySaid())
        said.closed, said.words = True, title
    elif meaning.startswith(KIND):
        said = days.setdefault(on, DaySaid())
        said.day_type_id, said.words = meaning.removeprefix(KIND), said.words or title
    elif meaning.startswith(CYCLE):
        days.setdefault(on, DaySaid()).cycle_day = int(meaning.removeprefix(CYCLE))
