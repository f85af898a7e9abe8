"""The week and the cycle of days."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.forms import WeekForm
from clubs.schooltime.services import week as services
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/time/week", methods=["GET", "POST"])
@admin
def week() -> ResponseReturnValue:
    viewer = current_viewer()
    form = WeekForm(queries.own_school(viewer))
    if form.validate_on_submit():
        services.change_week(viewer, form.as_week())
        flash(_("The week is kept. Meetings follow, and people are told."))
        return redirect(url_for("schooltime.overview"), code=303)
    return render_template("schooltime/week.html", form=form), form.status
