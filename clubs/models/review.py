"""Proposals, what they would change, and every decision on them."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short
from clubs.models.sealing import SealedText


class About(StrEnum):
    """What a proposal asks for."""

    CLUB = "club"
    CHANGE = "change"
    EVENT = "event"


class Stage(StrEnum):
    NEEDS_SPONSOR = "needs_sponsor"
    WITH_SPONSOR = "with_sponsor"
    WITH_SCHOOL = "with_school"
    CHANGES_ASKED = "changes_asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


OPEN_STAGES = (
    Stage.NEEDS_SPONSOR,
    Stage.WITH_SPONSOR,
    Stage.WITH_SCHOOL,
    Stage.CHANGES_ASKED,
)
_OPEN = "stage IN ('needs_sponsor', 'with_sponsor', 'with_school', 'changes_asked')"


class Act(StrEnum):
    """What somebody did with a proposal."""

    PROPOSED = "proposed"
    SAID = "said"
    SPONSOR_ACCEPTED = "sponsor_accepted"
    SPONSOR_DECLINED = "sponsor_declined"
    DESIGNATED = "designated"
    ASKED = "asked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    APPEALED = "appealed"


class Reason(StrEnum):
    """Content-neutral grounds on which anything may be declined."""

    NO_SPONSOR = "no_sponsor"
    NO_SPACE = "no_space"
    SAFETY_PLAN = "safety_plan"
    DUPLICATE = "duplicate"
    INCOMPLETE = "incomplete"
    LATE = "late"
    OUTSIDE_SCHOOL = "outside_school"


class Proposal(Model):
    """A revision of a club's page, a new club, or an event, waiting for decisions."""

    __tablename__ = "proposal"
    __table_args__ = (
        Index(
            "one_open_revision",
            "club_id",
            unique=True,
            sqlite_where=text(f"event_id IS NULL AND {_OPEN}"),
            postgresql_where=text(f"event_id IS NULL AND {_OPEN}"),
        ),
        Index(
            "one_open_event_proposal",
            "event_id",
            unique=True,
            sqlite_where=text(_OPEN),
            postgresql_where=text(_OPEN),
        ),
        Index(None, "school_id", "stage", "due_on"),
    )
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), index=True
    )
    event_id: Mapped[str | None] = mapped_column(ForeignKey("event.id", ondelete="CASCADE"))
    about: Mapped[About]
    stage: Mapped[Stage]
    # Whoever asked for changes gets the answer.
    returns_to: Mapped[Stage | None]
    waiting_since: Mapped[date]
    due_on: Mapped[date]
    appealed: Mapped[bool] = mapped_column(default=False)

    @property
    def open(self) -> bool:
        return self.stage in OPEN_STAGES


class Wording(Model):
    """What a club's page would say if a proposal were accepted."""

    __tablename__ = "wording"
    proposal_id: Mapped[str] = mapped_column(
        ForeignKey("proposal.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]
    name: Mapped[Short]
    focus: Mapped[Short]
    purpose: Mapped[str]
    first_meeting: Mapped[str]


class Review(Model):
    """One entry in a proposal's history. Numbered: times would name proposers."""

    __tablename__ = "review"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    proposal_id: Mapped[str] = mapped_column(ForeignKey("proposal.id", ondelete="CASCADE"))
    number: Mapped[int]
    # Staff act under their name; a proposer has none here, only their handle in the club.
    staff_id: Mapped[str | None] = mapped_column(
        ForeignKey("person.id", ondelete="SET NULL")
    )
    as_sponsor: Mapped[bool] = mapped_column(default=False)
    act: Mapped[Act]
    reason: Mapped[Reason | None]
    on_date: Mapped[date]
    words_sealed: Mapped[bytes] = mapped_column(LargeBinary)
    words = SealedText(size=512)
