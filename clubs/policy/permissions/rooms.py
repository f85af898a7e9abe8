"""Rooms: staff see and block them, admins keep the list and answer requests."""

from flask_babel import gettext as _

from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer


def may_manage_rooms(viewer: Viewer) -> Decision:
    """The list: what rooms there are, on which days, and which need a yes."""
    return yes if viewer.admin else no(_("Only the school’s admins may do that."))


def may_block_rooms(viewer: Viewer) -> Decision:
    """Whoever teaches here; they never learn whether anybody had the room."""
    return yes if viewer.staff else no(_("Only staff may do that."))


def may_answer_room_requests(viewer: Viewer) -> Decision:
    return yes if viewer.admin else no(_("Only the school’s admins may do that."))
