"""A district's schools: that they are there, and whether they decide in time."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.config import Settings
from clubs.school import services
from clubs.school.blueprint import bp
from clubs.school.district_queries import schools_of
from clubs.school.forms import SchoolForm
from clubs.school.services import NameTaken
from clubs.web.access import district_admin
from clubs.web.session import current_viewer


@bp.get("/district")
@district_admin
def district() -> ResponseReturnValue:
    return render_template("school/district.html", schools=schools_of(current_viewer()))


@bp.route("/district/add", methods=["GET", "POST"])
@district_admin
def add_school() -> ResponseReturnValue:
    form = SchoolForm()
    if form.validate_on_submit() and _added(form):
        flash(_("The school is added."))
        return redirect(url_for("school.district"), code=303)
    return render_template("school/add_school.html", form=form), form.status


def _added(form: SchoolForm) -> bool:
    settings: Settings = current_app.config["SETTINGS"]
    name, zone = form.name.data or "", form.zone.data or ""
    try:
        services.add_school(current_viewer(), name, zone, settings.decision_days)
    except NameTaken:
        form.complain(form.name, _("Another school has this name already."))
        return False
    return True
