"""Pages anybody may read: who to turn to now, and what could leak."""

from flask import current_app, render_template

from clubs.today.blueprint import bp
from clubs.today.help import trusted_adult
from clubs.web.access import anyone
from clubs.web.session import viewer_or_none


@bp.get("/help-now")
@anyone
def help_now() -> str:
    viewer = viewer_or_none()
    adult = trusted_adult(viewer) if viewer else ""
    return render_template("today/help_now.html", adult=adult)


@bp.get("/what-could-leak")
@anyone
def privacy() -> str:
    minutes = current_app.config["SETTINGS"].idle_minutes
    return render_template("today/privacy.html", minutes=minutes)
