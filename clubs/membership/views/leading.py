"""Handing over: offering to lead, and answering."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.forms import Answer, HandOverForm
from clubs.membership.services import leading
from clubs.models.clubs import Club
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_hand_over
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/hand-over", methods=["GET", "POST"])
@signed_in
def hand_over(club_id: str) -> ResponseReturnValue:
    """Offer to a member to lead. Whoever was asked answers on the same page."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    mine = viewer.belonging_to(club.id)
    if mine is not None and mine.offered_lead:
        return render_template("membership/lead.html", club=club)
    return _offer(viewer, club)


@bp.post("/c/<club_id>/hand-over/take-back")
@signed_in
def take_back_offer(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    leading.take_back_offer(viewer, club, Answer().ref.data or "")
    flash(_("They are not asked any more."))
    return redirect(url_for("membership.hand_over", club_id=club.id), code=303)


@bp.route("/c/<club_id>/lead", methods=["GET", "POST"])
@signed_in
def lead(club_id: str) -> ResponseReturnValue:
    """Accept or decline to lead."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    form = Answer()
    if not form.validate_on_submit():
        return redirect(url_for("membership.hand_over", club_id=club.id), code=303)
    leading.answer_lead(viewer, club, accept=form.says_yes)
    flash(
        _("You lead now. Thank you!") if form.says_yes else _("You said no. That is fine.")
    )
    return redirect(url_for("directory.club", club_id=club.id), code=303)


def _offer(viewer: Viewer, club: Club) -> ResponseReturnValue:
    people = queries.people_of(viewer, club)
    leaderless = not any(one.leads for one in people)
    require(may_hand_over(viewer, club, leaderless=leaderless))
    form = HandOverForm()
    if form.validate_on_submit():
        steps_down = form.steps_down.data
        leading.offer_lead(viewer, club, form.ref.data, steps_down=steps_down)
        flash(_("They are asked. They can say yes or no."))
        return redirect(url_for("membership.hand_over", club_id=club.id), code=303)
    could = [one for one in people if not one.leads and not one.offered_lead]
    form.ref.choices = [(one.ref, one.name) for one in could]
    page = render_template(
        "membership/hand_over.html",
        club=club,
        form=form,
        asked=[one for one in people if one.offered_lead],
        leads=club.id in viewer.leads,
        kept=not club.no_list,
    )
    return page, form.status
