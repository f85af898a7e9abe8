"""The pages on which a club is proposed. Nothing is kept until it is sent."""

from datetime import timedelta

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import BadRequest, TooManyRequests

from clubs.models.review import About
from clubs.policy.permissions import require
from clubs.policy.permissions.deciding import may_propose_again
from clubs.policy.viewer import Viewer
from clubs.proposals import services, summary
from clubs.proposals.again import answers_from
from clubs.proposals.answers import Answers, opened
from clubs.proposals.blueprint import bp
from clubs.proposals.loading import papers_or_404
from clubs.proposals.pages import (
    CHECK,
    first_with_mistakes,
    form_of,
    page_after,
    page_before,
    pages_of,
)
from clubs.proposals.sending import new_club
from clubs.web import throttle
from clubs.web.access import signed_in
from clubs.web.forms import Form
from clubs.web.session import current_viewer

_A_DAY = 5


@bp.get("/propose")
@signed_in
def propose() -> ResponseReturnValue:
    viewer, answers = current_viewer(), Answers()
    return _shown(viewer, answers, "kind", form_of(viewer, "kind", answers))


@bp.post("/propose")
@signed_in
def propose_on() -> ResponseReturnValue:
    viewer = current_viewer()
    answers = opened(viewer, request.form.get("answers", ""))
    if answers is None:
        raise BadRequest
    page, go = request.form.get("page", ""), request.form.get("go", "next")
    if page == CHECK and go == "next":
        return _send(viewer, answers)
    if page in pages_of(answers):
        answers.keep(page, _typed(page, viewer))
        form = form_of(viewer, page, answers)
        if go == "next" and not form.validate():
            return _shown(viewer, answers, page, form)
    return _turn_to(viewer, answers, _next(answers, page, go))


@bp.post("/p/<proposal_id>/again")
@signed_in
def propose_again(proposal_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    papers = papers_or_404(viewer, proposal_id)
    require(may_propose_again(viewer, papers.proposal))
    if papers.proposal.about is not About.CLUB:
        return redirect(url_for("proposals.revise", club_id=papers.club.id), code=303)
    answers = answers_from(papers)
    return _shown(viewer, answers, "kind", form_of(viewer, "kind", answers))


def _typed(page: str, viewer: Viewer) -> dict[str, list[str]]:
    form = form_of(viewer, page, Answers())
    names = {field.name for field in form} - {"csrf_token"}
    return {name: request.form.getlist(name) for name in names if name in request.form}


def _next(answers: Answers, page: str, go: str) -> str:
    if go == "next" and page in pages_of(answers):
        return page_after(answers, page)
    if go in pages_of(answers):
        return go
    return page_before(answers, page)


def _turn_to(viewer: Viewer, answers: Answers, page: str) -> ResponseReturnValue:
    if page == CHECK:
        return render_template(
            "proposals/check.html",
            answers=answers.sealed(viewer),
            parts=summary.parts(viewer, answers),
        )
    return _shown(viewer, answers, page, form_of(viewer, page, answers))


def _shown(viewer: Viewer, answers: Answers, page: str, form: Form) -> ResponseReturnValue:
    pages = pages_of(answers)
    return render_template(
        f"proposals/propose_{page}.html",
        form=form,
        page_name=page,
        number=pages.index(page) + 1,
        of=len(pages),
        answers=answers.sealed(viewer),
        beside=summary.beside(viewer, answers, page),
    ), form.status


def _send(viewer: Viewer, answers: Answers) -> ResponseReturnValue:
    mistake = first_with_mistakes(viewer, answers)
    if mistake is not None:
        return _shown(viewer, answers, *mistake)
    if not services.sent_before(viewer, answers.once):
        if not throttle.allowed(
            "propose", viewer.person_id, tries=_A_DAY, within=timedelta(days=1)
        ):
            raise TooManyRequests
        services.propose(viewer, new_club(viewer, answers), answers.once)
        flash(_("Your proposal is on its way. Here you see what happens to it."))
    return redirect(url_for("proposals.proposal", proposal_id=answers.once), code=303)
