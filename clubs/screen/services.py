"""Add a display, and take one away."""

import secrets

from sqlalchemy import delete

from clubs.audit import AuditAct, record
from clubs.db import db
from clubs.models.screens import Screen
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer
from clubs.seal import hashed


def add(actor: Viewer, name: str) -> str:
    """The secret of its address, which is not kept: only its hash is."""
    require(may_manage_school(actor))
    secret = secrets.token_urlsafe(32)
    screen = Screen(school_id=actor.school_id, name=name, secret_hash=hashed(secret))
    db.session.add(screen)
    record(actor, AuditAct.SCREENS_CHANGED, f"screen:{screen.id}", "screen added")
    return secret


def remove(actor: Viewer, screen_id: str) -> None:
    """From now on its address answers like one that never was."""
    require(may_manage_school(actor))
    theirs = (Screen.id == screen_id, Screen.school_id == actor.school_id)
    db.session.execute(delete(Screen).where(*theirs))
    record(actor, AuditAct.SCREENS_CHANGED, f"screen:{screen_id}", "screen removed")
