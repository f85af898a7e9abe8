"""What public calendars hold: sittings of clubs, and a school's events."""

from flask_babel import gettext as _
from sqlalchemy import select

from clubs import clock
from clubs.db import db
from clubs.feeds.addresses import Feed
from clubs.feeds.occurrences import Occurrence
from clubs.feeds.sittings import PLANNED_BEFORE, Line, lines, named, occurrence
from clubs.models.clubs import Club
from clubs.models.events import Event, EventState
from clubs.models.meetings import Meeting
from clubs.models.timetable import SlotKind
from clubs.policy.ladder import NAMED_IN_FEEDS
from clubs.policy.visibility import event_in_school_feed, in_own_feed, in_school_feed
from clubs.seal import seal

_BACK, _AHEAD = clock.days(31), clock.days(200)


def occurrences_of(feed: Feed) -> list[Occurrence]:
    """From a month ago to half a year ahead, what is cancelled among it."""
    monday, sunday = feed.week
    wanted = lines().where(
        Club.school_id == feed.school_id,
        in_own_feed() if feed.club_id else in_school_feed(),
        Meeting.on_date.between(monday - _BACK, sunday + _AHEAD),
    )
    if feed.club_id:
        wanted = wanted.where(Club.id == feed.club_id)
    # Bound to the address: nobody can tell that two calendars hold the same meeting, as
    # after a club went up the ladder, and a meeting's own address does not follow from it.
    uid = seal().tokens("calendar")
    held = [
        occurrence(one, _public_words(one), uid(feed.key, *name))
        for name, one in named(db.session.execute(wanted).all())
    ]
    return held if feed.club_id else [*held, *_events_of(feed)]


def _public_words(line: Line) -> str:
    if line.step in NAMED_IN_FEEDS:
        return str(line.name)
    return str(_("Lunch club meeting") if line.kind is SlotKind.LUNCH else _("Meeting"))


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
        as_of=event.changed_on or event.on_date - PLANNED_BEFORE,
    )
