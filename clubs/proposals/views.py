"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("proposals", __name__)


@bp.get("/proposals")
@anyone
def waiting() -> str:
    return ""
