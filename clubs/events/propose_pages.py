"""Propose an event, and change it when sponsor or school ask for that."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.events import queries, services
from clubs.events.blueprint import bp
from clubs.events.forms import EventForm
from clubs.events.loading import event_or_404
from clubs.policy.permissions import NotAllowed, require
from clubs.policy.permissions.deciding import may_answer_changes
from clubs.policy.permissions.running import may_run
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/events/propose", methods=["GET", "POST"])
@signed_in
def propose(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_run(viewer, club))
    form = EventForm(viewer.zone)
    if form.validate_on_submit():
        event = services.propose(viewer, club, form.as_plan())
        flash(_("Your proposal is on its way."))
        return redirect(url_for("events.event", event_id=event.id), code=303)
    return render_template("events/propose.html", club=club, form=form), form.status


@bp.route("/e/<event_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(event_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    event = event_or_404(viewer, event_id)
    proposal = queries.open_proposal(viewer, event)
    if proposal is None:
        raise NotAllowed(_("This event can no longer be changed."))
    require(may_answer_changes(viewer, proposal))
    form = EventForm(viewer.zone, obj=event)
    if form.validate_on_submit():
        services.change(viewer, event, proposal, form.as_plan())
        flash(_("The change is kept. Now send your answer."))
        return redirect(url_for("proposals.proposal", proposal_id=proposal.id), code=303)
    return render_template("events/edit.html", event=event, form=form), form.status
