"""Changing the privacy step: who sees what now and then, before anybody decides."""

from flask import current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs import clock
from clubs.config import Settings
from clubs.directory.loading import club_or_404
from clubs.membership import comparing
from clubs.membership.blueprint import bp
from clubs.membership.forms import Answer, StepForm
from clubs.membership.services import steps as services
from clubs.policy.permissions import require
from clubs.policy.permissions.running import (
    may_call_off_loosening,
    may_complete_loosening,
    may_see_step,
)
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/c/<club_id>/step")
@signed_in
def step(club_id: str) -> ResponseReturnValue:
    """`to` in the address shows what another step would change; it changes nothing."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_see_step(viewer, club))
    mine = viewer.belonging_to(club.id)
    return render_template(
        "membership/step.html",
        club=club,
        now=comparing.shown(services.rung_of(club)),
        choices=comparing.choices(viewer, club),
        change=comparing.change(viewer, club, request.args.get("to", "")),
        coming=comparing.coming(club),
        belongs=mine is not None,
        stays=mine is not None and mine.stays,
        may_complete=may_complete_loosening(viewer, club, clock.today(viewer.zone)),
        may_call_off=may_call_off_loosening(viewer, club),
        days=_settings().loosening_days,
    )


@bp.post("/c/<club_id>/step")
@signed_in
def change_step(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    form = StepForm()
    if form.validate_on_submit():
        days, today = clock.days(_settings().loosening_days), clock.today(viewer.zone)
        at_once = services.bring_to(viewer, club, form.rung, days, today)
        flash(_("Done, from now on.") if at_once else _("Everybody is asked now."))
    return redirect(url_for("membership.step", club_id=club.id), code=303)


@bp.post("/c/<club_id>/step/stay")
@signed_in
def stay(club_id: str) -> ResponseReturnValue:
    """One's own yes or no to more people seeing the club."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    services.say_whether_staying(viewer, club, stays=Answer().says_yes)
    flash(_("Your answer is kept. You can change it until the day."))
    return redirect(url_for("membership.step", club_id=club.id), code=303)


@bp.post("/c/<club_id>/step/complete")
@signed_in
def complete_step(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    services.complete_loosening(viewer, club, clock.today(viewer.zone))
    flash(_("Done, from now on."))
    return redirect(url_for("membership.step", club_id=club.id), code=303)


@bp.post("/c/<club_id>/step/call-off")
@signed_in
def call_off_step(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    services.call_off_loosening(viewer, club)
    flash(_("Everything stays as it is."))
    return redirect(url_for("membership.step", club_id=club.id), code=303)


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings
