"""What a school says of its days, and its clubs' meetings as they lie there."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from sqlalchemy import select

from clubs import clock, timetable
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingSeries, Rule, Sitting
from clubs.models.people import Person, School
from clubs.models.rooms import Booking
from clubs.models.timetable import DayMark, DayType, Slot, SlotTime
from clubs.planning.following import follow_calendar
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from tests.factories import Builder

TODAY = date(2026, 11, 16)
TUESDAYS = [date(2026, 11, 17), date(2026, 11, 24), date(2026, 12, 1), date(2026, 12, 8)]
LAST = date(2026, 12, 11)
COMING = [TODAY + clock.days(number) for number in range(60)]
EVERY_TUESDAY = Recurs(Rule.WEEKLY, 1)


class Calendar:
    """The days of the first school."""

    def __init__(self, build: Builder) -> None:
        self.build = build

    def says(self, on: date, **said: Any) -> None:
        """Mark a day, and let the meetings follow."""
        with self.build.site():
            mark = DayMark(school_id=self.build.school.id, on_date=on, source="")
            for name, value in {"words": "", "keeps_count": False, **said}.items():
                setattr(mark, name, value)
            db.session.merge(mark)
            self.follow()

    def takes_back(self, on: date) -> None:
        with self.build.site():
            of_day = DayMark.school_id == self.build.school.id, DayMark.on_date == on
            for mark in db.session.scalars(select(DayMark).where(*of_day)):
                db.session.delete(mark)
            self.follow()

    def follow(self, also: Iterable[date] = ()) -> None:
        """What every change of the school's time ends with."""
        db.session.flush()
        school = db.session.get_one(School, self.build.school.id)
        changed = {*timetable.rebuild(school), *also}
        if changed:
            follow_calendar(school.id, sorted(changed))

    def begins(self, **school: Any) -> None:
        """Say something of the school itself, before anything is planned."""
        with self.build.site():
            held = db.session.get_one(School, self.build.school.id)
            for name, value in school.items():
                setattr(held, name, value)
            db.session.flush()
            timetable.rebuild(held)

    def kind(self, name: str, times: dict[str, tuple[time, time]]) -> DayType:
        """A kind of day with other times for these slots, and without the others."""
        kind = self.build.keep(DayType(school_id=self.build.school.id, name=name))
        for slot_id, (starts, ends) in times.items():
            with self.build.site():
                slot = db.session.get_one(Slot, slot_id)
            self.build.slot_time(slot, kind, starts, ends)
        return kind

    def ring(
        self,
        slot: Slot,
        kind: DayType,
        starts: time,
        ends: time,
        days: Iterable[date] = COMING,
    ) -> None:
        """Change the bells of a kind of day, which is that of these days."""
        with self.build.site():
            key = {"slot_id": slot.id, "day_type_id": kind.id}
            held = db.session.get_one(SlotTime, key)
            held.starts, held.ends = starts, ends
            self.follow(days)

    def series(
        self,
        club: Club,
        actor: Person,
        recurs: Recurs = EVERY_TUESDAY,
        *,
        term_id: str | None = None,
        first: date = TODAY,
        last: date | None = LAST,
        **occasion: Any,
    ) -> list[Meeting]:
        values: dict[str, Any] = {"starts": time(12), "ends": time(12, 40)}
        if "slot_ids" in occasion:
            values = {}
        wanted = Occasion(**({"place": "Room 12"} | values | occasion))
        with self.build.acting(actor) as viewer:
            return services.plan_series(
                viewer, club, recurs, first, last, term_id, wanted, agenda="Hello"
            )


def meetings(build: Builder) -> list[Meeting]:
    """All meetings there are, by the day they were planned for."""
    with build.site():
        return list(
            db.session.scalars(select(Meeting).order_by(Meeting.planned_for, Meeting.id))
        )


def sittings(build: Builder, meeting: Meeting) -> list[Sitting]:
    with build.site():
        found = select(Sitting).where(Sitting.meeting_id == meeting.id)
        return list(db.session.scalars(found.order_by(Sitting.starts)))


def times(build: Builder, meeting: Meeting) -> list[tuple[str, bool]]:
    return [(f"{one.starts:%H:%M}", one.held) for one in sittings(build, meeting)]


def states(build: Builder) -> list[str]:
    return [one.state.value for one in meetings(build)]


def series_of(build: Builder) -> list[MeetingSeries]:
    with build.site():
        return list(
            db.session.scalars(select(MeetingSeries).order_by(MeetingSeries.first_on))
        )


def bookings(build: Builder) -> list[tuple[date, str, str]]:
    """When rooms are booked: the day, from, until."""
    with build.site():
        rows = db.session.scalars(select(Booking).order_by(Booking.on_date, Booking.starts))
        return [(one.on_date, f"{one.starts:%H:%M}", f"{one.ends:%H:%M}") for one in rows]
