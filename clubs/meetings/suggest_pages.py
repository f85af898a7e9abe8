"""When could we meet? The slots that suit most members, and where rooms are free."""

from flask import render_template
from flask.typing import ResponseReturnValue

from clubs.directory.loading import club_or_404
from clubs.meetings.blueprint import bp
from clubs.meetings.suggesting import WEEKS, suggestions
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_plan_meetings
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/c/<club_id>/meetings/suggest")
@signed_in
def suggest(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_plan_meetings(viewer, club))
    found = suggestions(viewer, club)
    return render_template(
        "meetings/suggest.html",
        club=club,
        suggestions=found,
        said=any(one.share for one in found),
        weeks=WEEKS,
    )
