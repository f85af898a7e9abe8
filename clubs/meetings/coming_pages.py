"""Say that one comes, take on a job, say which jobs there are."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.meetings import coming, jobs, naming_jobs
from clubs.meetings.blueprint import bp
from clubs.meetings.jobs_form import JobsForm, suggested
from clubs.meetings.loading import meeting_or_404
from clubs.policy.permissions import gathering as may
from clubs.policy.permissions import require
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


def _to_meeting(meeting_id: str) -> ResponseReturnValue:
    return redirect(url_for("meetings.meeting", meeting_id=meeting_id), code=303)


@bp.post("/m/<meeting_id>/coming")
@signed_in
def come(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    coming.come(viewer, club, meeting)
    flash(_("Good to know. Nobody is told that it is you."))
    return _to_meeting(meeting.id)


@bp.post("/m/<meeting_id>/not-coming")
@signed_in
def stay_away(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, _club = meeting_or_404(viewer, meeting_id)
    coming.stay_away(viewer, meeting)
    flash(_("All right. Nothing of it is kept."))
    return _to_meeting(meeting.id)


@bp.post("/m/<meeting_id>/job")
@signed_in
def take_job(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    jobs.take(viewer, club, meeting, request.form.get("job", ""))
    flash(_("It is yours. You can give it back at any time."))
    return _to_meeting(meeting.id)


@bp.post("/m/<meeting_id>/no-job")
@signed_in
def give_back_job(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, _club = meeting_or_404(viewer, meeting_id)
    jobs.give_back(viewer, meeting)
    flash(_("All right. Somebody else can do it now."))
    return _to_meeting(meeting.id)


@bp.route("/m/<meeting_id>/jobs", methods=["GET", "POST"])
@signed_in
def name_jobs(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    meeting, club = meeting_or_404(viewer, meeting_id)
    require(may.may_name_jobs(viewer, club, meeting))
    form = JobsForm()
    if form.validate_on_submit():
        later = form.later.data and meeting.series_id is not None
        naming_jobs.name_jobs(viewer, club, meeting, form.names, later=later)
        flash(_("The jobs are kept. Members can take them on."))
        return _to_meeting(meeting.id)
    if not form.is_submitted():
        form.jobs.data = "\n".join(naming_jobs.names_of(meeting)) or suggested()
    return render_template("meetings/jobs.html", meeting=meeting, form=form), form.status
