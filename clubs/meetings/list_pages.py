"""A club's meetings."""

from flask import render_template
from flask.typing import ResponseReturnValue

from clubs.directory.loading import club_or_404
from clubs.meetings.blueprint import bp
from clubs.meetings.lines import meetings_of
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_plan_meetings
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
        meetings=meetings_of(viewer, club),
        may_plan=may_plan_meetings(viewer, club),
        runs=viewer.sight_of(club).runs,
    )
