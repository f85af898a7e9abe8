"""Leaving: one page that says what happens, one button."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.services import leaving
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_leave
from clubs.web.access import signed_in
from clubs.web.forms import Form
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/leave", methods=["GET", "POST"])
@signed_in
def leave(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_leave(viewer, club))
    if Form().validate_on_submit():
        leaving.leave(viewer, club)
        flash(_("Done. Nothing about it is kept."))
        return redirect(url_for("membership.my_clubs"), code=303)
    return render_template(
        "membership/leave.html",
        club=club,
        member=club.id in viewer.member_of,
        alone=queries.alone_in_leading(viewer, club),
    )
