"""What is next in each of somebody's clubs: their own sitting, if there is one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Row, and_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.timetable import Slot, SlotKind
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import meeting_visible_to
from clubs.timetable.own_time import own_time
from clubs.timetable.within_reach import own_sitting

_DAYS_AHEAD = 60


@dataclass(frozen=True)
class Next:
    """One sitting of a club's next meeting."""

    meeting_id: str
    on_date: date
    starts: time
    place: str
    slot_id: str | None
    kind: SlotKind | None

    @property
    def lunch(self) -> bool:
        return self.kind is SlotKind.LUNCH


def next_meetings(viewer: Viewer) -> dict[str, Next]:
    """By club, in two queries; where they can come to no sitting, the first."""
    today = clock.today(viewer.zone)
    until = today + clock.days(_DAYS_AHEAD)
    sittings: dict[str, list[Next]] = {}
    for club_id, *sitting in _ahead(viewer, today, until):
        one = Next(*sitting)
        of_club = sittings.setdefault(club_id, [one])
        if one is not of_club[0] and one.meeting_id == of_club[0].meeting_id:
            of_club.append(one)
    if not sittings:
        return {}
    own = own_time(viewer.school_id, viewer.person_id, viewer.wave_id, today, until)
    return {key: own_sitting(own, some) or some[0] for key, some in sittings.items()}


def _ahead(viewer: Viewer, today: date, until: date) -> Iterable[Row[*tuple[Any, ...]]]:
    return db.session.execute(
        select(
            Meeting.club_id,
            Meeting.id,
            Meeting.on_date,
            Sitting.starts,
            Meeting.place,
            Sitting.slot_id,
            Slot.kind,
        )
        .join(Club, Club.id == Meeting.club_id)
        .join(Sitting, and_(Sitting.meeting_id == Meeting.id, Sitting.held))
        .outerjoin(Slot, Slot.id == Sitting.slot_id)
        .where(
            meeting_visible_to(viewer),
            Meeting.club_id.in_(viewer.knows),
            Meeting.state == MeetingState.PLANNED,
            Meeting.on_date.between(today, until),
        )
        .order_by(Meeting.on_date, Meeting.starts, Meeting.id, Sitting.starts)
    )
