"""A school's settings."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.school import queries, services
from clubs.school.blueprint import bp
from clubs.school.forms import SettingsForm
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/settings", methods=["GET", "POST"])
@admin
def settings() -> ResponseReturnValue:
    viewer = current_viewer()
    form = SettingsForm(obj=queries.own_school(viewer))
    if form.validate_on_submit():
        services.change_settings(viewer, form.as_settings())
        flash(_("The settings are kept."))
        return redirect(url_for("school.settings"), code=303)
    return render_template("school/settings.html", form=form), form.status
