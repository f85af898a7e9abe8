"""What the site has to tell people: in the site, and by mail waiting to be sent."""

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId


class Notice(Model):
    """A sealed sentence in a box only its owner can find."""

    __tablename__ = "notice"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    box: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)


class Mail(Model):
    """A message waiting to be sent; recipient and words are sealed. Sent means deleted."""

    __tablename__ = "mail"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    attempts: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None]
