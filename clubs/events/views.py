"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("events", __name__)


@bp.get("/events")
@anyone
def calendar() -> str:
    return ""
