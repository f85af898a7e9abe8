"""Taking a room back for a while, and giving it back."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.policy.permissions import require
from clubs.policy.permissions.rooms import may_block_rooms
from clubs.rooms import blocking
from clubs.rooms.blueprint import bp
from clubs.rooms.forms import BlockForm
from clubs.rooms.loading import block_or_404, room_or_404
from clubs.web.access import staff
from clubs.web.session import current_viewer


@bp.route("/rooms/<room_id>/block", methods=["GET", "POST"])
@staff
def block(room_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    room = room_or_404(viewer, room_id)
    require(may_block_rooms(viewer))
    form = BlockForm(viewer)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        blocking.block(viewer, room, form.as_span(), reason, form.club_ids)
        flash(_("The room is kept for the school."))
        return redirect(url_for("rooms.room", room_id=room.id), code=303)
    return render_template("rooms/block.html", form=form, room=room), form.status


@bp.post("/rooms/blocks/<block_id>/end")
@staff
def end_block(block_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    room, ended = block_or_404(viewer, block_id)
    blocking.end_block(viewer, room, ended)
    flash(_("Clubs can have the room again."))
    return redirect(url_for("rooms.room", room_id=room.id), code=303)
