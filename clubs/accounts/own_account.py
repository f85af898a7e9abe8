"""My account: password, other devices, lunch."""

from flask import current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs import timetable
from clubs.accounts import services
from clubs.accounts.blueprint import bp
from clubs.accounts.forms import ChangePasswordForm
from clubs.accounts.lunch_form import LunchForm, lunch_form
from clubs.accounts.password_rules import WeakPassword
from clubs.web.access import signed_in
from clubs.web.session import current_viewer, end_sessions_of
from clubs.web.session import sign_in as begin_session


@bp.get("/account")
@signed_in
def account() -> ResponseReturnValue:
    return _page(ChangePasswordForm())


def _page(
    form: ChangePasswordForm, lunch: LunchForm | None = None, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "accounts/account.html",
        viewer=current_viewer(),
        form=form,
        lunch=lunch or _lunch_form(sent=False),
    )
    return page, status


def _lunch_form(*, sent: bool) -> LunchForm:
    viewer = current_viewer()
    bells = timetable.bells_of(viewer.school_id)
    others = timetable.other_lunches(viewer.person_id)
    return lunch_form(bells, viewer.wave_id, others, sent=sent)


@bp.post("/account/password")
@signed_in
def change_password() -> ResponseReturnValue:
    viewer = current_viewer()
    form = ChangePasswordForm()
    if form.validate_on_submit() and _changed(form):
        # This session too gets a new id: a copy of its cookie dies with the others.
        end_sessions_of(viewer.person_id)
        begin_session(viewer.person_id, current_app.config["SETTINGS"])
        flash(_("Your password is changed. Everywhere else you are signed out."))
        return redirect(url_for("accounts.account"), code=303)
    return _page(form, status=form.status)


def _changed(form: ChangePasswordForm) -> bool:
    site_name = current_app.config["SETTINGS"].site_name
    current, new = form.current.data or "", form.password.data or ""
    try:
        if services.change_password(current_viewer(), current, new, site_name):
            return True
        form.complain(form.current, _("That is not your password."))
    except WeakPassword as refusal:
        form.complain(form.password, refusal.sentence)
    except services.TooOften:
        form.complain(form.current, _("That was tried too often. Wait a few minutes."))
    return False


@bp.post("/account/elsewhere")
@signed_in
def sign_out_elsewhere() -> ResponseReturnValue:
    end_sessions_of(current_viewer().person_id, but_this=True)
    flash(_("You are signed out everywhere else."))
    return redirect(url_for("accounts.account"), code=303)


@bp.post("/account/lunch")
@signed_in
def choose_lunch() -> ResponseReturnValue:
    viewer = current_viewer()
    form = _lunch_form(sent=True)
    if form.validate_on_submit():
        services.choose_lunch(viewer, form.wave.data or None, form.others)
        flash(_("Your lunch is saved."))
        return redirect(url_for("accounts.account"), code=303)
    return _page(ChangePasswordForm(formdata=None), form, form.status)
