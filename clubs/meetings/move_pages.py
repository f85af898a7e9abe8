"""Move a meeting to another day, time or place, or only to another room."""

from flask import flash, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.booking import NotAvailable, RoomLine, Stretch, free_rooms, rooms_of
from clubs.meetings import services
from clubs.meetings.blueprint import bp
from clubs.meetings.change_pages import to_meeting
from clubs.meetings.forms import MoveForm, RoomForm
from clubs.meetings.offer import offer_for
from clubs.meetings.showing import shown_or_404
from clubs.meetings.shown import Shown
from clubs.meetings.words import not_available
from clubs.planning.occasion import Occasion
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/m/<meeting_id>/move", methods=["GET", "POST"])
@signed_in
def move(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    require(may.may_move_meeting(viewer, shown.club, shown.meeting))
    form = MoveForm(offer_for(viewer, series=False), **shown.occasion())
    if form.validate_on_submit() and _moved(viewer, shown, form):
        flash(_("The meeting is moved. Members see it under Today."))
        return to_meeting(meeting_id)
    page = render_template("meetings/move.html", meeting=shown.meeting, form=form)
    return page, form.status


def _moved(viewer: Viewer, shown: Shown, form: MoveForm) -> bool:
    try:
        services.move(viewer, shown.club, shown.meeting, form.day, form.as_occasion())
    except NotAvailable as clash:
        form.refuse_room(clash.days, _free(viewer, shown, form.wanted()))
        return False
    return True


@bp.route("/m/<meeting_id>/room", methods=["GET", "POST"])
@signed_in
def room(meeting_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    shown = shown_or_404(viewer, meeting_id)
    require(may.may_move_meeting(viewer, shown.club, shown.meeting))
    meeting, form = shown.meeting, RoomForm(rooms_of(viewer.school_id))
    if form.validate_on_submit() and _given(viewer, shown, form):
        flash(_("The meeting has another room. Members see it under Today."))
        return to_meeting(meeting_id)
    wanted = [Stretch(meeting.on_date, one.starts, one.ends) for one in shown.held]
    form.offer(_nearest(shown, _free(viewer, shown, wanted)))
    page = render_template("meetings/room.html", shown=shown, meeting=meeting, form=form)
    return page, form.status


def _given(viewer: Viewer, shown: Shown, form: RoomForm) -> bool:
    room_id, meeting = str(form.room.data), shown.meeting
    occasion = Occasion(room_id=room_id, **shown.times())
    try:
        services.move(viewer, shown.club, meeting, meeting.on_date, occasion)
    except NotAvailable as clash:
        form.complain(form.room, not_available(form.name_of(room_id), clash.days))
        return False
    return True


def _free(viewer: Viewer, shown: Shown, wanted: list[Stretch]) -> list[RoomLine]:
    own = [one.id for one in shown.sittings]
    return free_rooms(viewer.school_id, wanted, club_id=shown.club.id, besides=own)


def _nearest(shown: Shown, rooms: list[RoomLine]) -> list[RoomLine]:
    """Rooms of the kind it had before all others; not the one it has."""
    had = shown.lost_room or shown.room
    others = [one for one in rooms if one.id != shown.meeting.room_id]
    return sorted(others, key=lambda one: had is not None and one.kind is not had.kind)
