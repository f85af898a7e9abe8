"""Who belongs, as far as the ladder shows it; removing somebody; how many places."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.forms import PlacesForm, RemoveForm
from clubs.membership.services import answering, places
from clubs.membership.words import SAID_OF_OTHERS, who_sees_me
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_remove, may_see_people, may_set_places
from clubs.policy.permissions.running import may_hand_over
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/c/<club_id>/people")
@signed_in
def people(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_see_people(viewer, club))
    shown = queries.people_of(viewer, club)
    leaderless = not any(one.leads for one in shown)
    return render_template(
        "membership/people.html",
        club=club,
        people=shown,
        who_sees=who_sees_me(club.step),
        runs=club.id in viewer.runs,
        commitments=SAID_OF_OTHERS,
        may_hand_over=may_hand_over(viewer, club, leaderless=leaderless),
        may_set_places=may_set_places(viewer, club),
    )


@bp.route("/c/<club_id>/remove", methods=["GET", "POST"])
@signed_in
def remove(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_remove(viewer, club))
    form = RemoveForm()
    if form.validate_on_submit():
        answering.remove(viewer, club, form.ref.data, form.words.data or "")
        flash(_("They do not belong any more."))
        return redirect(url_for("membership.people", club_id=club.id), code=303)
    form.ref.choices = queries.removable(viewer, club)
    return render_template("membership/remove.html", club=club, form=form), form.status


@bp.route("/c/<club_id>/places", methods=["GET", "POST"])
@signed_in
def how_many(club_id: str) -> ResponseReturnValue:
    """How many can belong; more places go to whoever waits."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_set_places(viewer, club))
    form = PlacesForm(capacity=club.capacity)
    if form.validate_on_submit():
        places.set_capacity(viewer, club, form.capacity.data)
        flash(_("Saved."))
        return redirect(url_for("membership.people", club_id=club.id), code=303)
    return render_template("membership/places.html", club=club, form=form), form.status
