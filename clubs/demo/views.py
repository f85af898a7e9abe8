"""The demo's front page: be somebody with one button."""

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from clubs.config import Settings
from clubs.demo.forms import PersonaForm
from clubs.demo.queries import persona_id, personas_here
from clubs.web import session
from clubs.web.access import anyone
from clubs.web.page import demo

bp = Blueprint("demo", __name__)


@bp.get("/demo")
@anyone
def personas() -> ResponseReturnValue:
    _only_in_a_demo()
    return _page(PersonaForm())


@bp.post("/demo/sign-in")
@anyone
def sign_in() -> ResponseReturnValue:
    _only_in_a_demo()
    form = PersonaForm()
    chosen = persona_id(form.persona.data) if form.validate_on_submit() else None
    if chosen is None:
        form.complain(form.persona, _("Choose one of the people on this page."))
        return _page(form)
    settings: Settings = current_app.config["SETTINGS"]
    session.end_session()
    session.sign_in(chosen, settings)
    flash(_("Welcome! You can be somebody else at any time: see the top of the page."))
    return redirect(url_for("today.today"), code=303)


def _page(form: PersonaForm) -> ResponseReturnValue:
    page = render_template("demo/personas.html", personas=personas_here(), form=form)
    return page, form.status


def _only_in_a_demo() -> None:
    """Elsewhere these addresses answer like any that never existed."""
    if not demo():
        raise NotFound
