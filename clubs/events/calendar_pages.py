"""The published calendar: what is coming up, and any month."""

from flask import render_template
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from clubs import clock
from clubs.events import queries
from clubs.events.blueprint import bp
from clubs.web.access import signed_in
from clubs.web.month import month_at, month_of, weekday_names
from clubs.web.session import current_viewer


@bp.get("/events")
@signed_in
def calendar() -> ResponseReturnValue:
    viewer = current_viewer()
    return render_template(
        "events/calendar.html",
        months=queries.coming_up(viewer),
        this_month=month_of(clock.today(viewer.zone)),
        runs_a_club=bool(viewer.runs),
    )


@bp.get("/events/<address>")
@signed_in
def month(address: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = month_at(address)
    if shown is None:
        raise NotFound
    lines = queries.in_month(viewer, shown)
    return render_template(
        "events/month.html",
        month=shown,
        lines=lines,
        days=queries.days_with_events(lines),
        weekdays=weekday_names(),
        today=clock.today(viewer.zone),
    )
