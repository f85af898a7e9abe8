"""Proposing and deciding: one clock and one checklist for everybody."""

from flask_babel import gettext as _

from clubs.models.clubs import Audience, Club, ClubKind
from clubs.models.people import PersonKind
from clubs.models.review import About, Proposal, Reason, Stage
from clubs.policy.permissions.decision import Decision, no, yes
from clubs.policy.viewer import Viewer

# Peer support networks: a refusal may not rest on their subject, nor on what the school
# owes them anyway (a sponsor), nor on another group being there already.
PEER_SUPPORT = frozenset(ClubKind) - {ClubKind.INTEREST, ClubKind.COMMITTEE}
_OWED = {Reason.NO_SPONSOR, Reason.DUPLICATE}


def reasons_to_decline(kind: ClubKind) -> list[Reason]:
    """Content-neutral grounds that fit this kind of club."""
    return [one for one in Reason if kind not in PEER_SUPPORT or one not in _OWED]


def may_propose(viewer: Viewer, audience: Audience) -> Decision:
    """Students propose for students, caregivers for caregivers, anybody a mixed group."""
    if audience is Audience.MIXED:
        return yes
    own = PersonKind.STUDENT if audience is Audience.STUDENTS else PersonKind.CAREGIVER
    if viewer.kind is own:
        return yes
    return no(_("A group is proposed by the people it is for, or as a mixed group."))


def may_answer_as_sponsor(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage is not Stage.WITH_SPONSOR:
        return no(_("This does not wait for a sponsor."))
    asked = proposal.club_id in viewer.ties.asked_to_sponsor
    if (asked and proposal.about is About.CLUB) or proposal.club_id in viewer.sponsors:
        return yes
    return no(_("Only the sponsor who was asked can answer."))


def may_decide(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage is not Stage.WITH_SCHOOL:
        return no(_("This does not wait for the school."))
    return yes if viewer.admin else no(_("Only the school's admins decide."))


def may_designate(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage not in (Stage.NEEDS_SPONSOR, Stage.WITH_SPONSOR):
        return no(_("This does not wait for a sponsor."))
    return yes if viewer.admin else no(_("Only the school's admins find a sponsor."))


def may_answer_changes(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage is not Stage.CHANGES_ASKED:
        return no(_("Nothing was asked."))
    # A sponsor may answer the school for their club: one from a list has no leader.
    if proposal.returns_to is Stage.WITH_SCHOOL and proposal.club_id in viewer.sponsors:
        return yes
    return _if_theirs(viewer, proposal)


def may_withdraw(viewer: Viewer, proposal: Proposal) -> Decision:
    if not proposal.open:
        return no(_("This was decided already."))
    return _if_theirs(viewer, proposal)


def may_appeal(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage is not Stage.DECLINED:
        return no(_("Only a decision to decline can be appealed."))
    if proposal.appealed:
        return no(_("This was appealed already."))
    return _if_theirs(viewer, proposal)


def may_propose_again(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.stage not in (Stage.DECLINED, Stage.WITHDRAWN):
        return no(_("This is still going on."))
    return _if_theirs(viewer, proposal)


def may_speak(viewer: Viewer, proposal: Proposal) -> Decision:
    """Proposer, sponsor and reviewers talk as long as nothing is decided."""
    if not proposal.open:
        return no(_("This was decided already."))
    near = viewer.leads | viewer.sponsors | viewer.ties.asked_to_sponsor
    if viewer.admin or proposal.club_id in near:
        return yes
    return no(_("Only those who take part can write here."))


def may_ask(viewer: Viewer, proposal: Proposal) -> Decision:
    """Whoever has to answer next may ask the proposer first."""
    return may_decide(viewer, proposal) or may_answer_as_sponsor(viewer, proposal)


def may_revise(viewer: Viewer, club: Club) -> Decision:
    if club.id in viewer.runs and club.live:
        return yes
    return no(_("Only the people who run this club may do that."))


def _if_theirs(viewer: Viewer, proposal: Proposal) -> Decision:
    if proposal.club_id in viewer.leads or (
        proposal.about is not About.CLUB and proposal.club_id in viewer.sponsors
    ):
        return yes
    return no(_("Only those who proposed this can do that."))
