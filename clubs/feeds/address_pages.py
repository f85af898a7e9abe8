"""Where a calendar's address is shown, given, renewed and taken away."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest

from clubs.config import Settings
from clubs.directory.loading import club_or_404
from clubs.feeds import services
from clubs.feeds.addresses import school_feed_key
from clubs.feeds.blueprint import bp
from clubs.feeds.forms import AddressForm
from clubs.feeds.services import Wish
from clubs.models.clubs import ClubState
from clubs.policy.ladder import NAMED_IN_FEEDS
from clubs.policy.permissions import require
from clubs.policy.permissions.feeds import may_see_calendar, may_share_calendar
from clubs.policy.permissions.school import may_manage_school
from clubs.web.access import admin, signed_in
from clubs.web.session import current_viewer


@bp.get("/c/<club_id>/calendar")
@signed_in
def club(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = club_or_404(viewer, club_id)
    require(may_see_calendar(viewer, found))
    return render_template(
        "feeds/club.html",
        club=found,
        address=_address(found.feed_key),
        named=found.step in NAMED_IN_FEEDS,
        paused=found.state is ClubState.PAUSED,
        may_change=may_share_calendar(viewer, found),
    )


@bp.post("/c/<club_id>/calendar")
@signed_in
def change_club(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = club_or_404(viewer, club_id)
    services.change_club_feed(viewer, found, _wish())
    return redirect(url_for("feeds.club", club_id=found.id), code=303)


@bp.get("/calendar")
@signed_in
def school() -> ResponseReturnValue:
    viewer = current_viewer()
    return render_template(
        "feeds/school.html",
        address=_address(school_feed_key(viewer)),
        may_change=may_manage_school(viewer),
    )


@bp.post("/calendar")
@admin
def change_school() -> ResponseReturnValue:
    services.change_school_feed(current_viewer(), _wish())
    return redirect(url_for("feeds.school"), code=303)


def _wish() -> Wish:
    """What was pressed, and a word about what comes of it."""
    form = AddressForm()
    if not form.validate_on_submit() or form.wish is None:
        raise BadRequest
    flash(
        {
            Wish.ON: _("The calendar has an address now."),
            Wish.RENEW: _("The calendar has a new address. The old one ends now."),
            Wish.OFF: _("The calendar is switched off. Its address ends now."),
        }[form.wish]
    )
    return form.wish


def _address(key: str | None) -> str:
    settings: Settings = current_app.config["SETTINGS"]
    if key is None:
        return ""
    return settings.site_url.rstrip("/") + url_for("feeds.calendar", feed_key=key)
