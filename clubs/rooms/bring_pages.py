"""Bringing in the list of rooms a school has already."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.rooms import services
from clubs.rooms.blueprint import bp
from clubs.rooms.forms import ListForm
from clubs.rooms.words import ACCESS, KINDS, NEEDS_YES
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/rooms/bring", methods=["GET", "POST"])
@admin
def bring() -> ResponseReturnValue:
    form = ListForm()
    if form.validate_on_submit():
        services.bring_rooms(current_viewer(), form.found.rooms)
        flash(_("The rooms are here."))
        return redirect(url_for("rooms.rooms"), code=303)
    kinds = ", ".join(str(one) for one in KINDS.values())
    notes = ", ".join(str(one) for one in (*ACCESS.values(), NEEDS_YES))
    page = render_template(
        "rooms/bring.html",
        form=form,
        refused=form.found.refused,
        kinds=kinds,
        notes=notes,
    )
    return page, form.status
