"""The terms a calendar tells of: whole ones, and first days with their last days."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from flask_babel import gettext as _

from clubs.schooltime.meanings import BEGINS, ENDS, TERM, Group
from clubs.schooltime.services.terms import WantedTerm

# Of “First day of school – Fall semester” a term is called “Fall semester”.
_BEGINNING = re.compile(
    r"\b(?:the|first|start|beginning|day|of|begins?|starts?|resumes?|school|classes)\b",
    re.IGNORECASE,
)


def whole_terms(meant: Sequence[tuple[Group, str]]) -> Iterator[WantedTerm]:
    for group, meaning in meant:
        if meaning == TERM:
            yield from (WantedTerm(_name(group), *span) for span in group.spans)


def paired_terms(
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
