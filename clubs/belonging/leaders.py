"""Clubs that nobody leads any more, looked for now and then and not as it happens."""

from datetime import date

from sqlalchemy import select

from clubs.belonging import in_clubs
from clubs.db import db
from clubs.models.clubs import LIVE, Club


def note_leaderless(school_id: str, today: date) -> int:
    """Write down which living clubs of a school have no leader; how many there are.

    For `flask tidy`, once a day: pages of admins must not change when somebody leaves (P6).
    """
    living = select(Club).where(Club.school_id == school_id, Club.state.in_(LIVE))
    clubs = db.session.scalars(living).all()
    belongings = in_clubs(school_id, frozenset(club.id for club in clubs))
    led = {one.club_id for one in belongings if one.leads}
    for club in clubs:
        since = club.leaderless_since or today
        club.leaderless_since = None if club.id in led else since
    db.session.flush()
    return sum(club.id not in led for club in clubs)
