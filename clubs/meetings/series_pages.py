"""Change a series from one of its meetings on, or end it there."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.booking import NotAvailable, free_rooms
from clubs.meetings import services
from clubs.meetings.blueprint import bp
from clubs.meetings.forms import ChangeForm, EndForm
from clubs.meetings.offer import offer_for
from clubs.meetings.showing import shown_or_404, sittings_from
from clubs.meetings.shown import Shown
from clubs.models.meetings import MeetingSeries, Rule
from clubs.planning.recurrence import Recurs
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/m/<meeting_id>/later", methods=["GET", "POST"])
@signed_in
def later(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    require(may.may_move_meeting(viewer, shown.club, shown.meeting))
    series = shown.series_or_404()
    form = ChangeForm(
        offer_for(viewer, series=True), shown.meeting, **_as_it_is(shown, series)
    )
    if form.validate_on_submit() and _changed(viewer, shown, form):
        flash(_("This meeting and all later ones are changed. Members see it under Today."))
        return redirect(url_for("meetings.of_club", club_id=shown.club.id), code=303)
    page = render_template("meetings/later.html", meeting=shown.meeting, form=form)
    return page, form.status


def _changed(viewer: Viewer, shown: Shown, form: ChangeForm) -> bool:
    term_id = form.term.id if form.term else None
    try:
        services.change_from(
            viewer,
            shown.club,
            shown.meeting,
            form.recurs(),
            form.last_day,
            term_id,
            form.as_occasion(),
        )
    except NotAvailable as clash:
        own = sittings_from(shown)
        free = free_rooms(
            viewer.school_id, form.wanted(), club_id=shown.club.id, besides=own
        )
        form.refuse_room(clash.days, free)
        return False
    return True


def _as_it_is(shown: Shown, series: MeetingSeries) -> dict[str, Any]:
    """What the form begins with: the series' own rule, this meeting's time and place."""
    chosen = series.chosen.split(",") if series.chosen else []
    first = shown.meeting.planned_for
    rule = Recurs(series.rule, series.weekday, series.chosen)
    dates = sorted(rule.dates) if series.rule is Rule.DATES else []
    return {
        **shown.occasion(),
        "how": series.rule.value,
        "day_of_week": str(first.weekday() if series.weekday is None else series.weekday),
        "weeks": chosen if series.rule is Rule.MONTHLY else [],
        "cycle_days": chosen if series.rule is Rule.CYCLE else [],
        "dates": [one for one in dates if one >= first],
        "last": series.term_id or "day",
        "until": series.last_on,
    }


@bp.route("/m/<meeting_id>/end", methods=["GET", "POST"])
@signed_in
def end(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    require(may.may_cancel_meeting(viewer, shown.club, shown.meeting))
    shown.series_or_404()
    form = EndForm()
    if form.validate_on_submit():
        services.end_series(viewer, shown.club, shown.meeting)
        flash(_("The series has ended."))
        return redirect(url_for("meetings.of_club", club_id=shown.club.id), code=303)
    page = render_template("meetings/end.html", meeting=shown.meeting, form=form)
    return page, form.status
