"""Change a meeting: its agenda, whether it takes place, who is the adult."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.meetings import services
from clubs.meetings.adults import adults_for
from clubs.meetings.blueprint import bp
from clubs.meetings.forms import AdultForm, CancelForm, EditForm
from clubs.meetings.loading import meeting_or_404
from clubs.meetings.plan_pages import who_sees_when
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


def to_meeting(meeting_id: str) -> ResponseReturnValue:
    return redirect(url_for("meetings.meeting", meeting_id=meeting_id), code=303)


@bp.route("/m/<meeting_id>/edit", methods=["GET", "POST"])
@signed_in
def edit(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    require(may.may_edit_meeting(viewer, club, meeting))
    form = EditForm(obj=meeting)
    if form.validate_on_submit():
        services.edit(viewer, club, meeting, agenda=form.agenda.data or "")
        flash(_("The change is kept."))
        return to_meeting(meeting.id)
    page = render_template(
        "meetings/edit.html", meeting=meeting, form=form, who_sees=who_sees_when(club)
    )
    return page, form.status


@bp.route("/m/<meeting_id>/cancel", methods=["GET", "POST"])
@signed_in
def cancel(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    require(may.may_cancel_meeting(viewer, club, meeting))
    form = CancelForm()
    if form.validate_on_submit():
        call_off = services.cancel_from if form.later.data else services.cancel
        call_off(viewer, club, meeting, reason=form.reason.data or "")
        flash(_("The meeting is cancelled. Members see it under Today."))
        return to_meeting(meeting.id)
    return render_template("meetings/cancel.html", meeting=meeting, form=form), form.status


@bp.post("/m/<meeting_id>/restore")
@signed_in
def restore(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    if services.restore(viewer, club, meeting):
        flash(_("The meeting takes place after all. Members see it under Today."))
    else:
        flash(_("The meeting takes place after all, but its room is not available."))
    return to_meeting(meeting.id)


@bp.route("/m/<meeting_id>/adult", methods=["GET", "POST"])
@signed_in
def adult(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    require(may.may_name_adult(viewer, club, meeting))
    adults = adults_for(viewer, club, meeting.adult_id)
    form = AdultForm(adults, adult=meeting.adult_id or "")
    if form.validate_on_submit():
        person_id, later = form.adult.data or None, bool(form.later.data)
        if later or person_id != meeting.adult_id:
            services.name_adult(viewer, club, meeting, person_id, later=later)
        flash(_("The change is kept."))
        return to_meeting(meeting.id)
    return render_template("meetings/adult.html", meeting=meeting, form=form), form.status
