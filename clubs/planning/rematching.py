"""Giving the coming meetings of series their days again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from clubs import clock
from clubs.db import db
from clubs.models.meetings import Meeting, MeetingState
from clubs.planning.making import Template
from clubs.planning.matching import Existing, Placed, match
from clubs.planning.series import Series
from clubs.planning.sittings import Part
from clubs.planning.wanted import wanted_days
from clubs.policy.permissions.meetings import has_begun
from clubs.timetable import Timetable

# Far enough back that no meeting was ever planned for such a day.
_ASIDE = clock.days(365_000)


@dataclass
class DaysAgain:
    """The days of all series from `since` on, matched with the meetings there are."""

    zone: str
    since: date
    timetable: Timetable
    placed: dict[str, Placed] = field(default_factory=dict)
    new: list[tuple[Template, dict[date, list[Part]]]] = field(default_factory=list)

    def match(self, series: Series, meetings: Sequence[Meeting]) -> None:
        """`meetings` are those of this series, also the ones that have begun."""
        if not series.knows_when:
            return
        wanted = wanted_days(series.pattern, self.timetable, self.since)
        later = [one for one in meetings if one.planned_for >= self.since]
        begun = {one.planned_for for one in later if has_begun(one)}
        free = [one for one in later if one.planned_for not in begun]
        days = {on: parts for on, parts in wanted.items() if on not in begun}
        days = still_to_come(days, self.zone, {one.planned_for for one in free})
        found = match(existing_of(free), days, lambda on: self.timetable.day(on).open)
        self.placed |= {one.id: one for one in found.placed}
        template = Template.of(series.row, self.zone)
        self.new.append((template, {on: days[on] for on in found.new}))

    def touches(self, meeting: Meeting) -> bool:
        """Whether it goes elsewhere, has no place, or may have one again."""
        to = self.placed.get(meeting.id)
        return meeting.by_calendar or (
            to is not None and (not to.fits or _elsewhere(meeting, to))
        )

    def has_place(self, meeting: Meeting) -> bool:
        to = self.placed.get(meeting.id)
        return to is None or to.fits


def existing_of(meetings: Collection[Meeting]) -> list[Existing]:
    return [
        Existing(
            one.id,
            one.planned_for,
            one.on_date,
            off=one.state is MeetingState.CANCELLED,
        )
        for one in meetings
    ]


def still_to_come(
    days: dict[date, list[Part]], zone: str, but: Collection[date] = ()
) -> dict[date, list[Part]]:
    """Without the days on which it would have begun already; `but` are kept."""
    return {
        on: parts
        for on, parts in days.items()
        if on in but or clock.moment(on, _begins(parts), zone) > clock.now()
    }


def _begins(parts: list[Part]) -> time:
    return min(part.starts for part in parts if part.held)


def place(meetings: Collection[Meeting], placed: dict[str, Placed]) -> None:
    """Write down where each meeting goes.

    Two meetings may change places, which the database takes for two on one day: all that
    change are first put aside.
    """
    moving = [
        (one, to)
        for one in meetings
        if (to := placed.get(one.id)) is not None and _elsewhere(one, to)
    ]
    for one, _to in moving:
        one.planned_for -= _ASIDE
    db.session.flush()
    for one, to in moving:
        one.planned_for, one.on_date = to.planned_for, to.on_date
    db.session.flush()


def _elsewhere(meeting: Meeting, to: Placed) -> bool:
    return (to.planned_for, to.on_date) != (meeting.planned_for, meeting.on_date)
