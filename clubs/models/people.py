"""Schools and the people on their rosters."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import ID_LENGTH, Model
from clubs.models.columns import Id, SchoolId, Short, SourceId


class PersonKind(StrEnum):
    STUDENT = "student"
    STAFF = "staff"
    CAREGIVER = "caregiver"


class Office(StrEnum):
    """What staff are appointed to, beside their work."""

    ADMIN = "admin"
    DISTRICT_ADMIN = "district_admin"


class School(Model):
    __tablename__ = "school"
    id: Mapped[Id]
    name: Mapped[Short] = mapped_column(unique=True)
    zone: Mapped[Short]
    source_id: Mapped[SourceId | None] = mapped_column(unique=True)
    demo: Mapped[bool] = mapped_column(default=False)
    accent: Mapped[str | None] = mapped_column(String(7))
    decision_days: Mapped[int] = mapped_column(default=7)
    trusted_adult: Mapped[str] = mapped_column(default="")
    privacy_contact: Mapped[str] = mapped_column(default="")
    appeal_contact: Mapped[str] = mapped_column(default="")
    # The days of the week with school; Monday is 0.
    week: Mapped[str] = mapped_column(String(7), default="01234")
    # How many days a cycle has (A and B are two); none without cycle days.
    cycle_length: Mapped[int | None]
    cycle_letters: Mapped[bool] = mapped_column(default=False)
    # A day without school added later moves the cycle days after it by one.
    cycle_shifts: Mapped[bool] = mapped_column(default=True)
    # The address of the public calendar of open clubs, if the school wants one.
    feed_key: Mapped[str | None] = mapped_column(String(ID_LENGTH), unique=True)
    # The last day whose reminders are queued.
    reminded_on: Mapped[date | None]


class Person(Model):
    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("school_id", "source_id"),
        Index(None, "school_id", "kind", "family_name"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    source_id: Mapped[SourceId | None]
    kind: Mapped[PersonKind]
    given_name: Mapped[Short]
    family_name: Mapped[Short]
    email: Mapped[str | None] = mapped_column(String(254), unique=True)
    grade: Mapped[str | None] = mapped_column(String(20))
    active: Mapped[bool] = mapped_column(default=True)
    # When `flask tidy` first saw that they had left; what is theirs ends some time after.
    left_on: Mapped[date | None]
    # Their lunch wave on regular days; `person_lunch` has those of other kinds of days.
    wave_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("slot.id", ondelete="SET NULL")
    )

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


class Appointment(Model):
    __tablename__ = "appointment"
    __table_args__ = (UniqueConstraint("person_id", "office"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    person_id: Mapped[str] = mapped_column(ForeignKey("person.id", ondelete="CASCADE"))
    office: Mapped[Office]
