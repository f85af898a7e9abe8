"""Terms: add one, change one, remove one."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from clubs import timetable
from clubs.models.timetable import Term
from clubs.policy.viewer import Viewer
from clubs.schooltime import queries
from clubs.schooltime.blueprint import bp
from clubs.schooltime.forms import TermForm
from clubs.schooltime.services import terms as services
from clubs.web.access import admin
from clubs.web.session import current_viewer


@bp.get("/school/terms")
@admin
def terms() -> ResponseReturnValue:
    found = timetable.terms_of(current_viewer().school_id)
    return render_template("schooltime/terms.html", terms=found)


@bp.route("/school/terms/add", methods=["GET", "POST"])
@admin
def add_term() -> ResponseReturnValue:
    form = TermForm()
    if form.validate_on_submit() and _kept(current_viewer(), form, None):
        return _done(_("The term is added. Meetings follow, and people are told."))
    return render_template("schooltime/term.html", form=form, term=None), form.status


@bp.route("/school/terms/<term_id>", methods=["GET", "POST"])
@admin
def term(term_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    found = queries.one_or_404(viewer, Term, term_id)
    form = TermForm(obj=found)
    if form.validate_on_submit() and _kept(viewer, form, found):
        return _done(_("The term is changed. Meetings follow, and people are told."))
    return render_template("schooltime/term.html", form=form, term=term_id), form.status


@bp.post("/school/terms/<term_id>/remove")
@admin
def remove_term(term_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    services.remove_term(viewer, queries.one_or_404(viewer, Term, term_id))
    return _done(_("The term is removed. Meetings follow, and people are told."))


def _kept(viewer: Viewer, form: TermForm, found: Term | None) -> bool:
    try:
        services.keep_term(viewer, form.as_term(), found)
    except services.Overlaps as other:
        sentence = _("Some of these days are in %(name)s already.", name=other)
        form.complain(form.first_on, sentence)
        return False
    return True


def _done(words: str) -> Response:
    flash(words)
    return redirect(url_for("schooltime.terms"), code=303)
