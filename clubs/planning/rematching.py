"""Giving the coming meetings of series their days again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from clubs import clock
from clubs.db import db
from clubs.models.meetings import MeetingState
from clubs.planning.making import Template, make
from clubs.planning.matching import Existing, Placed, match
from clubs.planning.series import Series
from clubs.planning.sittings import Occurrence, Part
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
    moving: set[str] = field(default_factory=set)

    def match(self, series: Series, meetings: Sequence[Occurrence]) -> None:
        """`meetings` are those of this series, also the ones that have begun."""
        if not series.knows_when:
            return
        wanted = wanted_days(series.pattern, self.timetable, self.since)
        later = [one for one in meetings if one.meeting.planned_for >= self.since]
        begun = {one.meeting.planned_for for one in later if has_begun(one.meeting)}
        free = [one for one in later if one.meeting.planned_for not in begun]
        theirs = {one.meeting.planned_for for one in free}
        days = {on: parts for on, parts in wanted.items() if on not in begun}
        days = still_to_come(days, self.zone, theirs)
        found = match(existing_of(free), days, lambda on: self.timetable.day(on).open)
        self.placed |= {one.id: one for one in found.placed}
        template = Template.of(series.row, self.zone)
        self.new.append((template, {on: days[on] for on in found.new}))

    def write_down(self, meetings: Sequence[Occurrence]) -> list[Occurrence]:
        """Put every meeting where it goes; the new ones."""
        self.moving = place(meetings, self.placed)
        return make(*self.new)

    def touches(self, one: Occurrence) -> bool:
        """Whether it went elsewhere, or does or did not fit."""
        placed = self.placed.get(one.meeting.id)
        unfit = placed is not None and not placed.fits
        return one.meeting.id in self.moving or unfit or one.meeting.by_calendar

    def has_place(self, one: Occurrence) -> bool:
        placed = self.placed.get(one.meeting.id)
        return placed is None or placed.fits


def existing_of(meetings: Collection[Occurrence]) -> list[Existing]:
    return [
        Existing(
            one.meeting.id,
            one.meeting.planned_for,
            one.meeting.on_date,
            off=one.meeting.state is MeetingState.CANCELLED,
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


def place(meetings: Collection[Occurrence], placed: dict[str, Placed]) -> set[str]:
    """Write down where each meeting goes; which go elsewhere than they were.

    Two meetings may change places, which the database takes for two on one day: all that
    change are first put aside.
    """
    moving = {}
    for one in meetings:
        to = placed.get(one.meeting.id)
        was = one.meeting.planned_for, one.meeting.on_date
        if to is not None and (to.planned_for, to.on_date) != was:
            moving[one.meeting.id] = to
            one.meeting.planned_for -= _ASIDE
    db.session.flush()
    for one in meetings:
        if to := moving.get(one.meeting.id):
            one.meeting.planned_for, one.meeting.on_date = to.planned_for, to.on_date
    db.session.flush()
    return set(moving)
