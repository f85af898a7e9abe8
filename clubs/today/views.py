"""Everybody's first page: today, or a welcome for those who are not signed in."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import notices
from clubs.policy.viewer import Viewer
from clubs.today import pages as pages
from clubs.today import week_pages as week_pages
from clubs.today.blueprint import bp
from clubs.today.desk import on_desk
from clubs.today.invitation import invitation
from clubs.today.meetings import sorted_out
from clubs.today.queries import lines
from clubs.today.school_day import closed, days_of, lead, next_day_title, time_around
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
    own = time_around(viewer)
    days = days_of(viewer, own)
    found = lines(viewer, own, days.today, days.next)
    return render_template(
        "today/today.html",
        lead=lead(own, days.today),
        closed=closed(own, days.today),
        next_day_title=next_day_title(own, days),
        staff=viewer.staff,
        shown=sorted_out(viewer, own, found, days),
        waiting=waiting(viewer, found, list(on_desk(viewer)), days.today),
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
