"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("school", __name__)


@bp.get("/school")
@anyone
def desk() -> str:
    return ""


@bp.get("/district")
@anyone
def district() -> str:
    return ""
