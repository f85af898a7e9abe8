"""School-wide awareness events, and who is coming: tokens only."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short


class EventState(StrEnum):
    PROPOSED = "proposed"
    APPROVED = "approved"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


class EventAudience(StrEnum):
    STUDENTS = "students"
    SCHOOL = "school"
    FAMILIES = "families"
    COMMUNITY = "community"


class Event(Model):
    __tablename__ = "event"
    __table_args__ = (
        Index(None, "school_id", "state", "on_date"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[EventState] = mapped_column(default=EventState.PROPOSED)
    title: Mapped[Short]
    what: Mapped[str]
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[Short]
    place: Mapped[Short]
    audience: Mapped[EventAudience]
    outsider: Mapped[str] = mapped_column(default="")
    outsider_approved: Mapped[bool] = mapped_column(default=False)
    cancelled_because: Mapped[Short] = mapped_column(default="")
    changed_on: Mapped[date | None]


class Coming(Model):
    """One "I'm coming". It can be counted; it cannot be read."""

    __tablename__ = "coming"
    __table_args__ = {"sqlite_with_rowid": False}
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    school_id: Mapped[SchoolId]
    event_id: Mapped[str] = mapped_column(
        ForeignKey("event.id", ondelete="CASCADE"), index=True
    )
