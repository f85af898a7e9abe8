"""The list of rooms, and one room."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue

from clubs import booking
from clubs.policy.permissions.rooms import may_manage_rooms
from clubs.rooms.blueprint import bp
from clubs.rooms.loading import room_or_404
from clubs.rooms.words import KINDS, access_said, days_said
from clubs.web.access import staff
from clubs.web.session import current_viewer


@bp.get("/rooms")
@staff
def rooms() -> ResponseReturnValue:
    viewer = current_viewer()
    may_manage = may_manage_rooms(viewer)
    found = booking.rooms_of(viewer.school_id)
    return render_template(
        "rooms/rooms.html",
        rooms=[
            (one, KINDS[one.kind], access_said(one), days_said(one.weekdays))
            for one in found
            if one.in_use or may_manage
        ],
        may_manage=may_manage,
        waiting=booking.requests_waiting(viewer) if may_manage else 0,
        room_url=url_for("rooms.rooms"),
    )


@bp.get("/rooms/<room_id>")
@staff
def room(room_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = room_or_404(viewer, room_id)
    return render_template(
        "rooms/room.html",
        room=found,
        kind=KINDS[found.kind],
        access=access_said(found),
        days=days_said(found.weekdays),
        blocks=booking.blocks_of(viewer, [found.id]),
        may_manage=may_manage_rooms(viewer),
    )
