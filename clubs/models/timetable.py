"""The school's time: bells by kind of day, lunch waves, terms, days without school.

What the school says lies in terms, weekday rules and marks. `school_day` is what follows
from it, one row a date, worked out again whenever anything here changes (clubs.timetable).
"""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import ID_LENGTH, Model
from clubs.models.columns import Id, SchoolId, Short


class SlotKind(StrEnum):
    """What a stretch of the day is. Clubs meet in all of these but periods."""

    BEFORE = "before"
    PERIOD = "period"
    LUNCH = "lunch"
    FLEX = "flex"
    AFTER = "after"


class DayType(Model):
    """A kind of day with a bell schedule of its own: regular, early closing, assembly."""

    __tablename__ = "day_type"
    __table_args__ = (
        UniqueConstraint("school_id", "name"),
        Index(
            "ix_day_type_one_regular",
            "school_id",
            unique=True,
            sqlite_where=text("regular"),
            postgresql_where=text("regular"),
        ),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    # The kind every school day is unless something says otherwise.
    regular: Mapped[bool] = mapped_column(default=False)


class Slot(Model):
    """A stretch of the day by its name, on whatever kind of day; lunch waves are slots."""

    __tablename__ = "slot"
    __table_args__ = (UniqueConstraint("school_id", "name"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    kind: Mapped[SlotKind] = mapped_column(default=SlotKind.LUNCH)
    name: Mapped[Short]


class SlotTime(Model):
    """From when to when a slot is on one kind of day. Without a row it is not held then."""

    __tablename__ = "slot_time"
    __table_args__ = (CheckConstraint("starts < ends", "starts_before_it_ends"),)
    slot_id: Mapped[str] = mapped_column(
        ForeignKey("slot.id", ondelete="CASCADE"), primary_key=True
    )
    day_type_id: Mapped[str] = mapped_column(
        ForeignKey("day_type.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]
    starts: Mapped[time]
    ends: Mapped[time]


class WeekdayType(Model):
    """Which kind of day a weekday is, such as early closing on Wednesdays (2)."""

    __tablename__ = "weekday_type"
    __table_args__ = (CheckConstraint("weekday BETWEEN 0 AND 6", "a_weekday"),)
    school_id: Mapped[str] = mapped_column(
        ForeignKey("school.id", ondelete="CASCADE"), primary_key=True
    )
    weekday: Mapped[int] = mapped_column(primary_key=True)
    day_type_id: Mapped[str] = mapped_column(ForeignKey("day_type.id", ondelete="CASCADE"))


class Term(Model):
    """From the first to the last day of school of a term. No terms: the whole year."""

    __tablename__ = "term"
    __table_args__ = (
        UniqueConstraint("school_id", "first_on"),
        CheckConstraint("first_on <= last_on", "begins_before_it_ends"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    first_on: Mapped[date]
    last_on: Mapped[date]


class DayMark(Model):
    """What is said about one date: by somebody of the school, or by a calendar brought in.

    What was typed goes before what calendars say, field by field.
    """

    __tablename__ = "day_mark"
    school_id: Mapped[str] = mapped_column(
        ForeignKey("school.id", ondelete="CASCADE"), primary_key=True
    )
    on_date: Mapped[date] = mapped_column(primary_key=True)
    # Which calendar it came from; "" was typed. Bringing one in again replaces its own.
    source: Mapped[Short] = mapped_column(primary_key=True, default="")
    # True: no school. False: school, even where the week or the terms say otherwise.
    # None: only what else stands here is said.
    closed: Mapped[bool | None]
    words: Mapped[Short] = mapped_column(default="")
    day_type_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("day_type.id", ondelete="SET NULL")
    )
    # The cycle day this date has; counting goes on from it.
    cycle_day: Mapped[int | None]
    # The cycle days after it stay as they would have been: a closed day uses up its own,
    # a cycle day that was set is for this date alone.
    keeps_count: Mapped[bool] = mapped_column(default=False)


class SchoolDay(Model):
    """What one date is at this school. Written by clubs.timetable.rebuild alone."""

    __tablename__ = "school_day"
    school_id: Mapped[str] = mapped_column(
        ForeignKey("school.id", ondelete="CASCADE"), primary_key=True
    )
    on_date: Mapped[date] = mapped_column(primary_key=True)
    open: Mapped[bool]
    words: Mapped[Short] = mapped_column(default="")
    day_type_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("day_type.id", ondelete="SET NULL")
    )
    cycle_day: Mapped[int | None]


class PersonLunch(Model):
    """A person's lunch on another kind of day than the regular one (`person.wave_id`)."""

    __tablename__ = "person_lunch"
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), primary_key=True
    )
    day_type_id: Mapped[str] = mapped_column(
        ForeignKey("day_type.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]
    slot_id: Mapped[str] = mapped_column(ForeignKey("slot.id", ondelete="CASCADE"))
