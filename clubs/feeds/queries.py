"""The sittings that go into calendars, each with no more than its reader may know."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import Row, Select, select
from werkzeug.exceptions import NotFound

from clubs import clock
from clubs.db import db, is_id
from clubs.feeds.addresses import Feed
from clubs.feeds.occurrences import Occurrence
from clubs.models.clubs import Club
from clubs.models.events import Event, EventState
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import School
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.ladder import NAMED_IN_FEEDS
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import (
    event_in_school_feed,
    in_own_feed,
    in_school_feed,
    meeting_visible_to,
)
from clubs.seal import seal
from clubs.timetable import other_lunches, own_lunch, timetable_of

_BACK, _AHEAD = clock.days(31), clock.days(200)
# Nothing is planned more than a year ahead.
_PLANNED_BEFORE = clock.days(366)
Line = Row[*tuple[Any, ...]]


def occurrences_of(feed: Feed) -> list[Occurrence]:
    """From a month ago to half a year ahead, what is cancelled among it."""
    monday, sunday = feed.week
    lines = _lines().where(
        Club.school_id == feed.school_id,
        in_own_feed() if feed.club_id else in_school_feed(),
        Meeting.on_date.between(monday - _BACK, sunday + _AHEAD),
    )
    if feed.club_id:
        lines = lines.where(Club.id == feed.club_id)
    # Bound to the address: nobody can tell that two calendars hold the same meeting, as
    # after a club went up the ladder, and a meeting's own address does not follow from it.
    uid = seal().tokens("calendar")
    held = [
        _occurrence(one, _public_words(one), uid(feed.key, *name))
        for name, one in _named(db.session.execute(lines).all())
    ]
    return held if feed.club_id else [*held, *_events_of(feed)]


def _events_of(feed: Feed) -> list[Occurrence]:
    monday, sunday = feed.week
    events = db.session.scalars(
        select(Event)
        .where(
            Event.school_id == feed.school_id,
            event_in_school_feed(),
            Event.on_date.between(monday - _BACK, sunday + _AHEAD),
        )
        .order_by(Event.on_date, Event.starts, Event.id)
    )
    uid = seal().tokens("calendar")
    return [_of_event(one, uid(feed.key, one.id)) for one in events]


def _of_event(event: Event, uid: bytes) -> Occurrence:
    cancelled = event.state is EventState.CANCELLED
    return Occurrence(
        uid=uid.hex()[:40],
        summary=event.title,
        place=event.place,
        on_date=event.on_date,
        starts=event.starts,
        ends=event.ends,
        zone=event.zone,
        sequence=int(cancelled),
        cancelled=cancelled,
        as_of=event.changed_on or event.on_date - _PLANNED_BEFORE,
    )


def meeting_for(viewer: Viewer, meeting_id: str) -> list[Occurrence]:
    """A meeting for the viewer's own calendar: the sitting at their lunch if there is one,
    else all; in words that tell nothing. Raises NotFound if they may not know of it."""
    if not is_id(meeting_id):
        raise NotFound
    lines = _lines().where(Meeting.id == meeting_id, meeting_visible_to(viewer))
    rows = db.session.execute(lines).all()
    if not rows:
        raise NotFound
    uid = seal().tokens("calendar file")
    named = list(_named(rows))
    own = _own_sitting(viewer, [one for _name, one in named])
    return [
        _occurrence(one, _neutral_words(one), uid(viewer.person_id, *name))
        for name, one in named
        if own is None or one.slot_id == own
    ]


def school_feed_key(viewer: Viewer) -> str | None:
    return db.session.scalar(select(School.feed_key).where(School.id == viewer.school_id))


def _lines() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Meeting.id,
            Sitting.starts,
            Sitting.ends,
            Sitting.held,
            Sitting.slot_id,
            Slot.kind,
            Meeting.on_date,
            Meeting.zone,
            Meeting.place,
            Meeting.state,
            Meeting.sequence,
            Meeting.planned_for,
            Meeting.changed_on,
            Club.name,
            Club.step,
        )
        .join(Meeting, Meeting.id == Sitting.meeting_id)
        .join(Club, Club.id == Meeting.club_id)
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .order_by(Meeting.on_date, Sitting.starts, Club.name, Sitting.id)
    )


def _named(lines: Iterable[Line]) -> Iterator[tuple[tuple[str, str], Line]]:
    """The sittings to be shown with their lasting names: the meeting, and which of its
    sittings it is, for another lunch makes another row of it."""
    count: Counter[str] = Counter()
    for one in lines:
        name = one.id, str(count[one.id])
        count[one.id] += 1
        # A day without school holds nothing: what it cancelled is shown as cancelled.
        if one.held or one.state is MeetingState.CANCELLED:
            yield name, one


def _occurrence(line: Line, summary: str, uid: bytes) -> Occurrence:
    return Occurrence(
        uid=uid.hex()[:40],
        summary=summary,
        place=line.place,
        on_date=line.on_date,
        starts=line.starts,
        ends=line.ends,
        zone=line.zone,
        sequence=line.sequence,
        cancelled=line.state is MeetingState.CANCELLED,
        as_of=line.changed_on or line.planned_for - _PLANNED_BEFORE,
    )


def _public_words(line: Line) -> str:
    if line.step in NAMED_IN_FEEDS:
        return str(line.name)
    return str(_("Lunch club meeting") if line.kind is SlotKind.LUNCH else _("Meeting"))


def _neutral_words(line: Line) -> str:
    return str(_("Lunch") if line.kind is SlotKind.LUNCH else _("Meeting"))


def _own_sitting(viewer: Viewer, lines: Sequence[Line]) -> str | None:
    """The slot of the sitting at the viewer's own lunch, where there are several."""
    if len(lines) < 2:
        return None
    day = lines[0].on_date
    timetable = timetable_of(viewer.school_id, day, day)
    other = other_lunches(viewer.person_id).get(timetable.day(day).day_type_id or "")
    own = own_lunch(timetable.slots_on(day), viewer.wave_id, other)
    return own if own in {one.slot_id for one in lines} else None
