"""What a decision does to the thing it is about."""

from clubs.db import db
from clubs.models.clubs import Club, ClubState
from clubs.models.events import Event, EventState
from clubs.models.review import About, Proposal, Stage, Wording

_EVENT_AFTER = {
    Stage.DECLINED: EventState.DECLINED,
    Stage.WITHDRAWN: EventState.WITHDRAWN,
}
_CLUB_AFTER = {
    Stage.DECLINED: ClubState.DECLINED,
    Stage.WITHDRAWN: ClubState.WITHDRAWN,
}


def carry_out(proposal: Proposal) -> None:
    """Make an accepted proposal true."""
    club = db.session.get_one(Club, proposal.club_id)
    if proposal.about is About.EVENT:
        event = db.session.get_one(Event, proposal.event_id)
        event.state = EventState.APPROVED
        return
    wear(club, db.session.get_one(Wording, proposal.id))
    if proposal.about is About.CLUB:
        club.state = ClubState.PILOT if club.review_on else ClubState.ACTIVE


def undo(proposal: Proposal) -> None:
    """Bring the thing to where a proposal's stage says it is, when it was not accepted."""
    if proposal.about is About.EVENT:
        event = db.session.get_one(Event, proposal.event_id)
        event.state = _EVENT_AFTER.get(proposal.stage, EventState.PROPOSED)
    elif proposal.about is About.CLUB:
        club = db.session.get_one(Club, proposal.club_id)
        club.state = _CLUB_AFTER.get(proposal.stage, ClubState.PROPOSED)


def wear(club: Club, wording: Wording) -> None:
    """Put a wording on the club's page."""
    club.name = wording.name
    club.focus = wording.focus
    club.purpose = wording.purpose
    club.first_meeting = wording.first_meeting
