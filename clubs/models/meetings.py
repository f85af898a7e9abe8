"""Meeting series and meetings. Each occurrence is a row that can be moved or cancelled."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short


class MeetingState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


class MeetingSeries(Model):
    __tablename__ = "meeting_series"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), index=True
    )
    weekday: Mapped[int]
    first_on: Mapped[date]
    last_on: Mapped[date]


class Meeting(Model):
    """One occurrence: wall clock and zone, so that it stays right when clocks change."""

    __tablename__ = "meeting"
    __table_args__ = (
        Index(None, "school_id", "on_date"),
        Index(None, "club_id", "on_date"),
        UniqueConstraint("series_id", "planned_for"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
        CheckConstraint("head_count IS NULL OR head_count BETWEEN 0 AND 2000", "counted"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(ForeignKey("club.id", ondelete="CASCADE"))
    series_id: Mapped[str | None] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="SET NULL")
    )
    # The date the series gave it; `on_date` differs once it has been moved.
    planned_for: Mapped[date]
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    zone: Mapped[Short]
    wave_id: Mapped[str | None] = mapped_column(
        ForeignKey("lunch_wave.id", ondelete="SET NULL")
    )
    place: Mapped[Short]
    agenda: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    # The day members were told of a change; they see it under Today for a week.
    changed_on: Mapped[date | None]
    change_words: Mapped[Short] = mapped_column(default="")
    head_count: Mapped[int | None]
