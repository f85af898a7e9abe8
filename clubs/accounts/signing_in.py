"""Signing in and out."""

from flask import current_app, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask.wrappers import Response
from flask_babel import gettext as _

from clubs.accounts import services
from clubs.accounts.blueprint import bp
from clubs.accounts.forms import SignInForm
from clubs.web import device
from clubs.web.access import anyone
from clubs.web.security import clear_device
from clubs.web.session import end_session, viewer_or_none
from clubs.web.session import sign_in as begin_session


@bp.route("/sign-in", methods=["GET", "POST"])
@anyone
def sign_in() -> ResponseReturnValue:
    if viewer_or_none() is not None:
        return redirect(url_for("today.today"), code=303)
    form = SignInForm()
    here = device.this_device()
    if not form.validate_on_submit():
        return _page(form, form.status, here)
    email = form.email.data or ""
    attempt = services.try_to_sign_in(email, form.password.data or "", here)
    if attempt.person_id:
        return signed_in_response(attempt.person_id, email)
    if attempt.too_often:
        sentence = _(
            "That was tried too often. Wait a few minutes, or choose a new password below."
        )
        form.complain(form.password, sentence)
        return _page(form, 429, here)
    form.complain(form.password, _("The address or the password is not right."))
    return _page(form, form.status, here)


def signed_in_response(person_id: str, email: str) -> Response:
    """Begin a session, let the device know its owner, and go to the front page.

    Always the front page: an address to return to would say where somebody had been.
    """
    begin_session(person_id, current_app.config["SETTINGS"])
    front = make_response(redirect(url_for("today.today"), code=303))
    return device.remember(front, device.device_of(email))


def _page(form: SignInForm, status: int, here: device.Device) -> Response:
    page = render_template("accounts/sign_in.html", form=form)
    return device.remember(make_response(page, status), here)


@bp.post("/sign-out")
@anyone
def sign_out() -> ResponseReturnValue:
    end_session()
    return clear_device(redirect(url_for("accounts.sign_in"), code=303))
