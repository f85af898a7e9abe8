"""The page on which a club takes a break, goes on, or closes."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest

from clubs.directory.loading import club_or_404
from clubs.directory.words import STATES
from clubs.models.clubs import Club
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_pause, may_pause_or_close, may_reopen
from clubs.policy.viewer import Viewer
from clubs.proposals import states
from clubs.proposals.blueprint import bp
from clubs.proposals.forms import StateForm
from clubs.proposals.loading import overseen_club_or_404
from clubs.web.access import admin, signed_in
from clubs.web.session import current_viewer

_CHANGES = {"pause": states.pause, "go_on": states.go_on, "close": states.close}


@bp.route("/c/<club_id>/state", methods=["GET", "POST"])
@signed_in
def state(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    address = url_for("directory.club", club_id=club.id)
    return _changed(viewer, club) or redirect(address, code=303)


@bp.route("/school/clubs/<club_id>/state", methods=["GET", "POST"])
@admin
def school_state(club_id: str) -> ResponseReturnValue:
    """The same for admins, who answer for clubs they may not look up."""
    viewer = current_viewer()
    club = overseen_club_or_404(viewer, club_id)
    return _changed(viewer, club) or redirect(url_for("school.desk"), code=303)


def _changed(viewer: Viewer, club: Club) -> ResponseReturnValue | None:
    """The page, or nothing once the state was changed."""
    reopen = may_reopen(viewer, club)
    if not reopen:
        require(may_pause_or_close(viewer, club))
    form = StateForm()
    if form.validate_on_submit():
        if form.go.data not in _CHANGES:
            raise BadRequest
        if form.go.data != "close" or form.sure.data:
            _CHANGES[form.go.data](viewer, club)
            flash(_("Done."))
            return None
        form.complain(form.sure, _("Tick this if you are sure."))
    return render_template(
        "proposals/state.html",
        form=form,
        state=STATES.get(club.state, _("This club is running.")),
        may_pause=may_pause(viewer, club),
        may_go_on=reopen,
        may_close=may_pause_or_close(viewer, club),
        here=request.path,
    ), form.status
