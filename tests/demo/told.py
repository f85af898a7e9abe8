"""What the tests ask of a filled demo school; inside an application."""

from collections.abc import Collection

from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club


def clubs_named(club_ids: Collection[str]) -> list[Club]:
    return list(db.session.scalars(select(Club).where(Club.id.in_(club_ids))))
