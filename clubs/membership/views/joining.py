"""Joining and asking to join."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.belonging import Belonging, fresh_handle
from clubs.directory import who_sees
from clubs.directory.loading import club_or_404
from clubs.membership.blueprint import bp
from clubs.membership.forms import Answer, AskForm, JoinForm
from clubs.membership.services import joining
from clubs.membership.services.joining import Outcome
from clubs.membership.words import (
    STANDINGS,
    said_of,
    who_sees_me,
    who_sees_request,
)
from clubs.models.clubs import Club
from clubs.policy.ladder import WAY_IN, WayIn
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_join_without_code
from clubs.policy.viewer import Viewer
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.route("/c/<club_id>/join", methods=["GET", "POST"])
@signed_in
def join(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    mine = viewer.belonging_to(club.id)
    if mine is not None:
        return _standing(club, mine)
    require(may_join_without_code(viewer, club))
    if WAY_IN[club.step] is WayIn.ONE_STEP:
        return _join_at_once(viewer, club)
    form = AskForm(viewer)
    if form.suggest.data:
        return ask_page(club, form, suggest=True)
    if form.validate_on_submit():
        outcome = joining.ask(viewer, club, form.request)
        if outcome is not Outcome.HANDLE_TAKEN:
            return told(outcome)
        form.complain(form.handle, _("Somebody goes by that name. Choose another."))
    return ask_page(club, form)


@bp.post("/c/<club_id>/place")
@signed_in
def answer_offer(club_id: str) -> ResponseReturnValue:
    """Take or pass on the place one was offered."""
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    accept = Answer().says_yes
    joining.answer_offer(viewer, club, accept=accept)
    flash(_("You belong now. Welcome!") if accept else _("You passed on the place."))
    return redirect(url_for("membership.my_clubs"), code=303)


def _join_at_once(viewer: Viewer, club: Club) -> ResponseReturnValue:
    form = JoinForm()
    if form.validate_on_submit():
        return told(joining.join(viewer, club, form.commitment.data))
    page = render_template(
        "membership/join.html",
        club=club,
        form=form,
        who_sees_me=who_sees_me(club.step),
        in_one_line=who_sees.in_one_line(club.step),
    )
    return page, form.status


def _standing(club: Club, mine: Belonging) -> ResponseReturnValue:
    """Whoever asks twice reads how things stand, and nothing changes."""
    return render_template(
        "membership/standing.html",
        club=club,
        standing=mine.standing,
        sentence=STANDINGS[mine.standing],
        commitment=said_of(mine.commitment),
        handle=mine.handle,
    )


def ask_page(club: Club, form: AskForm, *, suggest: bool = False) -> ResponseReturnValue:
    """The page one asks on, also with a code. It suggests a name from the start."""
    if suggest or not form.is_submitted():
        form.handle.data = fresh_handle()
    page = render_template(
        "membership/ask.html",
        club=club,
        form=form,
        who_sees_me=who_sees_me(club.step),
        who_sees_request=who_sees_request(club.step),
        in_one_line=who_sees.in_one_line(club.step),
        kept=who_sees.what_is_kept(club.step, no_list=club.no_list),
    )
    return page, form.status


def told(outcome: Outcome) -> ResponseReturnValue:
    """Say what came of it, on a page that looks like any other."""
    words = {
        Outcome.JOINED: _("You belong now. Welcome!"),
        Outcome.ASKED: _("Your request is on its way. You find the answer here."),
        Outcome.WAITING: _("You are on the waiting list. You find the answer here."),
        Outcome.ALREADY: _("This is already on its way. Nothing was changed."),
    }
    flash(words[outcome])
    return redirect(url_for("membership.my_clubs"), code=303)
