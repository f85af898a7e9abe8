"""One meeting, and how many came to each of its sittings."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.meetings import services
from clubs.meetings.about import about
from clubs.meetings.blueprint import bp
from clubs.meetings.coming_shown import coming_shown
from clubs.meetings.counting import Counting, counting
from clubs.meetings.showing import shown_or_404
from clubs.meetings.shown import Shown
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/m/<meeting_id>")
@signed_in
def meeting(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    return _page(viewer, shown, counting(viewer, shown))


@bp.post("/m/<meeting_id>/head-count")
@signed_in
def head_count(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    require(may.may_count_heads(viewer, shown.club, shown.meeting))
    counts = counting(viewer, shown, sent_for=request.form.get("sitting", ""))
    if counts.sent is not None and counts.sent.form.validate_on_submit():
        number, sitting_id = counts.sent.form.number.data or 0, counts.sent.sitting.id
        services.count_heads(viewer, shown.club, shown.meeting, sitting_id, number)
        flash(_("The head count is kept."))
        return redirect(url_for("meetings.meeting", meeting_id=meeting_id), code=303)
    return _page(viewer, shown, counts)


def _page(viewer: Viewer, shown: Shown, counts: Counting) -> ResponseReturnValue:
    page = render_template(
        "meetings/meeting.html",
        meeting=shown.meeting,
        club=shown.club,
        shown=shown,
        about=about(viewer, shown),
        coming=coming_shown(viewer, shown.club, shown.meeting, comes=shown.comes),
        counts=counts,
    )
    return page, counts.status
