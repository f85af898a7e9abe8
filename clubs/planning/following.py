"""Meetings follow the school's calendar."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import or_, select

from clubs import clock, timetable
from clubs.models.clubs import LIVE, Club
from clubs.models.meetings import Meeting
from clubs.planning.loading import occurrences
from clubs.planning.outcome import Outcome
from clubs.planning.rematching import DaysAgain
from clubs.planning.series import Series, living_series
from clubs.planning.settling import Before, settle
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
    to_come = [one for one in meetings if not has_begun(one.meeting)]
    before = {one.meeting.id: Before.of(one) for one in to_come}
    days_again = DaysAgain(school.zone, since, table)
    of_series = _by_series(meetings)
    for each in series:
        days_again.match(each, of_series[each.row.id])
    outcome = Outcome(table)
    outcome.note_new(days_again.write_down(to_come))
    for one in to_come:
        if one.meeting.on_date in dates or days_again.touches(one):
            no_place = "" if days_again.has_place(one) else _no_place()
            outcome.note(one, before[one.meeting.id], settle(one, table, no_place))
    outcome.act(school_id)


def _meetings(school_id: str, since: date) -> list[Occurrence]:
    living = select(Club.id).where(Club.school_id == school_id, Club.state.in_(LIVE))
    later = or_(Meeting.on_date >= since, Meeting.planned_for >= since)
    return occurrences(Meeting.school_id == school_id, Meeting.club_id.in_(living), later)


def _horizon(series: Iterable[Series], meetings: Iterable[Occurrence], since: date) -> date:
    ends = [one.row.last_on for one in series]
    return max([since, *ends, *(one.meeting.on_date for one in meetings)])


def _by_series(meetings: Iterable[Occurrence]) -> dict[str | None, list[Occurrence]]:
    found: dict[str | None, list[Occurrence]] = defaultdict(list)
    for one in meetings:
        found[one.meeting.series_id].append(one)
    return found


def _no_place() -> str:
    return _("The school's days have changed: the club does not meet on this one any more.")
