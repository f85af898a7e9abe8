"""Requests to join, for whoever answers them."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.directory.loading import club_or_404
from clubs.membership import queries
from clubs.membership.blueprint import bp
from clubs.membership.forms import AnswerRequest
from clubs.membership.queries import Asking
from clubs.membership.services import answering
from clubs.membership.words import SAID_OF_OTHERS
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_answer_requests
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/requests", methods=["GET", "POST"])
@signed_in
def requests(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_answer_requests(viewer, club))
    form = AnswerRequest()
    if form.validate_on_submit():
        if form.says_yes:
            answering.say_yes(viewer, club, form.ref.data or "")
        else:
            answering.say_no(viewer, club, form.ref.data or "", form.words.data or "")
        flash(_("Your answer is on its way."))
        return redirect(url_for("membership.requests", club_id=club.id), code=303)
    asking, waiting = queries.at_the_door(viewer, club)
    page = render_template(
        "membership/requests.html",
        club=club,
        asking=[(one, _form_for(one, form)) for one in asking],
        form=form,
        waiting=waiting,
        commitments=SAID_OF_OTHERS,
    )
    return page, form.status


def _form_for(one: Asking, sent: AnswerRequest) -> AnswerRequest:
    """What was typed stays where it was typed."""
    return sent if sent.ref.data == one.ref else AnswerRequest(formdata=None, ref=one.ref)
