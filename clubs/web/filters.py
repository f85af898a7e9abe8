"""How times and people's words are shown: with the day's name, in the reader's language."""

from datetime import date, time

from flask import Flask
from flask_babel import format_date, format_time
from flask_babel import gettext as _

from clubs.web.markdown import rendered
from clubs.web.pattern import pattern_svg
from clubs.web.school_time import Sits, slot_name


def init_app(app: Flask) -> None:
    app.jinja_env.filters.update(
        day=day,
        short_day=short_day,
        clock=clock_time,
        sitting=sitting_words,
        words=rendered,
    )
    app.jinja_env.globals["pattern_svg"] = pattern_svg


def day(value: date) -> str:
    """Such as "Wednesday, November 25"."""
    return str(format_date(value, "EEEE, MMMM d"))


def short_day(value: date) -> str:
    """Such as "Wed, Nov 25"."""
    return str(format_date(value, "EEE, MMM d"))


def clock_time(value: time) -> str:
    """Such as "12:05"."""
    return str(format_time(value, "H:mm", rebase=False))


def sitting_words(one: Sits) -> str:
    """Such as "Lunch A, 11:20 to 11:55", or only its times."""
    starts, ends = clock_time(one.starts), clock_time(one.ends)
    times = str(_("%(starts)s to %(ends)s", starts=starts, ends=ends))
    if one.kind is None or not one.slot:
        return times
    return str(_("%(name)s, %(times)s", name=slot_name(one.kind, one.slot), times=times))
