"""Groups that ask for a room which needs the school's yes."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs import booking
from clubs.booking import RoomRequest
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.rooms import answering
from clubs.rooms.blueprint import bp
from clubs.rooms.forms import AnswerForm
from clubs.rooms.loading import request_or_404
from clubs.rooms.telling import days_told
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/rooms/requests")
@admin
def requests() -> ResponseReturnValue:
    found = booking.requests_of(current_viewer())
    return render_template(
        "rooms/requests.html",
        asked=[(one, days_told(one.days)) for one in found],
    )


@bp.route("/rooms/requests/<booking_id>", methods=["GET", "POST"])
@admin
def request(booking_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = request_or_404(viewer, booking_id)
    form = AnswerForm(data={"seen": str(len(found.booking_ids))})
    if form.validate_on_submit():
        _answer(viewer, found, form)
        flash(_("Your answer is on its way."))
        return redirect(url_for("rooms.requests"), code=303)
    return render_template("rooms/request.html", form=form, asked=found), form.status


def _answer(viewer: Viewer, found: RoomRequest, form: AnswerForm) -> None:
    if form.seen.data != str(len(found.booking_ids)):
        raise TooLate(_("This request has changed. Please look at it again."))
    answer = answering.say_yes if form.answer.data == "yes" else answering.say_no
    answer(viewer, found, form.reason.data or "")
