"""Reminders the day before: one neutral mail each, at one fixed hour for everybody.

Whoever is reminded of however many meetings gets the same mail at the same time as anybody
else, so that neither its words nor its hour tell which club it is about (P15).
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import exists, or_, select, update

from clubs import clock
from clubs.db import db
from clubs.models.clubs import LIVE, Club
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.people import School
from clubs.planning.telling import mail_clubs
from clubs.timetable.day_before import reminded_of


def remind(school_id: str, zone: str, hour: int) -> bool:
    """Queue the reminders of a school once a day, from this hour on; whether just now."""
    now = clock.now_at(zone)
    if now.hour < hour or not _is_first(school_id, now.date()):
        return False
    mail_clubs(school_id, _meeting_on(school_id, reminded_of(school_id, now.date())))
    return True


def _is_first(school_id: str, today: date) -> bool:
    """Of runs at the same time the database lets one through."""
    not_yet = or_(School.reminded_on.is_(None), School.reminded_on < today)
    first = update(School).where(School.id == school_id, not_yet)
    done = db.session.execute(first.values(reminded_on=today).returning(School.id))
    return done.first() is not None


def _meeting_on(school_id: str, days: Sequence[date]) -> Sequence[Club]:
    held = exists().where(Sitting.meeting_id == Meeting.id, Sitting.held)
    meets = exists().where(
        Meeting.club_id == Club.id,
        Meeting.on_date.in_(days),
        Meeting.state == MeetingState.PLANNED,
        held,
    )
    clubs = select(Club).where(Club.school_id == school_id, Club.state.in_(LIVE), meets)
    return db.session.scalars(clubs).all()
