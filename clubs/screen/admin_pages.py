"""The displays of a school, for its admins."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.config import Settings
from clubs.screen import queries, services
from clubs.screen.blueprint import bp
from clubs.screen.forms import ScreenForm
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/screens", methods=["GET", "POST"])
@admin
def screens() -> ResponseReturnValue:
    """A new display's address is on the answer to adding it, and nowhere later."""
    viewer, form, address = current_viewer(), ScreenForm(), ""
    if form.validate_on_submit():
        address = _address(services.add(viewer, form.name.data or ""))
        form = ScreenForm(formdata=None)
    known = queries.screens_of(viewer)
    page = render_template("screen/screens.html", form=form, screens=known, address=address)
    return page, form.status


def _address(secret: str) -> str:
    settings: Settings = current_app.config["SETTINGS"]
    return settings.site_url.rstrip("/") + url_for("screen.screen", secret=secret)


@bp.post("/school/screens/<screen_id>/remove")
@admin
def remove(screen_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.remove(viewer, queries.screen_or_404(viewer, screen_id))
    flash(_("The display shows nothing any more."))
    return redirect(url_for("screen.screens"), code=303)
