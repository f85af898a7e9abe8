"""Codes: making them for an unlisted club, and using one."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs import clock
from clubs.belonging import codes as kept
from clubs.directory.loading import club_or_404
from clubs.membership.blueprint import bp
from clubs.membership.forms import AskForm, CodeForm, NewCodeForm
from clubs.membership.services import codes as services
from clubs.membership.services import joining
from clubs.membership.services.joining import Outcome
from clubs.membership.views.joining import ask_page, told
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_make_codes
from clubs.policy.viewer import Viewer
from clubs.web import throttle
from clubs.web.access import signed_in
from clubs.web.device import this_device
from clubs.web.session import current_viewer

_TRIES, _WITHIN = 10, timedelta(minutes=15)
# A Chromebook is shared: a class may come and go on it, but not guess for hours.
_ACCOUNTS_A_DEVICE = 3


@bp.route("/code", methods=["GET", "POST"])
@signed_in
def use_code() -> ResponseReturnValue:
    """A right code leads to the page one asks on, without making the club visible."""
    viewer = current_viewer()
    form = CodeForm()
    if not form.validate_on_submit():
        return _code_page(form)
    club = joining.club_of_code(viewer, form.code.data or "") if _may_try(viewer) else None
    if club is None:
        return _refused(form)
    if club.id in viewer.knows:
        return redirect(url_for("membership.join", club_id=club.id), code=303)
    return ask_page(club, AskForm(viewer, formdata=None, code=form.code.data), suggest=True)


@bp.post("/code/ask")
@signed_in
def ask_with_code() -> ResponseReturnValue:
    """Ask, with the code looked at once more."""
    viewer = current_viewer()
    form = AskForm(viewer)
    code = form.code.data or ""
    club = joining.club_of_code(viewer, code) if _may_try(viewer) else None
    if club is None:
        return _refused(CodeForm())
    if form.suggest.data:
        return ask_page(club, form, suggest=True)
    if not form.validate_on_submit():
        return ask_page(club, form)
    outcome = joining.ask_with_code(viewer, code, form.request)
    if outcome is Outcome.HANDLE_TAKEN:
        form.complain(form.handle, _("Somebody goes by that name. Choose another."))
        return ask_page(club, form)
    return _refused(CodeForm()) if outcome is Outcome.WRONG_CODE else told(outcome)


@bp.route("/c/<club_id>/codes", methods=["GET", "POST"])
@signed_in
def codes(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    require(may_make_codes(viewer, club))
    form, made = NewCodeForm(), ""
    if form.validate_on_submit():
        until = clock.today(viewer.zone) + clock.days(form.days.data or 1)
        made = services.make_code(viewer, club, uses=form.uses.data or 1, expires_on=until)
    page = render_template(
        "membership/codes.html",
        club=club,
        form=form,
        made=made,
        codes=kept.of_club(club),
        today=clock.today(viewer.zone),
    )
    return page, form.status


@bp.post("/c/<club_id>/codes/end")
@signed_in
def end_code(club_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    club = club_or_404(viewer, club_id)
    services.end_code(viewer, club, request.form.get("code_id", ""))
    flash(_("That code opens nothing any more."))
    return redirect(url_for("membership.codes", club_id=club.id), code=303)


def _may_try(viewer: Viewer) -> bool:
    """By account, and by device for whoever has several accounts."""
    here, times = this_device().name, _ACCOUNTS_A_DEVICE
    mine = throttle.allowed("code", viewer.person_id, tries=_TRIES, within=_WITHIN)
    ours = throttle.allowed("code on", here, tries=_TRIES * times, within=_WITHIN)
    throttle.keep()
    return mine and ours


def _refused(form: CodeForm) -> ResponseReturnValue:
    """One sentence for every code that opens nothing, whatever the reason."""
    form.complain(
        form.code,
        _("This code opens nothing now. Ask whoever gave it to you, or try later."),
    )
    return _code_page(form)


def _code_page(form: CodeForm) -> ResponseReturnValue:
    return render_template("membership/use_code.html", form=form), form.status
