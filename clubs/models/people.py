"""Schools, their lunches, and the people on their rosters."""

from datetime import date, time
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


class LunchWave(Model):
    """One of a school's lunches, such as "A", 11:20 to 12:00."""

    __tablename__ = "lunch_wave"
    __table_args__ = (UniqueConstraint("school_id", "name"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    starts: Mapped[time]
    ends: Mapped[time]


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
    wave_id: Mapped[str | None] = mapped_column(
        String(ID_LENGTH), ForeignKey("lunch_wave.id", ondelete="SET NULL")
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
