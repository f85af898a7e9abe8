"""Rooms, who has them when, and when the school has taken them back."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    event,
)
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import ID_LENGTH, Model
from clubs.models import booked_once
from clubs.models.columns import Id, SchoolId, Short


class RoomKind(StrEnum):
    """Who loses a room is offered others of the same kind."""

    CLASSROOM = "classroom"
    LIBRARY = "library"
    GYM = "gym"
    HALL = "hall"
    WORKSHOP = "workshop"
    MEETING = "meeting"
    OUTDOORS = "outdoors"


class Room(Model):
    __tablename__ = "room"
    __table_args__ = (
        UniqueConstraint("school_id", "name"),
        CheckConstraint("capacity IS NULL OR capacity > 0", "some_places"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    kind: Mapped[RoomKind] = mapped_column(default=RoomKind.CLASSROOM)
    capacity: Mapped[int | None]
    step_free: Mapped[bool] = mapped_column(default=False)
    quiet: Mapped[bool] = mapped_column(default=False)
    near_exit: Mapped[bool] = mapped_column(default=False)
    # On which days of the week it may be had; Monday is 0.
    weekdays: Mapped[str] = mapped_column(String(7), default="01234")
    needs_yes: Mapped[bool] = mapped_column(default=False)
    in_use: Mapped[bool] = mapped_column(default=True)


class BookingState(StrEnum):
    """A booking that waits for a yes keeps the room just as one that has it."""

    WAITING = "waiting"
    GIVEN = "given"


class Booking(Model):
    """A room on a date from when to when, for a sitting of a meeting or for an event.

    No two of one room overlap, and one may begin when another ends: booked_once says so
    to the database itself.
    """

    __tablename__ = "booking"
    __table_args__ = (
        Index(None, "room_id", "on_date"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
        CheckConstraint("(sitting_id IS NULL) <> (event_id IS NULL)", "for_one_thing"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    room_id: Mapped[str] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"))
    on_date: Mapped[date]
    starts: Mapped[time]
    ends: Mapped[time]
    state: Mapped[BookingState] = mapped_column(default=BookingState.GIVEN)
    sitting_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("sitting.id", ondelete="CASCADE"), unique=True
    )
    event_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("event.id", ondelete="CASCADE"), index=True
    )


@event.listens_for(Booking.__table__, "after_create")
def _made(_table: object, connection: Connection, **_given: object) -> None:
    booked_once.set_up(connection)


@event.listens_for(Booking.__table__, "after_drop")
def _dropped(_table: object, connection: Connection, **_given: object) -> None:
    booked_once.take_down(connection)


class RoomBlock(Model):
    """Staff take a room back for a while, with a reason everybody may read."""

    __tablename__ = "room_block"
    __table_args__ = (
        Index(None, "room_id", "last_on"),
        CheckConstraint("first_on <= last_on", "begins_before_it_ends"),
        CheckConstraint("starts < ends", "starts_before_it_ends"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    room_id: Mapped[str] = mapped_column(ForeignKey("room.id", ondelete="CASCADE"))
    first_on: Mapped[date]
    last_on: Mapped[date]
    # Both empty: the whole day.
    starts: Mapped[time | None]
    ends: Mapped[time | None]
    reason: Mapped[Short]


class RoomBlockAllowed(Model):
    """A club that may still use the room."""

    __tablename__ = "room_block_allowed"
    block_id: Mapped[str] = mapped_column(
        ForeignKey("room_block.id", ondelete="CASCADE"), primary_key=True
    )
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]
