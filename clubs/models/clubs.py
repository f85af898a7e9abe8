"""Clubs, their sponsors, and the risk check."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import ID_LENGTH, Model
from clubs.models.columns import Id, SchoolId, Short, SourceId


class ClubKind(StrEnum):
    """Gives a starter checklist and ideas; never changes what a club may do."""

    ALLIANCE = "alliance"
    INCLUSION = "inclusion"
    SOCIAL = "social"
    JUSTICE = "justice"
    CULTURE = "culture"
    INTEREST = "interest"
    CAREGIVERS = "caregivers"
    COMMITTEE = "committee"


class Audience(StrEnum):
    STUDENTS = "students"
    CAREGIVERS = "caregivers"
    MIXED = "mixed"


class Step(StrEnum):
    """The privacy ladder, from the lowest step to the highest."""

    OPEN = "open"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"
    UNLISTED = "unlisted"

    @property
    def height(self) -> int:
        return list(Step).index(self)


class ClubState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    PILOT = "pilot"
    ACTIVE = "active"
    PAUSED = "paused"
    CLOSED = "closed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


LIVE = (ClubState.PILOT, ClubState.ACTIVE, ClubState.PAUSED)


class PartOfDay(StrEnum):
    LUNCH = "lunch"
    BEFORE = "before"
    AFTER = "after"
    OTHER = "other"


class Club(Model):
    """A club and the last accepted text of its page."""

    __tablename__ = "club"
    __table_args__ = (
        Index(None, "school_id", "state", "name", "id"),
        UniqueConstraint("school_id", "source_id"),
        CheckConstraint("capacity IS NULL OR capacity > 0", "some_places"),
        CheckConstraint(
            "NOT no_list OR step IN ('confidential', 'unlisted')", "no_list_high"
        ),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    state: Mapped[ClubState] = mapped_column(default=ClubState.PROPOSED)
    kind: Mapped[ClubKind]
    audience: Mapped[Audience] = mapped_column(default=Audience.STUDENTS)
    step: Mapped[Step] = mapped_column(default=Step.CONFIDENTIAL)
    no_list: Mapped[bool] = mapped_column(default=False)
    name: Mapped[Short]
    focus: Mapped[Short] = mapped_column(default="")
    purpose: Mapped[str] = mapped_column(default="")
    first_meeting: Mapped[str] = mapped_column(default="")
    weekday: Mapped[int | None]
    part_of_day: Mapped[PartOfDay | None]
    capacity: Mapped[int | None]
    review_on: Mapped[date | None]
    loosen_to: Mapped[Step | None]
    loosen_no_list: Mapped[bool] = mapped_column(default=False)
    loosen_on: Mapped[date | None]
    # Since when a living club has had no leader, as `flask tidy` found: never at once, for
    # then an admin's page would change at the moment somebody leaves (P6).
    leaderless_since: Mapped[date | None]
    # The address of its own calendar, if it wants one; worth nothing above *private*.
    feed_key: Mapped[str | None] = mapped_column(String(ID_LENGTH), unique=True)
    # Grows with every change of when and where, so that calendars know when to look.
    calendar_version: Mapped[int] = mapped_column(default=0)
    source_id: Mapped[SourceId | None]
    # Word for word as a school's own list said it.
    imported_when: Mapped[str] = mapped_column(default="")
    imported_where: Mapped[str] = mapped_column(default="")
    imported_advisor: Mapped[str] = mapped_column(default="")
    school_year: Mapped[int]

    @property
    def live(self) -> bool:
        return self.state in LIVE


class SponsorStanding(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"


class Sponsorship(Model):
    """A member of staff who stands by a club, or is asked to."""

    __tablename__ = "sponsorship"
    __table_args__ = (UniqueConstraint("club_id", "person_id"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(ForeignKey("club.id", ondelete="CASCADE"))
    person_id: Mapped[str] = mapped_column(
        ForeignKey("person.id", ondelete="CASCADE"), index=True
    )
    standing: Mapped[SponsorStanding]


class RiskQuestion(StrEnum):
    CONFIDENTIALITY = "confidentiality"
    GROUP_DYNAMICS = "group_dynamics"
    ROOM_EXPOSURE = "room_exposure"
    ONLINE_CONTACT = "online_contact"
    SECOND_ADULT = "second_adult"
    DISCLOSURE = "disclosure"
    STOP_CRITERIA = "stop_criteria"


class RiskAnswer(Model):
    """What a club answered to one question of its risk check; never a name."""

    __tablename__ = "risk_answer"
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[RiskQuestion] = mapped_column(primary_key=True)
    school_id: Mapped[SchoolId]
    answer: Mapped[str]
