"""Public calendars by their address. Each look asks anew whether the club is in a feed."""

from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add

from sqlalchemy import ColumnElement, String, bindparam, cast, func, select

from clubs import clock
from clubs.db import db, is_id
from clubs.models.clubs import Club
from clubs.models.events import Event
from clubs.models.people import School
from clubs.policy.ladder import NAMED_IN_FEEDS
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import event_in_school_feed, in_own_feed, in_school_feed


@dataclass(frozen=True)
class Feed:
    """A public calendar that answers just now. As long as its version is the same, so is
    all that is in it; `name` is empty where it may not be told."""

    key: str
    name: str
    version: str
    zone: str
    school_id: str
    club_id: str | None = None

    @property
    def week(self) -> tuple[date, date]:
        """Monday and Sunday of this week: what a feed covers moves on once a week."""
        today = clock.today(self.zone)
        monday = today - clock.days(today.weekday())
        return monday, monday + clock.days(6)


def _version() -> ColumnElement[str]:
    """What a club's entries follow from. Its name may hold anything, so it comes last."""
    number = cast(Club.calendar_version, String)
    return Club.id + " " + cast(Club.step, String) + " " + number + " " + Club.name


def _wording() -> ColumnElement[str]:
    """All that an event's entry is made of, a line each."""
    when = (Event.on_date, Event.starts, Event.ends, Event.zone, Event.changed_on)
    told = [cast(one, String) for one in (Event.state, *when, Event.place, Event.title)]
    lines = [func.coalesce("\n" + one, "\n") for one in told]
    return reduce(add, lines, cast(Event.id, String))


# Calendars ask all day long: what they are asked is put together once.
_KEY = bindparam("key", type_=String)
_CLUB = (
    select(Club.id, Club.school_id, Club.step, Club.name, _version(), School.zone)
    .join(School, School.id == Club.school_id)
    .where(Club.feed_key == _KEY, in_own_feed())
)
_VERSIONS = (
    select(_version().label("version"))
    .join(School, School.id == Club.school_id)
    .where(School.feed_key == _KEY, in_school_feed())
    .order_by(Club.id)
    .subquery()
)
_EVENTS = (
    select(_wording().label("version"))
    .join(School, School.id == Event.school_id)
    .where(School.feed_key == _KEY, event_in_school_feed())
    .order_by(Event.id)
    .subquery()
)
# All its clubs and events in one text: nothing comes, goes or changes without it.
_SCHOOL = select(
    School.id,
    School.name,
    School.zone,
    select(func.aggregate_strings(_VERSIONS.c.version, "\n")).scalar_subquery(),
    select(func.aggregate_strings(_EVENTS.c.version, "\n")).scalar_subquery(),
).where(School.feed_key == _KEY)


def feed_at(key: str) -> Feed | None:
    """The calendar with this address, a club's or a school's, as long as it answers."""
    if not is_id(key):
        return None
    return _of_club(key) or _of_school(key)


def _of_club(key: str) -> Feed | None:
    found = db.session.execute(_CLUB, {"key": key}).first()
    if found is None:
        return None
    club_id, school_id, step, name, version, zone = found
    told = name if step in NAMED_IN_FEEDS else ""
    return Feed(key, told, _as_of_today(version, zone), zone, school_id, club_id)


def _of_school(key: str) -> Feed | None:
    found = db.session.execute(_SCHOOL, {"key": key}).first()
    if found is None:
        return None
    school_id, name, zone, clubs, events = found
    version = _as_of_today(f"{name}\n{clubs}\n{events}", zone)
    return Feed(key, name, version, zone, school_id)


def school_feed_key(viewer: Viewer) -> str | None:
    """The key of their own school's calendar, if it has one."""
    return db.session.scalar(select(School.feed_key).where(School.id == viewer.school_id))


def _as_of_today(version: str, zone: str) -> str:
    # What else it follows from, such as a slot's kind, is looked at again every morning.
    return f"{clock.today(zone)} {zone} {version}"
