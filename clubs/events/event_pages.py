"""One event: what it is, whether one comes, and cancelling it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs import clock
from clubs.events import coming, queries, services
from clubs.events.blueprint import bp
from clubs.events.forms import AUDIENCES, CancelForm
from clubs.events.loading import event_and_organiser_or_404, event_or_404
from clubs.models.events import Event, EventState
from clubs.models.review import Stage
from clubs.policy.permissions import events as may
from clubs.policy.permissions import require
from clubs.web.access import signed_in
from clubs.web.session import current_viewer

LEAD_DAYS = 14


def _to_event(event_id: str) -> ResponseReturnValue:
    return redirect(url_for("events.event", event_id=event_id), code=303)


@bp.get("/e/<event_id>")
@signed_in
def event(event_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found, organiser = event_and_organiser_or_404(viewer, event_id)
    runs = may.may_see_how_many(viewer, found)
    waits = runs and found.state is EventState.PROPOSED
    proposal = queries.open_proposal(viewer, found) if waits else None
    return render_template(
        "events/event.html",
        event=found,
        audience=AUDIENCES[found.audience],
        organiser=organiser,
        runs=runs,
        proposal=proposal,
        may_edit=proposal is not None and proposal.stage is Stage.CHANGES_ASKED,
        short_notice=waits and is_soon(found),
        comes=not waits and coming.comes(viewer, found),
        may_come=may.may_come(viewer, found),
        how_many=coming.how_many(found) if runs and not waits else None,
        may_cancel=may.may_cancel_event(viewer, found),
        other_zone=found.zone != viewer.zone,
    )


def is_soon(event: Event) -> bool:
    """Whether a decision may come late for it."""
    return event.on_date < clock.today(event.zone) + clock.days(LEAD_DAYS)


@bp.post("/e/<event_id>/come")
@signed_in
def come(event_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = event_or_404(viewer, event_id)
    services.come(viewer, found)
    flash(_("Good to know. Nobody is told that it is you."))
    return _to_event(found.id)


@bp.post("/e/<event_id>/stay-away")
@signed_in
def stay_away(event_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = event_or_404(viewer, event_id)
    services.stay_away(viewer, found)
    flash(_("All right. Nothing of it is kept."))
    return _to_event(found.id)


@bp.route("/e/<event_id>/cancel", methods=["GET", "POST"])
@signed_in
def cancel(event_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = event_or_404(viewer, event_id)
    require(may.may_cancel_event(viewer, found))
    form = CancelForm()
    if form.validate_on_submit():
        services.cancel(viewer, found, because=form.because.data or "")
        flash(_("The event is cancelled. The calendar and Today say so."))
        return _to_event(found.id)
    return render_template("events/cancel.html", event=found, form=form), form.status
