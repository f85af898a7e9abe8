"""Whether each school decides in time: clubs and proposals counted, never people."""

from dataclasses import dataclass

from sqlalchemy import func, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club, Step
from clubs.models.people import School
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import school_overseen_by


@dataclass(frozen=True)
class SchoolLine:
    """One school. Unlisted clubs are in no figure: that they exist is not said."""

    name: str
    clubs: int
    waiting: int
    late: int


def schools_of(viewer: Viewer) -> list[SchoolLine]:
    """All schools the viewer oversees; late is what is past its day where they are."""
    today = clock.today(viewer.zone)
    clubs = (
        select(func.count())
        .where(
            Club.school_id == School.id,
            Club.state.in_(LIVE),
            Club.step != Step.UNLISTED,
        )
        .correlate(School)
        .scalar_subquery()
    )
    waiting = (
        select(func.count())
        .where(
            Proposal.school_id == School.id,
            Proposal.club_id == Club.id,
            Club.step != Step.UNLISTED,
            Proposal.stage.in_(OPEN_STAGES),
        )
        .correlate(School)
    )
    late = waiting.where(Proposal.due_on < today).scalar_subquery()
    rows = db.session.execute(
        select(School.name, clubs, waiting.scalar_subquery(), late)
        .where(school_overseen_by(viewer))
        .order_by(func.lower(School.name))
    )
    return [SchoolLine(*row) for row in rows]
