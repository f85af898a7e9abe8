"""The door: checks each view's mark before anything else of it runs."""

from flask import Flask, abort, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue

from clubs.policy.viewer import Viewer
from clubs.web.access import Door, anyone, door_of
from clubs.web.session import viewer_or_none


def init_app(app: Flask) -> None:
    app.before_request(_check)
    # The one view that is not ours.
    anyone(app.view_functions["static"])


def _check() -> ResponseReturnValue | None:
    if request.endpoint is None:
        return None  # no such address: answered like anything else that is not there
    door = door_of(current_app.view_functions[request.endpoint])
    if door is Door.ANYONE:
        return None
    viewer = viewer_or_none()
    if door is None:
        abort(403)
    if viewer is None:
        return redirect(url_for("accounts.sign_in"), code=303)
    if not _lets_in(door, viewer):
        abort(404)  # what is behind it is nobody else's business, not even that it is there
    return None


def _lets_in(door: Door, viewer: Viewer) -> bool:
    return {
        Door.SIGNED_IN: True,
        Door.STAFF: viewer.staff,
        Door.ADMIN: viewer.admin,
        Door.DISTRICT_ADMIN: viewer.district_admin,
    }.get(door, False)
