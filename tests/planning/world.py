"""A school in which anything may happen to a club's series."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

import time_machine
from sqlalchemy import select

from clubs import clock, timetable
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import School
from clubs.models.timetable import Term
from clubs.planning.occasion import Occasion
from clubs.planning.recurrence import Recurs
from clubs.planning.series import living_series
from clubs.planning.sittings import Part
from clubs.planning.wanted import wanted_days
from clubs.policy.permissions import NotAllowed
from clubs.policy.permissions.meetings import has_begun
from clubs.policy.viewer import Viewer
from tests.factories import Builder
from tests.planning.calendar import Calendar, sittings

Facts = tuple[object, ...]
# In these weeks the clocks of all four zones change, one way or another.
MONDAY = date(2026, 10, 19)
DAYS = [MONDAY + clock.days(number) for number in range(33)]


def _begins(parts: list[Part]) -> time:
    return min(part.starts for part in parts if part.held)


@dataclass
class World:
    build: Builder
    traveller: time_machine.Traveller
    zone: str
    begun: dict[str, Facts] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    by_hand: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        build = self.build
        with build.site():
            db.session.get_one(School, build.school.id).zone = self.zone
        self.traveller.move_to(clock.moment(MONDAY, time(9), self.zone))
        self.calendar = Calendar(build)
        self.leader = build.student()
        self.club = build.club(leader=self.leader)
        self.a, self.c = build.wave("A", time(11)), build.wave("C", time(12, 30))
        self.early = self.calendar.kind("Early", {self.a.id: (time(10), time(10, 30))})
        school_id = build.school.id
        self.term = build.keep(
            Term(school_id=school_id, name="Autumn", first_on=MONDAY, last_on=DAYS[-1])
        )
        self.calendar.begins(cycle_length=6)

    def plan(self, recurs: Recurs, slots: str) -> bool:
        """Until the end of term; False if there is no day for it."""
        ids = {"a": (self.a.id,), "c": (self.c.id,), "ac": (self.a.id, self.c.id)}[slots]
        given: dict[str, Any] = {"term_id": self.term.id, "last": None}
        try:
            self.calendar.series(
                self.club, self.leader, recurs, slot_ids=ids, first=MONDAY, **given
            )
        except services.NotOnThatDay:
            return False
        return True

    def mark(self, on: date, closed: bool | None, early: bool) -> None:
        kind = self.early.id if early else None
        self.calendar.says(on, closed=closed, day_type_id=kind)

    def clear(self, on: date) -> None:
        self.calendar.takes_back(on)

    def end_term(self, on: date) -> None:
        with self.build.site():
            db.session.get_one(Term, self.term.id).last_on = on
            self.calendar.follow()

    def ring(self, minute: int) -> None:
        times = time(11, minute), time(12)
        self.calendar.ring(self.a, self.build.regular, *times, DAYS)

    def move(self, number: int, on: date) -> None:
        at = Occasion(slot_ids=(self.a.id,), place="Gym")

        def deed(viewer: Viewer, club: Club, meeting: Meeting) -> None:
            services.move(viewer, club, meeting, on, at)

        self._do(number, deed)

    def cancel(self, number: int) -> None:
        def deed(viewer: Viewer, club: Club, meeting: Meeting) -> None:
            services.cancel(viewer, club, meeting, reason="Ill")
            self.by_hand.add(meeting.id)

        self._do(number, deed)

    def wait(self, days: int) -> None:
        """Days go by; it is eleven o'clock and lunch A has begun."""
        now = clock.today(self.zone) + clock.days(days)
        self.traveller.move_to(clock.moment(now, time(11, 30), self.zone))

    def _do(self, number: int, deed: Callable[[Viewer, Club, Meeting], None]) -> None:
        rows = self.rows()
        with self.build.acting(self.leader) as viewer:
            club = db.session.get_one(Club, self.club.id)
            meeting = db.session.get_one(Meeting, rows[number % len(rows)].id)
            try:
                deed(viewer, club, meeting)
            except NotAllowed:
                return

    def rows(self) -> list[Meeting]:
        with self.build.site():
            found = select(Meeting).order_by(Meeting.planned_for, Meeting.id)
            return list(db.session.scalars(found))

    def facts(self, one: Meeting) -> Facts:
        sat = tuple((s.id, s.starts, s.ends, s.held) for s in sittings(self.build, one))
        return (one.planned_for, one.on_date, one.starts, one.ends, one.state, sat)

    def check(self) -> None:
        rows = self.rows()
        with self.build.site():
            table = timetable.timetable_of(self.build.school.id, MONDAY, date(2027, 7, 31))
            today = clock.today(self.zone)
            series = living_series(self.build.school.id, today)
            wanted = {
                on
                for each in series
                for on, parts in wanted_days(each.pattern, table, today).items()
                if clock.moment(on, _begins(parts), self.zone) > clock.now()
            }
        planned_for = [one.planned_for for one in rows]
        assert self.seen <= {one.id for one in rows}, "none is lost"
        assert len(planned_for) == len(set(planned_for)), "none is there twice"
        assert wanted <= set(planned_for), "every day has its meeting"
        for one in rows:
            if has_begun(one):
                assert self.begun.setdefault(one.id, self.facts(one)) == self.facts(one)
            else:
                self._check_to_come(one, table, wanted)
        self.seen = {one.id for one in rows}

    def _check_to_come(
        self, one: Meeting, table: timetable.Timetable, wanted: set[date]
    ) -> None:
        held = [sitting for sitting in sittings(self.build, one) if sitting.held]
        if one.id in self.by_hand:
            assert one.state is MeetingState.CANCELLED, "what was called off stays off"
            return
        if one.state is MeetingState.CANCELLED:
            assert one.by_calendar
            assert one.planned_for not in wanted or one.planned_for != one.on_date
            return
        assert one.zone == self.zone
        assert table.day(one.on_date).open, "never on a day without school"
        assert held, "never without a sitting"
        for sitting in held:
            slot = table.slot_on(str(sitting.slot_id), one.on_date)
            assert slot is not None
            assert (sitting.starts, sitting.ends) == (slot.starts, slot.ends)
        assert (one.starts, one.ends) == (held[0].starts, max(s.ends for s in held))
