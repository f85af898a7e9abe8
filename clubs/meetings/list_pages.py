"""A club's meetings, one meeting, and how many came to it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.meetings import queries, services
from clubs.meetings.blueprint import bp
from clubs.meetings.forms import HeadCountForm
from clubs.meetings.loading import meeting_or_404
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_plan_meetings
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/c/<club_id>/meetings")
@signed_in
def of_club(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may.may_see_meetings(viewer, club))
    return render_template(
        "meetings/of_club.html",
        club=club,
        meetings=queries.meetings_of(viewer, club),
        may_plan=may_plan_meetings(viewer, club),
        runs=viewer.sight_of(club).runs,
    )


@bp.get("/m/<meeting_id>")
@signed_in
def meeting(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found, club = meeting_or_404(viewer, meeting_id)
    return _shown(viewer, found, club, HeadCountForm(number=queries.head_count_of(found)))


@bp.post("/m/<meeting_id>/head-count")
@signed_in
def head_count(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found, club = meeting_or_404(viewer, meeting_id)
    require(may.may_count_heads(viewer, club, found))
    form = HeadCountForm()
    if form.validate_on_submit():
        services.count_heads(viewer, club, found, form.number.data or 0)
        flash(_("The head count is kept."))
        return redirect(url_for("meetings.meeting", meeting_id=found.id), code=303)
    return _shown(viewer, found, club, form)


def _shown(
    viewer: Viewer, meeting: Meeting, club: Club, form: HeadCountForm
) -> ResponseReturnValue:
    page = render_template(
        "meetings/meeting.html",
        meeting=meeting,
        club=club,
        lunch=queries.lunch_of(viewer, meeting),
        # The ladder shows outsiders when and where, not what is talked about.
        agenda=meeting.agenda if club.id in viewer.inside else "",
        other_zone=meeting.zone != viewer.zone,
        runs=viewer.sight_of(club).runs,
        may_edit=may.may_edit_meeting(viewer, club, meeting),
        may_move=may.may_move_meeting(viewer, club, meeting),
        may_cancel=may.may_cancel_meeting(viewer, club, meeting),
        may_restore=may.may_restore_meeting(viewer, club, meeting),
        may_count=may.may_count_heads(viewer, club, meeting),
        form=form,
    )
    return page, form.status
