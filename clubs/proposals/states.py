"""Pause a club, go on, close it."""

from clubs.audit import AuditAct, record
from clubs.directory.loading import held
from clubs.models.clubs import Club, ClubState
from clubs.policy.permissions import require
from clubs.policy.permissions.running import may_pause, may_pause_or_close, may_reopen
from clubs.policy.viewer import Viewer
from clubs.review import closing


def pause(actor: Viewer, club: Club) -> None:
    require(may_pause(actor, held(club)))
    _bring(actor, club, ClubState.PAUSED)


def go_on(actor: Viewer, club: Club) -> None:
    """After a break: back to a pilot if it was one, else to a running club."""
    require(may_reopen(actor, held(club)))
    _bring(actor, club, ClubState.PILOT if club.review_on else ClubState.ACTIVE)


def close(actor: Viewer, club: Club) -> None:
    """For good: what it proposed is withdrawn, what it planned is cancelled."""
    closing.held_proposals(club)
    require(may_pause_or_close(actor, held(club)))
    _bring(actor, club, ClubState.CLOSED)
    closing.wind_up(actor, club)


def _bring(actor: Viewer, club: Club, state: ClubState) -> None:
    club.state = state
    # A leader is a student: the record of what staff did must not name one (P18).
    if club.id not in actor.leads:
        record(actor, AuditAct.CLUB_STATE, f"club:{club.id}", state.value)
