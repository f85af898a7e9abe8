"""The page on which a living club asks for sponsors, and staff answer."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest

from clubs.models.clubs import Club
from clubs.policy.permissions import require
from clubs.policy.permissions.running import (
    may_ask_sponsor,
    may_change_sponsors,
    may_stand_by,
    may_step_back,
)
from clubs.policy.viewer import Viewer
from clubs.proposals import queries, sponsoring
from clubs.proposals.blueprint import bp
from clubs.proposals.forms import SponsorForm
from clubs.proposals.loading import asked_club_or_404, overseen_club_or_404
from clubs.web.access import admin, signed_in
from clubs.web.session import current_viewer

_ANSWERS = {
    "accept": sponsoring.stand_by,
    "decline": sponsoring.stay_away,
    "step-back": sponsoring.step_back,
}


@bp.route("/c/<club_id>/sponsors", methods=["GET", "POST"])
@signed_in
def sponsors(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = asked_club_or_404(viewer, club_id)
    answer = _asked(viewer, club)
    return answer or redirect(url_for("proposals.sponsors", club_id=club.id), code=303)


@bp.route("/school/clubs/<club_id>/sponsors", methods=["GET", "POST"])
@admin
def school_sponsors(club_id: str) -> ResponseReturnValue:
    """The same for admins, who answer for clubs they may not look up."""
    viewer = current_viewer()
    club = overseen_club_or_404(viewer, club_id)
    address = url_for("proposals.school_sponsors", club_id=club.id)
    return _asked(viewer, club) or redirect(address, code=303)


@bp.post("/c/<club_id>/sponsors/<answer>")
@signed_in
def answer_sponsoring(club_id: str, answer: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = asked_club_or_404(viewer, club_id)
    if answer not in _ANSWERS:
        raise BadRequest
    _ANSWERS[answer](viewer, club)
    flash(_("Thank you. That is settled."))
    return redirect(url_for("proposals.waiting"), code=303)


def _asked(viewer: Viewer, club: Club) -> ResponseReturnValue | None:
    """The page, or nothing once somebody was asked."""
    stand, back = may_stand_by(viewer, club), may_step_back(viewer, club)
    if not stand:
        require(may_change_sponsors(viewer, club))
    stands = queries.sponsors_of(club)
    form = SponsorForm()
    here = frozenset(one.person_id for one in stands)
    form.sponsor.choices = [("", _("Choose somebody")), *queries.staff(viewer, here)]
    if form.validate_on_submit():
        sponsoring.ask_sponsor(viewer, club, form.sponsor.data)
        flash(_("They were asked, and answer in their own time."))
        return None
    return render_template(
        "proposals/sponsors.html",
        club=club,
        stands=stands,
        form=form,
        may_ask=may_ask_sponsor(viewer, club),
        may_stand=stand,
        may_step_back=back,
        here=request.path,
    ), form.status
