"""Loading is checking: the only ways to hold a proposal, or a club to decide about."""

from sqlalchemy import ColumnElement, select
from werkzeug.exceptions import NotFound

from clubs.db import db, is_id
from clubs.models.clubs import Club, ClubState
from clubs.models.review import Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_asked_of, club_overseen_by, proposal_visible_to
from clubs.proposals.papers import Papers, papers_of, papers_query


def papers_or_404(viewer: Viewer, proposal_id: str) -> Papers:
    """A proposal and what it is about, if the viewer takes part in it or decides on it."""
    if not is_id(proposal_id):
        raise NotFound
    statement = papers_query().where(
        Proposal.id == proposal_id, proposal_visible_to(viewer)
    )
    papers = papers_of(db.session.execute(statement).all())
    if papers is None:
        raise NotFound
    return papers


def proposal_or_404(viewer: Viewer, proposal_id: str) -> Proposal:
    return papers_or_404(viewer, proposal_id).proposal


def asked_club_or_404(viewer: Viewer, club_id: str) -> Club:
    """A club the viewer may know of, or that asks them to be its sponsor."""
    return _one(club_id, club_asked_of(viewer))


def overseen_club_or_404(viewer: Viewer, club_id: str) -> Club:
    """Any club of the school an admin answers for."""
    return _one(club_id, club_overseen_by(viewer))


def draft_or_404(viewer: Viewer, club_id: str) -> Club:
    """A club from a list that nobody has proposed yet."""
    club = overseen_club_or_404(viewer, club_id)
    if club.state is not ClubState.DRAFT:
        raise NotFound
    return club


def _one(club_id: str, visible: ColumnElement[bool]) -> Club:
    if not is_id(club_id):
        raise NotFound
    found = db.session.scalars(select(Club).where(Club.id == club_id, visible)).first()
    if found is None:
        raise NotFound
    return found
