"""Which of the lines are today's meetings, the next ones, news, or events ahead."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from clubs import clock
from clubs.policy.viewer import Viewer
from clubs.timetable.own_time import OwnTime
from clubs.today.entries import Entry, entries_on, meetings
from clubs.today.events import NEWS
from clubs.today.groups import Group, groups_of
from clubs.today.queries import Line

_SOON = 7


@dataclass(frozen=True)
class Today:
    """Lists for the page, each in the order of time, one's own clubs first.

    `now_at` says before which of the other groups now is.
    """

    own_lunch: Group | None
    groups: Sequence[Group]
    now_at: int
    next_day: Sequence[Entry]
    next_own: Sequence[Line]
    changed: Sequence[Line]
    events: Sequence[Line]


@dataclass(frozen=True)
class Days:
    """Today, the time of day, and the next day with school, if one is near."""

    today: date
    now: time
    next: date | None


def sorted_out(viewer: Viewer, own: OwnTime, lines: Sequence[Line], days: Days) -> Today:
    todays = entries_on(viewer, own, lines, days.today)
    upcoming = entries_on(viewer, own, lines, days.next) if days.next else []
    groups = groups_of(own, todays, days.today, days.now)
    lunch = next((one for one in groups if one.own), None)
    rest = [one for one in groups if not one.own]
    events = [one for one in lines if one.title]
    near = [one for one in _own(viewer, lines) if days.today < one.on_date]
    return Today(
        own_lunch=lunch,
        groups=rest,
        now_at=sum(one.over for one in rest),
        next_day=upcoming,
        next_own=[] if todays or upcoming else _soon(near, days.today),
        changed=[one for one in _own(viewer, lines) + events if _news(one, days.today)],
        events=[one for one in events if not _news(one, days.today)],
    )


def _own(viewer: Viewer, lines: Sequence[Line]) -> list[Line]:
    """One line for each meeting of theirs, or at which they are the adult."""
    found = {
        one.id: one
        for one in reversed(meetings(lines))
        if one.club_id in viewer.inside or one.adult_id == viewer.person_id
    }
    return list(reversed(found.values()))


def _soon(near: Sequence[Line], today: date) -> list[Line]:
    return [one for one in near if one.on_date <= today + clock.days(_SOON)]


def _news(one: Line, today: date) -> bool:
    recent = one.changed_on is not None and today - clock.days(NEWS) <= one.changed_on
    return recent and one.on_date >= today
