"""What today is at the school: the words of its lead line, and which day comes next."""

from datetime import date

from flask_babel import gettext as _

from clubs import clock
from clubs.policy.viewer import Viewer
from clubs.timetable.own_time import OwnTime, own_time
from clubs.today.meetings import Days
from clubs.today.own_clubs import DAYS_AHEAD
from clubs.web.filters import day as day_words
from clubs.web.school_time import kind_of_day


def time_around(viewer: Viewer) -> OwnTime:
    """The viewer's own time, as far ahead as today's page looks."""
    today = clock.today(viewer.zone)
    until = today + clock.days(DAYS_AHEAD)
    return own_time(viewer.school_id, viewer.person_id, viewer.wave_id, today, until)


def days_of(viewer: Viewer, own: OwnTime) -> Days:
    at = clock.now_at(viewer.zone)
    tomorrow, until = at.date() + clock.days(1), at.date() + clock.days(DAYS_AHEAD)
    coming = next(own.timetable.open_days(tomorrow, until), None)
    return Days(at.date(), at.time(), coming.on_date if coming else None)


def lead(own: OwnTime, today: date) -> str:
    """Such as "Tuesday, November 24 · Day 3 · Early closing"."""
    return " · ".join([day_words(today), *kind_of_day(own, today)])


def closed(own: OwnTime, today: date) -> str:
    """That there is no school today, and why if it is known; else nothing."""
    day = own.timetable.day(today)
    if day.open:
        return ""
    if day.words:
        return str(_("No school today: %(why)s", why=day.words))
    return str(_("No school today"))


def next_day_title(own: OwnTime, days: Days) -> str:
    """Such as "Tomorrow · Day 4", or the day's name after a weekend."""
    if days.next is None:
        return ""
    tomorrow = days.next == days.today + clock.days(1)
    name = str(_("Tomorrow")) if tomorrow else day_words(days.next)
    return " · ".join([name, *kind_of_day(own, days.next)])
