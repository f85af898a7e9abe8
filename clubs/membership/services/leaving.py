"""Leaving: in one step, leaving nothing."""

from clubs import belonging, notices
from clubs.directory.loading import held
from clubs.membership.services.places import offer_free_places
from clubs.models.clubs import Club
from clubs.planning import gathering
from clubs.policy.viewer import Viewer


def leave(actor: Viewer, club: Club) -> None:
    """End one's own belonging, whatever it is, and all that speaks of it (P9)."""
    mine = belonging.of_one(held(club), actor.person_id)
    if mine is not None:
        belonging.end(club, mine)
    gathering.leave_meetings(club, actor.person_id)
    notices.forget_club(actor.school_id, actor.person_id, club.id)
    offer_free_places(club)
