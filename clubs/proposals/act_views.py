"""A proposal's page, and each step one can take on it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import NotFound

from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.deciding import may_propose_again
from clubs.policy.viewer import Viewer
from clubs.proposals import story, telling
from clubs.proposals.blueprint import bp
from clubs.proposals.deeds import DEEDS, Deed, deeds_for, form_for
from clubs.proposals.loading import papers_or_404
from clubs.proposals.papers import Papers
from clubs.review import deciding, history
from clubs.web.access import signed_in
from clubs.web.session import current_viewer


@bp.get("/p/<proposal_id>")
@signed_in
def proposal(proposal_id: str) -> ResponseReturnValue:
    viewer = current_viewer()
    papers = papers_or_404(viewer, proposal_id)
    entries = history.entries(papers.proposal)
    seen = story.last_step(entries)
    earlier, latest = story.folded(story.story(viewer, papers, entries))
    return render_template(
        "proposals/proposal.html",
        it=telling.sheet(viewer, papers),
        earlier=earlier,
        story=latest,
        deeds=_offered(viewer, papers, seen),
        again=may_propose_again(viewer, papers.proposal),
    )


@bp.route("/p/<proposal_id>/<act>", methods=["GET", "POST"])
@signed_in
def act(proposal_id: str, act: str) -> ResponseReturnValue:
    viewer = current_viewer()
    papers, deed = papers_or_404(viewer, proposal_id), DEEDS.get(act)
    if deed is None:
        raise NotFound
    if request.method == "POST":
        _refuse_old(papers)
    require(deed.allowed(viewer, papers))
    form = form_for(deed, viewer, papers, history.version(papers.proposal))
    if form.validate_on_submit():
        deed.perform(viewer, papers, form)
        flash(str(deed.done))
        return redirect(_after(deed, papers), code=303)
    return render_template(
        "proposals/act.html", deed=deed, form=form, it=telling.sheet(viewer, papers)
    ), form.status


def _refuse_old(papers: Papers) -> None:
    """Two people decide at once: the second one looks again first."""
    deciding.held(papers.proposal)
    seen = request.form.get("seen", "")
    if seen and seen != str(history.version(papers.proposal)):
        raise TooLate(_("This has moved on since you opened it. Please look at it again."))


def _offered(viewer: Viewer, papers: Papers, seen: int) -> list[tuple[Deed, object]]:
    return [
        (one, None if one.own_page else form_for(one, viewer, papers, seen))
        for one in deeds_for(viewer, papers)
    ]


def _after(deed: Deed, papers: Papers) -> str:
    if deed.leaves:  # whoever said no has nothing more to do with it
        return url_for("proposals.waiting")
    return url_for("proposals.proposal", proposal_id=papers.proposal.id)
