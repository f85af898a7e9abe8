"""A kind of day: add it, rename it, make it the regular one, remove it."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.timetable import DayType
from clubs.policy.viewer import Viewer
from clubs.schooltime import queries
from clubs.schooltime.bells_pages import done
from clubs.schooltime.blueprint import bp
from clubs.schooltime.forms import KindForm
from clubs.schooltime.services import kinds as services
from clubs.schooltime.services.following import NameTaken
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/school/bells/kinds/add", methods=["GET", "POST"])
@admin
def add_kind() -> ResponseReturnValue:
    form = KindForm()
    if form.validate_on_submit() and _kept(current_viewer(), form, None):
        return done(_("The kind of day is added."))
    return render_template("schooltime/kind.html", form=form, kind=None), form.status


@bp.route("/school/bells/kinds/<day_type_id>", methods=["GET", "POST"])
@admin
def kind(day_type_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = queries.one_or_404(viewer, DayType, day_type_id)
    form = KindForm(obj=found)
    if form.validate_on_submit() and _kept(viewer, form, found):
        return done(_("The kind of day is renamed."))
    return render_template("schooltime/kind.html", form=form, kind=found), form.status


@bp.post("/school/bells/kinds/<day_type_id>/regular")
@admin
def make_regular(day_type_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.make_regular(viewer, queries.one_or_404(viewer, DayType, day_type_id))
    return done(_("This is the regular kind of day now. Meetings follow."))


@bp.post("/school/bells/kinds/<day_type_id>/remove")
@admin
def remove_kind(day_type_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.remove_kind(viewer, queries.one_or_404(viewer, DayType, day_type_id))
    return done(_("The kind of day is removed. Meetings on its days follow."))


def _kept(viewer: Viewer, form: KindForm, found: DayType | None) -> bool:
    try:
        if found is None:
            services.add_kind(viewer, form.name.data or "")
        else:
            services.rename_kind(viewer, found, form.name.data or "")
    except NameTaken:
        form.complain(form.name, _("Another kind of day has this name already."))
        return False
    return True
