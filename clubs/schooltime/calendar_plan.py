"""What a calendar would change, given what its events mean. No database in here."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _

from clubs.schooltime.meanings import (
    BEGINS,
    CLOSED,
    CYCLE,
    ENDS,
    KIND,
    TERM,
    Group,
)
from clubs.schooltime.services.terms import WantedTerm
from clubs.timetable.days import dates

_LONGEST_WORDS = 80
# Of “First day of school – Fall semester” a term is called “Fall semester”.
_BEGINNING = re.compile(
    r"\b(?:the|first|start|beginning|day|of|begins?|starts?|resumes?|school|classes)\b",
    re.IGNORECASE,
)


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
        (*_whole_terms(meant), *_paired_terms(meant, plan.notes)),
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


def _whole_terms(meant: Sequence[tuple[Group, str]]) -> Iterator[WantedTerm]:
    for group, meaning in meant:
        if meaning == TERM:
            yield from (WantedTerm(_name(group), *span) for span in group.spans)


def _paired_terms(
    meant: Sequence[tuple[Group, str]], notes: list[str]
) -> Iterator[WantedTerm]:
    """A first day with the next last day; one without the other is named."""
    begins = sorted(_named_spans(meant, BEGINS))
    ends = sorted(last for _first, last, _title in _named_spans(meant, ENDS))
    for number, (first, _last, name) in enumerate(begins):
        following = begins[number + 1][0] if number + 1 < len(begins) else date.max
        last = next((one for one in ends if first <= one < following), None)
        if last is None:
            notes.append(_("No last day was found for the term of “%(name)s”", name=name))
        else:
            called = _BEGINNING.sub(" ", name)
            called = " ".join(called.split()).strip(" -–—:,.()")
            yield WantedTerm(called or _("Term %(number)s", number=number + 1), first, last)


def _named_spans(
    meant: Sequence[tuple[Group, str]], wanted: str
) -> Iterator[tuple[date, date, str]]:
    for group, meaning in meant:
        if meaning == wanted:
            yield from ((*span, _name(group)) for span in group.spans)


def _name(group: Group) -> str:
    return group.title[:60] or _("Term")
