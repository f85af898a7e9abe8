"""The pages on which the people who run a club change what its page says."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.models.clubs import Club, PartOfDay
from clubs.policy.permissions import require
from clubs.policy.permissions.deciding import may_revise
from clubs.policy.viewer import Viewer
from clubs.proposals import queries, revising
from clubs.proposals.blueprint import bp
from clubs.proposals.revise_forms import FactsForm, ReviseForm, facts_form
from clubs.proposals.sending import texts_of
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/revise", methods=["GET", "POST"])
@signed_in
def revise(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_revise(viewer, club))
    form = ReviseForm(obj=club)
    if not form.validate_on_submit():
        return _shown(viewer, club, form, form.status)
    if queries.open_revision_of(club):
        return _shown(viewer, club, form, 409)
    proposal = revising.revise(viewer, club, texts_of(form))
    flash(_("Your change waits for a decision. Until then the page stays as it is."))
    return redirect(url_for("proposals.proposal", proposal_id=proposal.id), code=303)


@bp.post("/c/<club_id>/facts")
@signed_in
def facts(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_revise(viewer, club))
    form = facts_form(viewer, club)
    if not form.validate_on_submit():
        return _shown(viewer, club, ReviseForm(formdata=None, obj=club), 422, form)
    said = form.data
    revising.set_facts(
        viewer,
        club,
        weekday=int(said["weekday"]) if said["weekday"] else None,
        part_of_day=PartOfDay(said["part_of_day"]) if said["part_of_day"] else None,
        review_on=said.get("review_on"),
    )
    flash(_("Saved."))
    return redirect(url_for("directory.club", club_id=club.id), code=303)


def _shown(
    viewer: Viewer,
    club: Club,
    form: ReviseForm,
    status: int,
    facts: FactsForm | None = None,
) -> ResponseReturnValue:
    return render_template(
        "proposals/revise.html",
        club_id=club.id,
        form=form,
        facts=facts or facts_form(viewer, club),
        waits=queries.open_revision_of(club),
        sponsor=club.id in viewer.sponsors,
    ), status
