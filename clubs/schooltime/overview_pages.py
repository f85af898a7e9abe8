"""The school's time on one page, and where each part of it is changed."""

from flask import render_template
from flask.typing import ResponseReturnValue

from clubs.schooltime.blueprint import bp
from clubs.web.access import admin


@bp.get("/school/time")
@admin
def overview() -> ResponseReturnValue:
    return render_template("schooltime/overview.html")
