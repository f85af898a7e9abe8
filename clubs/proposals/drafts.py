"""A club from a school's list becomes a proposal: until then nobody but admins sees it."""

from flask_babel import gettext as _

from clubs.directory.loading import held
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.review import About, Proposal, Stage
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer
from clubs.proposals.services import Texts, ask, word
from clubs.review import deciding


def start_draft(
    actor: Viewer, club: Club, step: Step, *, no_list: bool, sponsor_id: str | None
) -> Proposal:
    """Give a draft its step and ask a sponsor; TooLate if somebody did already."""
    require(may_manage_school(actor))
    if held(club).state is not ClubState.DRAFT:
        raise TooLate(_("Somebody has proposed this club already."))
    club.state, club.step, club.no_list = ClubState.PROPOSED, step, no_list
    ask(club, sponsor_id)
    proposal = Proposal(
        school_id=club.school_id,
        club_id=club.id,
        about=About.CLUB,
        stage=Stage.WITH_SPONSOR if sponsor_id else Stage.NEEDS_SPONSOR,
    )
    deciding.begin(actor, proposal)
    word(proposal, Texts(club.name, club.focus, club.purpose, club.first_meeting))
    return proposal
