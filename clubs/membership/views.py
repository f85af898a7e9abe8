"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("membership", __name__)


@bp.get("/my-clubs")
@anyone
def my_clubs() -> str:
    return ""
