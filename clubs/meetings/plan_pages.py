"""Plan one meeting, or one every week."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from clubs.directory.loading import club_or_404
from clubs.meetings import queries, services
from clubs.meetings.blueprint import bp
from clubs.meetings.forms import PlanForm
from clubs.models.clubs import Club
from clubs.policy.ladder import Eye, sight
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_plan_meetings
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/meetings/plan", methods=["GET", "POST"])
@signed_in
def plan(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_plan_meetings(viewer, club))
    form = PlanForm(viewer.zone, queries.lunches(viewer))
    if form.validate_on_submit():
        count = _planned(viewer, club, form)
        flash(ngettext("The meeting is planned.", "%(num)d meetings are planned.", count))
        return redirect(url_for("meetings.of_club", club_id=club.id), code=303)
    if not form.is_submitted():
        form.lunch.data = viewer.wave_id if viewer.wave_id in form.lunches else ""
    page = render_template(
        "meetings/plan.html", club=club, form=form, who_sees=who_sees_when(club)
    )
    return page, form.status


def _planned(viewer: Viewer, club: Club, form: PlanForm) -> int:
    """Plan what the form says; how many meetings that makes."""
    occasion, agenda = form.as_occasion(), form.agenda.data or ""
    if form.weekday is None:
        services.plan(viewer, club, form.days, occasion, agenda=agenda)
        return 1
    made = services.plan_series(
        viewer, club, form.days, occasion, agenda=agenda, weekday=form.weekday
    )
    return len(made)


def who_sees_when(club: Club) -> str:
    """One sentence on who sees when and where, from the ladder itself."""
    if sight(club.step, Eye.CLASSMATE).when:
        return str(
            _(
                "Everybody at the school and caregivers see when and where. Only "
                "members and sponsors see the agenda."
            )
        )
    return str(_("Only members and sponsors of this club see when, where and the agenda."))
