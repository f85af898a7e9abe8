"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("today", __name__)


@bp.get("/")
@anyone
def today() -> str:
    return ""


@bp.get("/help-now")
@anyone
def help_now() -> str:
    return ""


@bp.get("/what-could-leak")
@anyone
def privacy() -> str:
    return ""
