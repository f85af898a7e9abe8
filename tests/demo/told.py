"""What the tests ask of a filled demo school; inside an application."""

from collections.abc import Collection

from sqlalchemy import func, select

from clubs.db import Model, db
from clubs.models.clubs import Club


def clubs_named(club_ids: Collection[str]) -> list[Club]:
    return list(db.session.scalars(select(Club).where(Club.id.in_(club_ids))))


def count(table: type[Model]) -> int:
    return db.session.scalar(select(func.count()).select_from(table)) or 0
