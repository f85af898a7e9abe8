"""The tables of who belongs where. Only clubs/belonging.py may import this module."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId


class Membership(Model):
    """Belonging to an open club: a row anyone in the club may read."""

    __tablename__ = "membership"
    __table_args__ = (
        UniqueConstraint("club_id", "person_id"),
        Index(None, "person_id", "school_id"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(ForeignKey("club.id", ondelete="CASCADE"))
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    standing: Mapped[str] = mapped_column(String(12))
    role: Mapped[str] = mapped_column(String(12))
    commitment: Mapped[str] = mapped_column(String(12))
    handle: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(default="")
    offered_lead: Mapped[bool] = mapped_column(default=False)
    steps_down: Mapped[bool] = mapped_column(default=False)
    reminders: Mapped[bool | None]
    since: Mapped[datetime | None]
    school_year: Mapped[int]


class SealedMembership(Model):
    """Belonging to any other club: a token and a body. No club, person, date or order."""

    __tablename__ = "sealed_membership"
    __table_args__ = {"sqlite_with_rowid": False}
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    school_id: Mapped[SchoolId]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class InviteCode(Model):
    """A code that lets its holder ask to join an unlisted club."""

    __tablename__ = "invite_code"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), index=True
    )
    code_token: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    expires_on: Mapped[date]
    uses_left: Mapped[int]
