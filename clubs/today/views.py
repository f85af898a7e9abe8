"""Everybody's first page: today, or a welcome for those who are not signed in."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import clock, notices
from clubs.policy.viewer import Viewer
from clubs.today import pages as pages
from clubs.today.blueprint import bp
from clubs.today.desk import on_desk
from clubs.today.invitation import invitation
from clubs.today.meetings import sorted_out
from clubs.today.queries import lines
from clubs.today.waiting import waiting
from clubs.web.access import anyone, signed_in
from clubs.web.page import demo, notices_told
from clubs.web.session import current_viewer, viewer_or_none


@bp.get("/")
@anyone
def today() -> str:
    viewer = viewer_or_none()
    if viewer is None:
        return render_template("today/welcome.html", demo=demo())
    return _today_of(viewer)


def _today_of(viewer: Viewer) -> str:
    date, found = clock.today(viewer.zone), lines(viewer)
    return render_template(
        "today/today.html",
        date=date,
        staff=viewer.staff,
        own_lunch=viewer.wave_id is not None,
        inside=viewer.inside,
        shown=sorted_out(viewer, found, date),
        waiting=waiting(viewer, found, list(on_desk(viewer)), date),
        notices=notices_told(viewer),
        invitation=invitation(viewer),
        club_url=url_for("directory.club", club_id="-").removesuffix("-"),
        meeting_url=url_for("meetings.meeting", meeting_id="-").removesuffix("-"),
        event_url=url_for("events.event", event_id="-").removesuffix("-"),
    )


@bp.post("/notices/clear")
@signed_in
def clear_notices() -> ResponseReturnValue:
    notices.clear(current_viewer())
    return redirect(url_for("today.today"), code=303)
