"""Give a public calendar its address, give it another, take it away."""

from enum import StrEnum

from sqlalchemy import select

from clubs import audit
from clubs.audit import AuditAct
from clubs.db import db, locked, new_id
from clubs.directory.loading import held
from clubs.models.clubs import Club
from clubs.models.people import School
from clubs.policy.permissions import require
from clubs.policy.permissions.feeds import may_share_calendar
from clubs.policy.permissions.running import may_run
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer


class Wish(StrEnum):
    """What one can want of a calendar's address."""

    ON = "on"
    RENEW = "renew"
    OFF = "off"


def change_club_feed(actor: Viewer, club: Club, wish: Wish) -> None:
    """Taking the address away is always possible; it cannot be brought back."""
    fresh = held(club)
    require(may_run(actor, fresh) if wish is Wish.OFF else may_share_calendar(actor, fresh))
    fresh.feed_key = _after(wish, fresh.feed_key)


def change_school_feed(actor: Viewer, wish: Wish) -> None:
    require(may_manage_school(actor))
    school = db.session.scalars(
        locked(select(School).where(School.id == actor.school_id))
    ).one()
    before, school.feed_key = school.feed_key, _after(wish, school.feed_key)
    if school.feed_key != before:
        subject = f"school:{actor.school_id}"
        audit.record(actor, AuditAct.SETTINGS_CHANGED, subject, f"feed {wish}")


def _after(wish: Wish, key: str | None) -> str | None:
    if wish is Wish.OFF:
        return None
    # Pressed twice, a calendar that was just switched on keeps its address.
    return key if key and wish is Wish.ON else new_id()
