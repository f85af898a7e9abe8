"""Pages anybody may read: who to turn to now, and what could leak."""

from clubs.today.blueprint import bp
from clubs.web.access import anyone


@bp.get("/help-now")
@anyone
def help_now() -> str:
    return ""


@bp.get("/what-could-leak")
@anyone
def privacy() -> str:
    return ""
