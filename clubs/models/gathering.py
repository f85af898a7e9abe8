"""Coming to meetings: tokens only, and what of it may be counted is sealed."""

from datetime import date

from sqlalchemy import ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from clubs.db import Model
from clubs.models.columns import Id, SchoolId, Short


class MeetingComing(Model):
    """One "I'm coming" to a meeting. The body, which says to which, is sealed: a thief
    cannot even count how many come to one club's meetings."""

    __tablename__ = "meeting_coming"
    __table_args__ = {"sqlite_with_rowid": False}
    token: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    school_id: Mapped[SchoolId]
    body: Mapped[bytes] = mapped_column(LargeBinary)


class MeetingJob(Model):
    """Something to do at a meeting, and the handle of whoever does it, if anybody.

    `claim` and `claimed_as` are always there: random bytes where nobody does it yet, so
    that the database does not tell which jobs are taken. A claim is one person's at one
    meeting, so nobody can have two.
    """

    __tablename__ = "meeting_job"
    id: Mapped[Id]
    school_id: Mapped[SchoolId]
    meeting_id: Mapped[str] = mapped_column(
        ForeignKey("meeting.id", ondelete="CASCADE"), index=True
    )
    name: Mapped[Short]
    claim: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    claimed_as: Mapped[bytes] = mapped_column(LargeBinary)


class ClubReach(Model):
    """Which lunches a club's regular members can come to, in words, as of one day.

    Worked out once a month and sealed, so that no single person's joining shows in it.
    """

    __tablename__ = "club_reach"
    club_id: Mapped[str] = mapped_column(
        ForeignKey("club.id", ondelete="CASCADE"), primary_key=True
    )
    school_id: Mapped[SchoolId]
    as_of: Mapped[date]
    body: Mapped[bytes] = mapped_column(LargeBinary)
