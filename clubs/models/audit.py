"""The record of what staff did, each entry chained to the one before."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short


class AuditEntry(Model):
    """No column here can hold that a student belongs to a club (P18)."""

    __tablename__ = "audit_entry"
    __table_args__ = (UniqueConstraint("school_id", "number"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    number: Mapped[int]
    at: Mapped[datetime]
    staff_id: Mapped[str | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL")
    )
    staff_name: Mapped[Short]
    act: Mapped[str] = mapped_column(String(40))
    subject: Mapped[Short]
    words: Mapped[str]
    chain: Mapped[bytes] = mapped_column(LargeBinary(32))
