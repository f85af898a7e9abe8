"""The link that sets a password, and how one asks for one."""

from flask import current_app, make_response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from clubs.accounts import queries, services
from clubs.accounts.blueprint import bp
from clubs.accounts.forms import ForgotForm, NewPasswordForm
from clubs.accounts.password_rules import WeakPassword
from clubs.accounts.signing_in import signed_in_response
from clubs.web import device
from clubs.web.access import anyone
from clubs.web.session import end_sessions_of


@bp.route("/set-password/<secret>", methods=["GET", "POST"])
@anyone
def set_password(secret: str) -> ResponseReturnValue:
    if queries.person_of_link(secret) is None:
        return _link_over()
    form = NewPasswordForm()
    if form.validate_on_submit():
        site_name = current_app.config["SETTINGS"].site_name
        try:
            password = form.password.data or ""
            person = services.set_password_by_link(secret, password, site_name)
        except WeakPassword as refusal:
            form.complain(form.password, refusal.sentence)
        else:
            if person is None:
                return _link_over()
            end_sessions_of(person.id)
            return signed_in_response(person.id, person.email or "")
    return render_template("accounts/set_password.html", form=form), form.status


def _link_over() -> ResponseReturnValue:
    """The same whether it was used, has run out or never was."""
    return render_template("accounts/link_over.html"), 404


@bp.route("/forgot", methods=["GET", "POST"])
@anyone
def forgot() -> ResponseReturnValue:
    form = ForgotForm()
    here = device.this_device()
    status = 200
    if form.validate_on_submit():
        try:
            services.ask_for_reset(form.email.data or "", here)
            return redirect(url_for("accounts.asked"), code=303)
        except services.TooOften:
            status = 429
            form.complain(form.email, _("That was tried too often. Wait a little."))
    page = render_template("accounts/forgot.html", form=form)
    return device.remember(make_response(page, max(status, form.status)), here)


@bp.get("/forgot/asked")
@anyone
def asked() -> ResponseReturnValue:
    """What everybody is told, whatever address they wrote."""
    minutes = current_app.config["SETTINGS"].reset_minutes
    return render_template("accounts/asked.html", minutes=minutes)
