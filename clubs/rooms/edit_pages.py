"""What admins say of a room: adding one, changing one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.models.rooms import Room
from clubs.policy.permissions import require
from clubs.policy.permissions.rooms import may_manage_rooms
from clubs.policy.viewer import Viewer
from clubs.rooms import services
from clubs.rooms.blueprint import bp
from clubs.rooms.changing import NameTaken
from clubs.rooms.forms import RoomForm
from clubs.rooms.loading import room_or_404
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.route("/rooms/add", methods=["GET", "POST"])
@admin
def add() -> ResponseReturnValue:
    return _edit(current_viewer(), None)


@bp.route("/rooms/<room_id>/change", methods=["GET", "POST"])
@admin
def change(room_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    return _edit(viewer, room_or_404(viewer, room_id))


def _edit(viewer: Viewer, found: Room | None) -> ResponseReturnValue:
    require(may_manage_rooms(viewer))
    form = RoomForm(found)
    if form.validate_on_submit() and _kept(viewer, found, form):
        flash(_("The list of rooms is changed."))
        return redirect(url_for("rooms.rooms"), code=303)
    return render_template("rooms/edit.html", form=form, room=found), form.status


def _kept(viewer: Viewer, found: Room | None, form: RoomForm) -> bool:
    try:
        if found is None:
            services.add_room(viewer, form.as_facts())
        else:
            services.change_room(viewer, found, form.as_facts())
    except NameTaken:
        form.complain(form.name, _("Another room has this name already."))
        return False
    return True
