"""What an event of a calendar means for the school: guessed from its words, then chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clubs.schooltime import titles
from clubs.schooltime.happenings import Happening, Span

IGNORE, CLOSED, TERM, BEGINS, ENDS = "", "closed", "term", "begins", "ends"
# These have what they mean after the colon: an id, and a day of the cycle.
KIND, CYCLE = "kind:", "cycle:"
LONGEST_CYCLE = 10


@dataclass(frozen=True)
class Group:
    """All events of one title: what one of them means, all of them mean."""

    title: str
    spans: tuple[Span, ...]
    timed: bool = False

    @property
    def days(self) -> int:
        return sum((last - first).days + 1 for first, last in self.spans)

    @property
    def first_on(self) -> date:
        return self.spans[0][0]


def grouped(happenings: Sequence[Happening]) -> list[Group]:
    """Equal titles together, in the order in which they first happen."""
    found: dict[tuple[str, bool], list[Happening]] = {}
    for one in sorted(happenings, key=lambda one: (one.first_on, one.title)):
        found.setdefault((one.title.casefold(), one.timed), []).append(one)
    return [
        Group(
            some[0].title, tuple((one.first_on, one.last_on) for one in some), some[0].timed
        )
        for some in found.values()
    ]


_LONG = 20


def guess(group: Group, kinds: Sequence[tuple[str, str]]) -> str:
    """The likeliest meaning; `kinds` are ids and names of the kinds of day not regular."""
    title = " ".join(group.title.casefold().replace("’", "'").split())
    if titles.NO_SCHOOL.search(title):
        return CLOSED
    cycle_day, kind = _cycle_day(title), _kind_of(title, kinds)
    if cycle_day or kind:
        return f"{CYCLE}{cycle_day}" if cycle_day else f"{KIND}{kind}"
    for meaning, fits in (
        (TERM, _is_term(group, title)),
        (CLOSED, not group.timed and titles.HOLIDAY.search(title)),
        (BEGINS, titles.BEGINS.search(title)),
        (ENDS, titles.ENDS.search(title)),
    ):
        if fits:
            return meaning
    return IGNORE


def guesses(groups: Sequence[Group], kinds: Sequence[tuple[str, str]]) -> dict[int, str]:
    """The likeliest meaning of each, by its number."""
    return {number: guess(group, kinds) for number, group in enumerate(groups)}


def in_letters(groups: Sequence[Group]) -> bool:
    """Whether the calendar itself calls the days of the cycle A and B."""
    found = (titles.CYCLE.match(one.title.casefold()) for one in groups)
    said = [one["before"] or one["after"] for one in found if one]
    return bool(said) and said[0].isalpha()


def _cycle_day(title: str) -> int | None:
    found = titles.CYCLE.match(title)
    if found is None:
        return None
    said = found["before"] or found["after"]
    number = int(said) if said.isdecimal() else ord(said) - ord("a") + 1
    return number if 1 <= number <= LONGEST_CYCLE else None


def _kind_of(title: str, kinds: Sequence[tuple[str, str]]) -> str | None:
    """The kind of day the title names, or the one both call early."""
    for kind_id, name in kinds:
        if name.casefold() in title:
            return kind_id
    if not titles.EARLY.search(title):
        return None
    return next((key for key, name in kinds if titles.EARLY.search(name.casefold())), None)


def _is_term(group: Group, title: str) -> bool:
    longest = max((last - first).days for first, last in group.spans)
    return longest > _LONG and bool(titles.TERM.search(title)) and "half" not in title
