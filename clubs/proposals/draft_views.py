"""The page on which an admin gives an imported club a sponsor and a privacy step."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.clubs import Step
from clubs.proposals import choices, queries
from clubs.proposals.blueprint import bp
from clubs.proposals.draft_forms import DraftForm
from clubs.proposals.drafts import start_draft
from clubs.proposals.loading import draft_or_404
from clubs.proposals.step_table import step_table
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/clubs/<club_id>/draft", methods=["GET", "POST"])
@admin
def draft(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = draft_or_404(viewer, club_id)
    form = DraftForm(data={"step": Step.CONFIDENTIAL.value})
    form.offer(queries.staff(viewer), choices.steps())
    if form.validate_on_submit():
        proposal = start_draft(
            viewer,
            club,
            Step(form.step.data),
            no_list=form.no_list.data,
            sponsor_id=form.sponsor.data or None,
        )
        flash(_("This club is proposed now."))
        return redirect(url_for("proposals.proposal", proposal_id=proposal.id), code=303)
    return render_template(
        "proposals/draft.html", club=club, form=form, **step_table()
    ), form.status
