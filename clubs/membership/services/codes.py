"""Codes of an unlisted club: made and ended by its sponsor."""

from datetime import date

from clubs.belonging import codes
from clubs.models.clubs import Club
from clubs.policy.permissions import require
from clubs.policy.permissions.joining import may_make_codes
from clubs.policy.viewer import Viewer


def make_code(actor: Viewer, club: Club, *, uses: int, expires_on: date) -> str:
    """A new code; these are the only letters ever shown of it."""
    require(may_make_codes(actor, club))
    return codes.make(club, uses=uses, expires_on=expires_on)


def end_code(actor: Viewer, club: Club, code_id: str) -> None:
    require(may_make_codes(actor, club))
    codes.end_code(club, code_id)
