"""Change this meeting and all later ones of its series."""

from datetime import date

from sqlalchemy import exists, select

from clubs import clock
from clubs.db import db
from clubs.meetings.services.adults import adult_for
from clubs.meetings.services.bringing import bring_over
from clubs.meetings.services.holding import hold, occurrence, this_and_later
from clubs.meetings.services.planning import new_series
from clubs.meetings.services.when import days_for
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.planning.having import touch
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.planning.telling import mail_members
from clubs.policy.permissions import meetings as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer


def change_from(
    actor: Viewer,
    club: Club,
    meeting: Meeting,
    recurs: Recurs,
    last: date | None,
    term_id: str | None,
    occasion: Occasion,
) -> None:
    """This one and all later ones go on by another rule, at other times, elsewhere.

    The series ends the day before and another begins. Its meetings are the same rows, with
    their agendas and all that hangs on them, brought to the new days in order; what is left
    over is cancelled. What has begun stays as it was. Without an adult in `occasion` the
    one who is named stays. Raises as `services.plan_series`.
    """
    held = hold(actor, club)
    this = occurrence(meeting).meeting
    require(may.may_move_meeting(actor, held.club, this))
    first = max(this.planned_for, clock.today(held.school.zone))
    days = days_for(held, recurs, first, last, term_id, occasion)
    with db.session.begin_nested():
        meetings = [one for one in this_and_later(this) if not may.has_begun(one.meeting)]
        old = _end_old(this)
        before = old.adult_id if old else this.adult_id
        adult_id = before
        if occasion.adult_id is not None:
            adult_id = adult_for(actor, club, occasion.adult_id)
        series = new_series(held, days, occasion, adult_id)
        bring_over(held, meetings, series, days, before)
        _forget_if_empty(old)
        touch([club.id])
        mail_members(actor, held.club)


def _end_old(this: Meeting) -> MeetingSeries | None:
    """The series ends the day before."""
    if this.series_id is None:
        return None
    old = db.session.get_one(MeetingSeries, this.series_id)
    old.last_on, old.term_id = this.planned_for - clock.days(1), None
    return old


def _forget_if_empty(old: MeetingSeries | None) -> None:
    if old is None:
        return
    left = select(exists().where(Meeting.series_id == old.id))
    if not db.session.scalar(left):
        db.session.delete(old)
        db.session.flush()
