"""The series of a school that go on, with their slots."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import or_, select

from clubs.db import db
from clubs.models.clubs import LIVE, Club
from clubs.models.meetings import MeetingSeries, SeriesSlot
from clubs.models.timetable import Term
from clubs.planning.wanted import Pattern


@dataclass(frozen=True)
class Series:
    row: MeetingSeries
    slot_ids: list[str] = field(default_factory=list)

    @property
    def pattern(self) -> Pattern:
        return Pattern.of(self.row, self.slot_ids)

    @property
    def knows_when(self) -> bool:
        """Those from before there were slots know only their weekday."""
        return bool(self.slot_ids) or self.row.starts is not None


def living_series(school_id: str, since: date) -> list[Series]:
    """Series of living clubs that were not over by this day; those that go on until the
    end of a term do so until its new end. Two queries."""
    rows = db.session.execute(
        select(MeetingSeries, Term.last_on)
        .join(Club, Club.id == MeetingSeries.club_id)
        .outerjoin(Term, Term.id == MeetingSeries.term_id)
        .where(
            MeetingSeries.school_id == school_id,
            Club.state.in_(LIVE),
            or_(MeetingSeries.last_on >= since, Term.last_on >= since),
        )
        .order_by(MeetingSeries.id)
        .execution_options(populate_existing=True)
    ).all()
    slots = defaultdict(list)
    of_school = select(SeriesSlot.series_id, SeriesSlot.slot_id).where(
        SeriesSlot.school_id == school_id
    )
    for series_id, slot_id in db.session.execute(of_school.order_by(SeriesSlot.slot_id)):
        slots[series_id].append(slot_id)
    for series, term_ends in rows:
        if term_ends is not None:
            series.last_on = term_ends
    return [Series(series, slots[series.id]) for series, _term_ends in rows]
