"""Switching mail about a club on and off, from one's own list of clubs."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.membership.blueprint import bp
from clubs.membership.forms import Answer
from clubs.membership.services.reminders import set_reminders
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.post("/c/<club_id>/reminders")
@signed_in
def reminders(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    on = Answer().says_yes
    set_reminders(viewer, club, on=on)
    flash(_("You are reminded from now on.") if on else _("You are not reminded any more."))
    return redirect(url_for("membership.my_clubs"), code=303)
