"""Pages of this feature."""

from flask import Blueprint

from clubs.web.access import anyone

bp = Blueprint("accounts", __name__)


@bp.get("/sign-in")
@anyone
def sign_in() -> str:
    return ""


@bp.get("/account")
@anyone
def account() -> str:
    return ""


@bp.post("/sign-out")
@anyone
def sign_out() -> str:
    return ""
