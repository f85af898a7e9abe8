"""Plan a meeting, or a series of them."""

from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy import select

from clubs.db import db
from clubs.meetings.services.adults import adult_for
from clubs.meetings.services.holding import Held, hold
from clubs.meetings.services.places import room_of, template_for
from clubs.meetings.services.when import Days, days_for, parts_for
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Sitting
from clubs.planning.having import have_rooms, touch
from clubs.planning.making import make, say_slots
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.planning.sittings import Part
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.running import may_plan_meetings
from clubs.policy.viewer import Viewer


def plan(
    actor: Viewer, club: Club, day: date, occasion: Occasion, *, agenda: str
) -> Meeting:
    """One meeting on this day, by the school's own bells.

    Raises NotOnThatDay where there is no school or no such slot, booking.NotAvailable if
    the room cannot be had, TooLate if the club meets then already.
    """
    held = hold(actor, club)
    require(may_plan_meetings(actor, held.club))
    parts = parts_for(held.school.id, day, occasion)
    with db.session.begin_nested():
        [meeting] = _plan(actor, held, {day: parts}, occasion, agenda, None)
    return meeting


def plan_series(
    actor: Viewer,
    club: Club,
    recurs: Recurs,
    first: date,
    last: date | None,
    term_id: str | None,
    occasion: Occasion,
    *,
    agenda: str,
) -> list[Meeting]:
    """A meeting on each day of the rule that has school and one of the slots, until `last`
    or the end of the term. Each is a row that is moved, cancelled and counted by itself.

    Raises as `plan` does, NotAvailable with all the days on which there is no room; then
    nothing is planned.
    """
    held = hold(actor, club)
    require(may_plan_meetings(actor, held.club))
    days = days_for(held, recurs, first, last, term_id, occasion)
    with db.session.begin_nested():
        adult_id = adult_for(actor, club, occasion.adult_id)
        series = new_series(held, days, occasion, adult_id)
        return _plan(actor, held, days.parts, occasion, agenda, series)


def new_series(
    held: Held, days: Days, occasion: Occasion, adult_id: str | None
) -> MeetingSeries:
    pattern, room = days.pattern, room_of(held, occasion)
    starts, ends = pattern.own or (None, None)
    series = MeetingSeries(
        school_id=held.school.id,
        club_id=held.club.id,
        rule=pattern.recurs.rule,
        weekday=pattern.recurs.weekday,
        chosen=pattern.recurs.chosen,
        first_on=pattern.first,
        last_on=pattern.last,
        term_id=days.term_id,
        starts=starts,
        ends=ends,
        room_id=room.id if room else None,
        place=room.name if room else occasion.place,
        adult_id=adult_id,
    )
    db.session.add(series)
    db.session.flush()
    say_slots(series, pattern.slot_ids)
    return series


def _plan(
    actor: Viewer,
    held: Held,
    days: dict[date, list[Part]],
    occasion: Occasion,
    agenda: str,
    series: MeetingSeries | None,
) -> list[Meeting]:
    _refuse_twice(held.club, days)
    adult_id = adult_for(actor, held.club, occasion.adult_id)
    template = template_for(held, occasion, adult_id, agenda, series)
    made = make((template, days))
    have_rooms(made)
    touch([held.club.id])
    return [one.meeting for one in made]


def _refuse_twice(club: Club, days: dict[date, list[Part]]) -> None:
    """TooLate if the club meets at that time already, as when a button is pressed twice."""
    rows = db.session.execute(
        select(Meeting.on_date, Sitting.starts, Sitting.ends)
        .join(Sitting, Sitting.meeting_id == Meeting.id)
        .where(
            Meeting.club_id == club.id,
            Meeting.on_date.between(min(days), max(days)),
            Meeting.state == MeetingState.PLANNED,
            Sitting.held,
        )
        .order_by(Meeting.on_date)
    )
    for on, starts, ends in rows:
        held = [part for part in days.get(on, ()) if part.held]
        if any(starts < part.ends and ends > part.starts for part in held):
            day = format_date(on, "EEEE, MMMM d")
            raise TooLate(_("The club meets at that time on %(day)s already.", day=day))
