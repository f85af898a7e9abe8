"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("directory", __name__)


@bp.get("/clubs")
@anyone
def clubs() -> str:
    return ""


@bp.get("/c/<club_id>")
@anyone
def club(club_id: str) -> str:
    return ""
