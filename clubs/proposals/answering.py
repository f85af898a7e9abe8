"""The proposer's answer to what was asked, with other texts or the same."""

from clubs.models.clubs import ClubState
from clubs.models.review import About
from clubs.policy.permissions import require
from clubs.policy.permissions.deciding import may_answer_changes
from clubs.policy.viewer import Viewer
from clubs.proposals.papers import Papers
from clubs.proposals.sending import texts_of
from clubs.review import deciding
from clubs.review.effects import wear
from clubs.web.forms import Form


def texts_now(papers: Papers) -> dict[str, str]:
    """What the proposal says at the moment."""
    said = papers.wording or papers.club
    return {
        "name": said.name,
        "focus": said.focus,
        "purpose": said.purpose,
        "first_meeting": said.first_meeting,
    }


def answer(actor: Viewer, papers: Papers, form: Form) -> None:
    require(may_answer_changes(actor, deciding.held(papers.proposal)))
    if papers.wording is not None and papers.proposal.about is not About.EVENT:
        for name, text in vars(texts_of(form)).items():
            setattr(papers.wording, name, text)
        # Nobody but those who decide reads a proposed club: its own text follows along.
        if papers.club.state is ClubState.PROPOSED:
            wear(papers.club, papers.wording)
    deciding.answer(actor, papers.proposal, form.data["words"])
