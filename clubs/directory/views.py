"""The directory, a club's page, who can see it, and how it looks to others."""

from typing import Any

from flask import render_template, request
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from clubs.directory import listing
from clubs.directory.about import About, about
from clubs.directory.actions import joining, running
from clubs.directory.blueprint import bp as bp
from clubs.directory.imagined import EYES, imagined
from clubs.directory.loading import club_or_404, found_by
from clubs.directory.queries import clubs_found
from clubs.directory.reach import own_time_of, reach
from clubs.directory.reach_words import said
from clubs.directory.wanted import wanted_from
from clubs.directory.who_sees import (
    in_calendars,
    in_one_line,
    table_for,
    way_in,
    what_admins_know,
    what_is_kept,
    what_mail_says,
)
from clubs.directory.words import AUDIENCES, KINDS
from clubs.models.clubs import Club
from clubs.policy.ladder import Eye
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_join
from clubs.policy.permissions.running import may_view_as
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/clubs")
@signed_in
def clubs() -> str:
    viewer, wanted = current_viewer(), wanted_from(request.args)
    found = clubs_found(viewer, wanted)
    return render_template(
        "directory/clubs.html",
        wanted=wanted,
        cards=found.cards,
        choices=listing.choices(),
        kinds=KINDS,
        club_url=listing.club_url(),
        newer=listing.page_url(wanted, before=found.before),
        older=listing.page_url(wanted, after=found.after),
        may_start=listing.may_start(viewer),
    )


@bp.get("/c/<club_id>")
@signed_in
def club(club_id: str) -> str:
    viewer = current_viewer()
    found = club_or_404(viewer, club_id)
    eyes = EYES if may_view_as(viewer, found) else {}
    seen = _page(viewer, found)
    return render_template(
        "directory/club.html", eyes=eyes, reach=_reach(viewer, seen["about"]), **seen
    )


def _reach(viewer: Viewer, seen: About) -> str:
    """Whether they can get there, said to whom the ladder tells when it meets."""
    if seen.times is None or not seen.times.ahead:
        return ""
    return said(reach(own_time_of(viewer), seen.times.ahead))


@bp.get("/c/<club_id>/as/<eye>")
@signed_in
def view_as(club_id: str, eye: str) -> str:
    viewer = current_viewer()
    found = club_or_404(viewer, club_id)
    require(may_view_as(viewer, found))
    if eye not in EYES:
        raise NotFound
    other = imagined(Eye(eye), found, viewer)
    return render_template(
        "directory/view_as.html",
        eye=Eye(eye),
        eyes=EYES,
        finds=found_by(other, found),
        **_page(other, found),
    )


def _page(viewer: Viewer, found: Club) -> dict[str, Any]:
    """All that a club's page prints, for somebody real or imagined."""
    return {
        "about": about(viewer, found),
        "kinds": KINDS,
        "audiences": AUDIENCES,
        "meeting_url": listing.meeting_url(),
        "joining": joining(viewer, found),
        "running": running(viewer, found),
        "who_sees": in_one_line(found.step),
        "loosening": found.loosen_on if found.id in viewer.inside else None,
    }


@bp.get("/c/<club_id>/who-sees")
@signed_in
def who_sees(club_id: str) -> str:
    viewer = current_viewer()
    found = club_or_404(viewer, club_id)
    marks = {viewer.eye_on(found): _("you now")}
    if may_join(viewer, found) or viewer.belonging_to(found.id):
        marks.setdefault(Eye.MEMBER, _("you, once you belong"))
    return render_template(
        "directory/who_sees.html",
        club=found,
        rows=table_for(found.step, no_list=found.no_list, marks=marks),
        way_in=way_in(found.step),
        calendars=in_calendars(found.step, own=found.feed_key is not None),
        kept=what_is_kept(found.step, no_list=found.no_list),
        mail=what_mail_says(found.step),
        admins=what_admins_know(found.step),
    )
