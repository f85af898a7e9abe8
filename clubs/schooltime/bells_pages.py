"""Bells: the kinds of day, and when the slots of each are."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from clubs.models.timetable import Slot
from clubs.policy.viewer import Viewer
from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.forms import weekdays_form
from clubs.schooltime.services import kinds
from clubs.schooltime.services import slots as services
from clubs.schooltime.services.following import NameTaken
from clubs.schooltime.slot_form import SlotForm, slot_form
from clubs.schooltime.table import table_of
from clubs.schooltime.words import SLOTS, weekday_said
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/bells")
@admin
def bells() -> ResponseReturnValue:
    viewer = current_viewer()
    found = queries.kinds_of_day(viewer)
    own = queries.weekday_kinds(viewer)
    return render_template(
        "schooltime/bells.html",
        kinds=found,
        table=table_of(found, queries.slots(viewer), queries.times(viewer)),
        weekdays={
            kind.id: [
                weekday_said(day) for day, one in sorted(own.items()) if one == kind.id
            ]
            for kind in found
        },
        words=SLOTS,
    )


@bp.route("/school/bells/slots/add", methods=["GET", "POST"])
@admin
def add_slot() -> ResponseReturnValue:
    viewer = current_viewer()
    form = slot_form(queries.kinds_of_day(viewer))
    if form.validate_on_submit() and _kept(viewer, form, None):
        return done(_("It is added."))
    return render_template("schooltime/slot.html", form=form, slot=None), form.status


@bp.route("/school/bells/slots/<slot_id>", methods=["GET", "POST"])
@admin
def slot(slot_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = queries.one_or_404(viewer, Slot, slot_id)
    at = [one for one in queries.times(viewer) if one.slot_id == found.id]
    form = slot_form(queries.kinds_of_day(viewer), found, at)
    if form.validate_on_submit() and _kept(viewer, form, found):
        return done(_("It is changed. Meetings at this time follow, and people are told."))
    return render_template("schooltime/slot.html", form=form, slot=slot_id), form.status


@bp.post("/school/bells/slots/<slot_id>/remove")
@admin
def remove_slot(slot_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.remove_slot(viewer, queries.one_or_404(viewer, Slot, slot_id))
    return done(_("It is removed."))


@bp.route("/school/bells/weekdays", methods=["GET", "POST"])
@admin
def weekdays() -> ResponseReturnValue:
    viewer = current_viewer()
    form = weekdays_form(queries.kinds_of_day(viewer), queries.weekday_kinds(viewer))
    if form.validate_on_submit():
        kinds.set_weekdays(viewer, form.chosen)
        return done(_("The weekdays are kept. Meetings follow, and people are told."))
    return render_template("schooltime/weekdays.html", form=form), form.status


def _kept(viewer: Viewer, form: SlotForm, found: Slot | None) -> bool:
    try:
        if found is None:
            services.add_slot(viewer, form.as_slot())
        else:
            services.change_slot(viewer, found, form.as_slot())
    except NameTaken:
        form.complain(form.name, _("Another one has this name already."))
        return False
    return True


def done(words: str) -> Response:
    flash(words)
    return redirect(url_for("schooltime.bells"), code=303)
