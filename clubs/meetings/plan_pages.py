"""Plan one meeting, or a series."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from clubs.booking import NotAvailable, free_rooms
from clubs.directory.loading import club_or_404
from clubs.meetings import services
from clubs.meetings.blueprint import bp
from clubs.meetings.forms import PlanForm
from clubs.meetings.offer import offer_for
from clubs.models.clubs import Club
from clubs.policy.ladder import Eye, sight
from clubs.policy.permissions import TooLate, require
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
    offer = offer_for(viewer, series=True)
    if not request.form:
        # The planner's links fill in what they suggest.
        form = PlanForm(offer, formdata=request.args or None)
    else:
        form = PlanForm(offer)
        if form.validate_on_submit() and (count := _planned(viewer, club, form)):
            words = ngettext(
                "The meeting is planned.", "%(num)d meetings are planned.", count
            )
            flash(words)
            return redirect(url_for("meetings.of_club", club_id=club.id), code=303)
    page = render_template(
        "meetings/plan.html", club=club, form=form, who_sees=who_sees_when(club)
    )
    return page, form.status


def _planned(viewer: Viewer, club: Club, form: PlanForm) -> int:
    """Plan what the form says; how many meetings that makes. 0: it has mistakes."""
    try:
        return _plan(viewer, club, form)
    except NotAvailable as clash:
        free = free_rooms(viewer.school_id, form.wanted(), club_id=club.id)
        form.refuse_room(clash.days, free)
    except TooLate as twice:
        # The club meets then already, perhaps because the button was pressed twice.
        form.complain(form.first_asked, twice.reason)
    return 0


def _plan(viewer: Viewer, club: Club, form: PlanForm) -> int:
    occasion, agenda = form.as_occasion(), form.agenda.data or ""
    first, last = form.first_day, form.last_day
    assert first is not None
    if form.rule is None:
        services.plan(viewer, club, first, occasion, agenda=agenda)
        return 1
    term_id = form.term.id if form.term else None
    made = services.plan_series(
        viewer, club, form.recurs(), first, last, term_id, occasion, agenda=agenda
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
