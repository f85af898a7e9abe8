"""Meeting series, meetings and their sittings. Each occurrence is a row of its own."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import ID_LENGTH, Model
from clubs.models.columns import Id, SchoolId, Short


class MeetingState(StrEnum):
    PLANNED = "planned"
    CANCELLED = "cancelled"


class Rule(StrEnum):
    """On which days a series meets; days without school are skipped by all of them."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"  # such as the first and third Tuesday
    CYCLE = "cycle"
    DATES = "dates"


class MeetingSeries(Model):
    """A rule and what each of its meetings begins with.

    Its slots are in `series_slot`; without any, `starts` and `ends` say when.
    """

    __tablename__ = "meeting_series"
    __table_args__ = (CheckConstraint("starts < ends", "starts_before_it_ends"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), index=True
    )
    rule: Mapped[Rule] = mapped_column(default=Rule.WEEKLY)
    # Monday is 0; none for cycle days and chosen dates.
    weekday: Mapped[int | None]
    # Which weeks of the month ("1,3"; 5 is the last), which cycle days ("2,5"), which dates
    # ("2026-11-24,2026-12-01"), as the rule needs.
    chosen: Mapped[str] = mapped_column(default="")
    first_on: Mapped[date]
    last_on: Mapped[date]
    # Goes on until the end of this term, also when the school moves that.
    term_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("term.id", ondelete="SET NULL")
    )
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    room_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("room.id", ondelete="SET NULL")
    )
    place: Mapped[Short] = mapped_column(default="")
    adult_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("person.id", ondelete="SET NULL")
    )


class SeriesSlot(Model):
    """A slot, such as a lunch wave, in which a series has a sitting."""

    __tablename__ = "series_slot"
    series_id: Mapped[str] = mapped_column(
        ForeignKey("meeting_series.id", ondelete="CASCADE"), primary_key=True
    )
    slot_id: Mapped[str] = mapped_column(
        ForeignKey("slot.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]


class Meeting(Model):
    """One occurrence: wall clock and zone, so that it stays right when clocks change.

    `starts` and `ends` span its sittings that take place.
    """

    __tablename__ = "meeting"
    __table_args__ = (
        Index(None, "school_id", "on_date"),
        Index(None, "club_id", "on_date"),
        UniqueConstraint("series_id", "planned_for"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
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
    # The name of the room, or any other place in words.
    place: Mapped[Short]
    room_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("room.id", ondelete="SET NULL"), index=True
    )
    # The room it had until the school took it back; none once it has a place again.
    lost_room_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("room.id", ondelete="SET NULL")
    )
    # The sponsor or substitute who will be there.
    adult_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("person.id", ondelete="SET NULL"), index=True
    )
    agenda: Mapped[str] = mapped_column(default="")
    state: Mapped[MeetingState] = mapped_column(default=MeetingState.PLANNED)
    # Cancelled because there is no school; comes back by itself when there is again.
    by_calendar: Mapped[bool] = mapped_column(default=False)
    # How often when, where or whether has changed, for calendars (RFC 5545, 3.8.7.4).
    sequence: Mapped[int] = mapped_column(default=0)
    # The day members were told of a change; they see it under Today for a week.
    changed_on: Mapped[date | None]
    change_words: Mapped[Short] = mapped_column(default="")


class Sitting(Model):
    """A meeting in one lunch wave or other slot, or at a time of its own."""

    __tablename__ = "sitting"
    __table_args__ = (
        UniqueConstraint("meeting_id", "slot_id"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
        CheckConstraint("head_count IS NULL OR head_count BETWEEN 0 AND 2000", "counted"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    meeting_id: Mapped[str] = mapped_column(ForeignKey("meeting.id", ondelete="CASCADE"))
    slot_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("slot.id", ondelete="SET NULL"), index=True
    )
    starts: Mapped[time]
    ends: Mapped[time]
    # False on a kind of day that does not have this slot.
    held: Mapped[bool] = mapped_column(default=True)
    head_count: Mapped[int | None]
