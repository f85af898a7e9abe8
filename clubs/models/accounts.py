"""How people sign in: passwords, links, sessions, and the throttle."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId


class LinkPurpose(StrEnum):
    INVITATION = "invitation"
    RESET = "reset"


class Password(Model):
    """An argon2id hash. (Second factors come to stand beside it.)"""

    __tablename__ = "password"
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    hash: Mapped[str]


class PasswordLink(Model):
    """A single-use link that sets a password; only the hash of its secret is kept."""

    __tablename__ = "password_link"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[LinkPurpose]
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    expires_at: Mapped[datetime]


class SessionRecord(Model):
    """One signed-in device. Without its row a cookie is worth nothing."""

    __tablename__ = "session_record"
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    expires_at: Mapped[datetime] = mapped_column(index=True)


class ThrottleBucket(Model):
    """How many tries an account or a device has left; its key names neither."""

    __tablename__ = "throttle_bucket"
    key: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    level: Mapped[float]
    measured_at: Mapped[datetime] = mapped_column(index=True)
