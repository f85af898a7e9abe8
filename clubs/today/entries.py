"""What one person sees of a day's meetings: their own sitting, or that they cannot come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clubs.directory.reach import one_lunch_for_all
from clubs.directory.reach_words import could_come
from clubs.policy.viewer import Viewer
from clubs.timetable.own_time import OwnTime
from clubs.timetable.within_reach import first_within_reach, own_sitting
from clubs.today.queries import Line


@dataclass(frozen=True)
class Entry:
    """A sitting to show. `own`: they may open the meeting; `adult`: they are its adult.

    `missed`: it is not at their lunch, and `could` says when they could come instead.
    """

    line: Line
    own: bool
    adult: bool = False
    missed: bool = False
    could: str = ""


def entries_on(
    viewer: Viewer, own: OwnTime, lines: Sequence[Line], day: date
) -> list[Entry]:
    """The day's meetings, one's own clubs first."""
    is_open = own.timetable.day(day).open
    that_day = [
        one
        for one in meetings(lines)
        # That there is no school is said once, not for each meeting.
        if one.on_date == day and (is_open or not one.by_calendar)
    ]
    by_meeting: dict[str, list[Line]] = {}
    for one in that_day:
        by_meeting.setdefault(one.id or "", []).append(one)
    found = [
        entry
        for sittings in by_meeting.values()
        for entry in _of_meeting(viewer, own, sittings, lines)
    ]
    return sorted(found, key=lambda one: (not one.own, one.line.starts, one.line.club))


def meetings(lines: Sequence[Line]) -> list[Line]:
    return [one for one in lines if one.id and not one.title]


def _of_meeting(
    viewer: Viewer, own: OwnTime, sittings: list[Line], lines: Sequence[Line]
) -> Iterator[Entry]:
    first = sittings[0]
    adult = first.adult_id == viewer.person_id
    is_own = adult or first.club_id in viewer.inside
    if adult or not own.says_lunch:
        # Who is there for all of them, or has all day to choose, sees each.
        yield from (Entry(one, is_own, adult) for one in sittings)
        return
    mine = own_sitting(own, sittings)
    if mine is not None:
        yield Entry(mine, is_own)
    elif is_own:
        yield Entry(first, is_own, missed=True, could=_could(own, first, lines))


def _could(own: OwnTime, missed: Line, lines: Sequence[Line]) -> str:
    """When the club next meets at a time they can come; nothing if not soon."""
    later = [
        one
        for one in meetings(lines)
        if one.club_id == missed.club_id
        and one.on_date > missed.on_date
        and not one.cancelled
    ]
    found = None if missed.cancelled else first_within_reach(own, later)
    if found is None:
        return ""
    return could_come(found, shared=found.lunch and one_lunch_for_all(own, found.on_date))
