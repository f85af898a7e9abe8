"""The directory's filters as conditions. None tells more than the club's page (P5)."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, and_, exists, false, or_, select

from clubs import clock
from clubs.directory.reached import reached_by
from clubs.directory.wanted import Wanted
from clubs.models.clubs import Club, PartOfDay
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Sitting
from clubs.models.timetable import SchoolDay, Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_found_by, club_read_by, club_timed_for
from clubs.timetable.own_time import own_time

# As far as a club has to plan for it to count as one that meets.
_AHEAD = 28
_KINDS = {
    PartOfDay.LUNCH: (SlotKind.LUNCH,),
    PartOfDay.BEFORE: (SlotKind.BEFORE,),
    PartOfDay.AFTER: (SlotKind.AFTER,),
    PartOfDay.OTHER: (SlotKind.FLEX, SlotKind.PERIOD),
}


def matching(viewer: Viewer, wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """A club whose page or hours the viewer may not know matches none of their filters."""
    read, timed = club_read_by(viewer), club_timed_for(viewer)
    today = clock.today(viewer.zone)
    if wanted.text:
        yield _says(viewer, wanted.text)
    if wanted.kind:
        yield and_(read, Club.kind == wanted.kind)
    if wanted.audience:
        yield and_(read, Club.audience == wanted.audience)
    if wanted.weekday is not None:
        yield and_(timed, _meets_on(wanted.weekday, today))
    if wanted.part:
        yield and_(timed, _meets_at(wanted.part, today))
    if wanted.reachable:
        yield and_(timed, _within_reach(viewer, today))


def _says(viewer: Viewer, text: str) -> ColumnElement[bool]:
    return or_(
        Club.name.icontains(text, autoescape=True),
        and_(club_found_by(viewer), Club.purpose.icontains(text, autoescape=True)),
        and_(club_read_by(viewer), Club.focus.icontains(text, autoescape=True)),
    )


def _meets_on(weekday: int, today: date) -> ColumnElement[bool]:
    series = exists().where(
        MeetingSeries.club_id == Club.id,
        MeetingSeries.weekday == weekday,
        MeetingSeries.last_on >= today,
    )
    return or_(Club.weekday == weekday, series)


def _meets_at(part: PartOfDay, today: date) -> ColumnElement[bool]:
    return or_(Club.part_of_day == part, _a_meeting(today, Slot.kind.in_(_KINDS[part])))


def _within_reach(viewer: Viewer, today: date) -> ColumnElement[bool]:
    """A meeting in the viewer's own lunch or outside of lunches, or such a usual time."""
    until = today + clock.days(_AHEAD)
    own = own_time(viewer.school_id, viewer.person_id, viewer.wave_id, today, until)
    any_lunch = false() if own.says_lunch else Club.part_of_day == PartOfDay.LUNCH
    return or_(
        _a_meeting(today, reached_by(own)), Club.part_of_day != PartOfDay.LUNCH, any_lunch
    )


def _a_meeting(today: date, which: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether some sitting is planned soon of which this is true."""
    that_day = and_(
        SchoolDay.school_id == Meeting.school_id, SchoolDay.on_date == Meeting.on_date
    )
    return (
        select(Meeting.id)
        .join(Sitting, and_(Sitting.meeting_id == Meeting.id, Sitting.held))
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .outerjoin(SchoolDay, that_day)
        .where(
            Meeting.club_id == Club.id,
            Meeting.on_date.between(today, today + clock.days(_AHEAD)),
            Meeting.state == MeetingState.PLANNED,
            which,
        )
        .exists()
    )
