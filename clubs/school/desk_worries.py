"""Clubs that need the school. Nothing here changes when one person joins or leaves."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, exists, func, or_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club, ClubState, Sponsorship, SponsorStanding
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_overseen_by

_MOST = 100


@dataclass(frozen=True)
class Worry:
    """A club that needs the school: what is missing there."""

    id: str
    name: str
    no_sponsor: bool
    no_leader: bool
    review_on: date | None


def worries(viewer: Viewer) -> list[Worry]:
    """Living clubs without sponsor or leader, and pilots whose review day has come.

    That nobody leads is taken from a daily note, never from memberships (P6).
    """
    sponsored = exists().where(
        Sponsorship.club_id == Club.id,
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    due = and_(Club.state == ClubState.PILOT, Club.review_on <= clock.today(viewer.zone))
    rows = db.session.execute(
        select(Club.id, Club.name, sponsored, Club.leaderless_since, due)
        .add_columns(Club.review_on)
        .where(
            club_overseen_by(viewer),
            Club.state.in_(LIVE),
            or_(~sponsored, Club.leaderless_since.is_not(None), due),
        )
        .order_by(func.lower(Club.name), Club.id)
        .limit(_MOST)
    )
    return [
        Worry(
            club_id,
            name,
            no_sponsor=not has_sponsor,
            no_leader=leaderless is not None,
            review_on=review_on if is_due else None,
        )
        for club_id, name, has_sponsor, leaderless, is_due, review_on in rows
    ]
