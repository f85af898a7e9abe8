"""My clubs: the viewer's own, as unremarkable as any other page."""

from datetime import time

from flask import current_app, render_template

from clubs.config import Settings
from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.words import STANDINGS, STATES
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/my-clubs")
@signed_in
def my_clubs() -> str:
    settings: Settings = current_app.config["SETTINGS"]
    return render_template(
        "membership/my_clubs.html",
        clubs=queries.my_clubs(current_viewer()),
        standings=STANDINGS,
        states=STATES,
        reminder_time=time(settings.reminder_hour),
    )
