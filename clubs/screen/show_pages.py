"""What hangs in the hallway: no sign-in, no cookie, no script; it fetches itself anew.

It has no “Leave site”: nobody is signed in there, nothing on it is anybody's own, and a
touch on it would take it away from the whole corridor. Whoever looks at it walks on.
"""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import clock
from clubs.screen.blueprint import bp
from clubs.screen.board import board
from clubs.screen.queries import on_today, place_of
from clubs.timetable.own_time import own_time
from clubs.web.access import anyone
from clubs.web.filters import day as day_words
from clubs.web.school_time import kind_of_day

_SECONDS = 60  # after which it fetches itself anew


@bp.get("/screen/<secret>")
@anyone
def screen(secret: str) -> ResponseReturnValue:
    place = place_of(secret)
    at = clock.now_at(place.zone)
    today = at.date()
    days = own_time(place.id, "", None, today, today)
    slots = days.timetable.slots_on(today)
    day = days.timetable.day(today)
    accent = (place.accent or "").lstrip("#")
    page = render_template(
        "screen/screen.html",
        place=place,
        now=at.time(),
        said=[day_words(today), *kind_of_day(days, today)],
        closed=None if day.open else day.words,
        board=board(on_today(place.id, today), slots, at.time()),
        accent_url=url_for("assets.accent", colour=accent) if accent else "",
    )
    return page, {"Refresh": str(_SECONDS)}
