"""A school's lunches: add one, change one, remove one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from clubs.models.people import LunchWave
from clubs.policy.viewer import Viewer
from clubs.school import queries, services
from clubs.school.blueprint import bp
from clubs.school.forms import LunchForm
from clubs.school.services import NameTaken
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/lunches/add", methods=["GET", "POST"])
@admin
def add_lunch() -> ResponseReturnValue:
    form = LunchForm()
    if form.validate_on_submit() and _kept(current_viewer(), form, None):
        return _done(_("The lunch is added."))
    return render_template("school/lunch.html", form=form, wave=None), form.status


@bp.route("/school/lunches/<wave_id>", methods=["GET", "POST"])
@admin
def lunch(wave_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    wave = queries.lunch_or_404(viewer, wave_id)
    form = LunchForm(obj=wave)
    if form.validate_on_submit() and _kept(viewer, form, wave):
        return _done(_("The lunch is changed."))
    return render_template("school/lunch.html", form=form, wave=wave.id), form.status


@bp.post("/school/lunches/<wave_id>/remove")
@admin
def remove_lunch(wave_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.remove_lunch(viewer, queries.lunch_or_404(viewer, wave_id))
    return _done(_("The lunch is removed."))


def _kept(viewer: Viewer, form: LunchForm, wave: LunchWave | None) -> bool:
    try:
        if wave is None:
            services.add_lunch(viewer, form.as_lunch())
        else:
            services.change_lunch(viewer, wave, form.as_lunch())
    except NameTaken:
        form.complain(form.name, _("Another lunch has this name already."))
        return False
    return True


def _done(words: str) -> Response:
    flash(words)
    return redirect(url_for("school.settings"), code=303)
