"""Meetings follow the school's calendar."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import or_, select

from clubs import clock, timetable
from clubs.models.clubs import LIVE, Club
from clubs.models.meetings import Meeting
from clubs.planning.before import Before
from clubs.planning.loading import held_meetings, with_sittings
from clubs.planning.making import make
from clubs.planning.outcome import Outcome
from clubs.planning.rematching import DaysAgain, place
from clubs.planning.series import Series, living_series
from clubs.planning.settling import settle
from clubs.planning.sittings import Occurrence
from clubs.policy.permissions.meetings import has_begun


def follow_calendar(school_id: str, dates: Collection[date]) -> None:
    """Bring the coming meetings of a school in line with its days; `dates` changed.

    To be called after every timetable.rebuild, and after every change of bells (with the
    dates on which these bells ring). Series are matched with their days again, sittings
    take the times of their slots, what has no day or no slot is cancelled and comes back
    by itself, rooms are booked anew. Members of each club that is touched are mailed once.
    A bounded number of queries. What has begun stays as it is.
    """
    school = timetable.held(school_id)
    today = clock.today(school.zone)
    if not dates or max(dates) < today:
        return
    since = max(today, min(dates))
    series = living_series(school_id, since)
    meetings = _meetings(school_id, since)
    table = timetable.timetable_of(school_id, today, _horizon(series, meetings, since))
    days_again = DaysAgain(school.zone, since, table)
    of_series = _by_series(meetings)
    for each in series:
        days_again.match(each, of_series[each.row.id])
    changed = set(dates)
    touched = [
        one
        for one in meetings
        if not has_begun(one) and (one.on_date in changed or days_again.touches(one))
    ]
    _settle(school_id, days_again, with_sittings(touched))


def _settle(school_id: str, days_again: DaysAgain, touched: list[Occurrence]) -> None:
    """Bring these meetings, and the new ones, in line with their days."""
    before = {one.meeting.id: Before.of(one) for one in touched}
    place([one.meeting for one in touched], days_again.placed)
    outcome = Outcome(days_again.timetable)
    outcome.note_new(make(*days_again.new))
    for one in touched:
        no_place = "" if days_again.has_place(one.meeting) else _no_place()
        reason = settle(one, days_again.timetable, no_place)
        outcome.note(one, before[one.meeting.id], reason)
    outcome.act(school_id)


def _meetings(school_id: str, since: date) -> list[Meeting]:
    living = select(Club.id).where(Club.school_id == school_id, Club.state.in_(LIVE))
    later = or_(Meeting.on_date >= since, Meeting.planned_for >= since)
    here = Meeting.school_id == school_id
    return held_meetings(here, Meeting.club_id.in_(living), later)


def _horizon(series: Iterable[Series], meetings: Iterable[Meeting], since: date) -> date:
    ends = [one.row.last_on for one in series]
    return max([since, *ends, *(one.on_date for one in meetings)])


def _by_series(meetings: Iterable[Meeting]) -> dict[str | None, list[Meeting]]:
    found: dict[str | None, list[Meeting]] = defaultdict(list)
    for one in meetings:
        found[one.series_id].append(one)
    return found


def _no_place() -> str:
    return _("The school's days have changed: the club does not meet on this one any more.")
