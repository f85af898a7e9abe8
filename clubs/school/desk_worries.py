"""Clubs that need the school. Nothing here changes when one person joins or leaves."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, ScalarSelect, and_, case, exists, func, or_, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club, ClubState, Sponsorship, SponsorStanding
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.policy.ladder import steps_timed_for
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_overseen_by

_MOST = 100
_DAYS_AHEAD = 7


@dataclass(frozen=True)
class Worry:
    """A club that needs the school: what is missing there."""

    id: str
    name: str
    no_sponsor: bool
    no_leader: bool
    review_on: date | None
    no_adult: bool
    # Only where the ladder shows admins when a club meets.
    no_adult_on: date | None


def worries(viewer: Viewer) -> list[Worry]:
    """Living clubs that lack sponsor, leader or an adult soon; pilots to be looked at.

    That nobody leads is taken from a daily note, never from memberships (P6).
    """
    today = clock.today(viewer.zone)
    sponsored = exists().where(
        Sponsorship.club_id == Club.id,
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    due = and_(Club.state == ClubState.PILOT, Club.review_on <= today)
    timed = Club.step.in_(steps_timed_for(viewer.outside))
    alone = _without_adult(today, timed)
    rows = db.session.execute(
        select(Club.id, Club.name, ~sponsored, Club.leaderless_since.is_not(None))
        .add_columns(case((due, Club.review_on)), alone.is_not(None), case((timed, alone)))
        .where(
            club_overseen_by(viewer),
            Club.state.in_(LIVE),
            or_(~sponsored, Club.leaderless_since.is_not(None), due, alone.is_not(None)),
        )
        .order_by(func.lower(Club.name), Club.id)
        .limit(_MOST)
    )
    return [Worry(*row) for row in rows]


def _without_adult(today: date, timed: ColumnElement[bool]) -> ScalarSelect[date]:
    """The first day of the next seven on which a club meets with no adult named.

    Of clubs whose days are not for the viewer, one of this week or the next: it changes
    with the week, so that nobody can tell the day by when it comes and goes.
    """
    monday = today - clock.days(today.weekday())
    soon = Meeting.on_date.between(today, today + clock.days(_DAYS_AHEAD))
    these_weeks = Meeting.on_date.between(monday, monday + clock.days(13))
    held = exists().where(Sitting.meeting_id == Meeting.id, Sitting.held)
    return (
        select(func.min(Meeting.on_date))
        .where(
            Meeting.club_id == Club.id,
            Meeting.state == MeetingState.PLANNED,
            Meeting.adult_id.is_(None),
            or_(and_(timed, soon), and_(~timed, these_weeks)),
            held,
        )
        .correlate(Club)
        .scalar_subquery()
    )
