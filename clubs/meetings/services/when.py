"""On which days and when something is to be, or why it cannot be."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from clubs import clock
from clubs.meetings.services.holding import Held
from clubs.planning.occasion import Occasion
from clubs.planning.reasons import no_school, no_slot
from clubs.planning.recurrence import MOST_OCCURRENCES, Recurs
from clubs.planning.rematching import still_to_come
from clubs.planning.sittings import Part, parts_on
from clubs.planning.wanted import Pattern, wanted_days
from clubs.policy.permissions import NotAllowed
from clubs.timetable import Timetable, terms_of, timetable_of

_LONGEST = clock.days(366)


class NotOnThatDay(NotAllowed):
    """There is no school, or none of the slots, on the day somebody chose."""


@dataclass(frozen=True)
class Days:
    """What a series meets on: its rule and slots, and each day with its parts."""

    pattern: Pattern
    term_id: str | None
    timetable: Timetable
    parts: dict[date, list[Part]]


def parts_for(school_id: str, on: date, occasion: Occasion) -> list[Part]:
    """When the sittings are on this day; raises NotOnThatDay with the reason."""
    timetable = timetable_of(school_id, on, on)
    if not timetable.day(on).open:
        raise NotOnThatDay(no_school(timetable, on))
    parts = parts_on(timetable, on, occasion.slot_ids, occasion.own_times)
    if not any(part.held for part in parts):
        raise NotOnThatDay(no_slot(timetable, on, list(occasion.slot_ids)))
    return parts


def days_for(
    held: Held,
    recurs: Recurs,
    first: date,
    last: date | None,
    term_id: str | None,
    occasion: Occasion,
) -> Days:
    """The days of a series until a day or the end of a term, without those on which it
    would have begun already. Raises NotOnThatDay if there is none, or too many."""
    ends = _end(held, first, last, term_id)
    timetable = timetable_of(held.school.id, first, ends)
    pattern = Pattern(recurs, first, ends, occasion.slot_ids, occasion.own_times)
    parts = still_to_come(wanted_days(pattern, timetable), held.school.zone)
    if not parts:
        raise NotOnThatDay(_("There is no day for it between these two."))
    if len(parts) > MOST_OCCURRENCES:
        most = _("That is more than %(most)s meetings at once.", most=MOST_OCCURRENCES)
        raise NotOnThatDay(most)
    return Days(pattern, term_id, timetable, parts)


def _end(held: Held, first: date, last: date | None, term_id: str | None) -> date:
    ends = last
    if term_id is not None:
        ends = {term.id: term.last_on for term in terms_of(held.school.id)}.get(term_id)
    if ends is None:
        raise NotOnThatDay(_("Choose the last day as well."))
    return min(ends, first + _LONGEST)
