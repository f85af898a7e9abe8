"""A school with three lunches and days of early closing, for tests."""

from datetime import date, time

from clubs import clock
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, SchoolDay
from tests.factories import ZONE, Builder


class SchoolTime:
    """Lunches A, B and C; when the school closes early everybody has lunch C."""

    def __init__(self, build: Builder) -> None:
        self.build = build
        self.lunch = {
            name: build.wave(name, time(hour))
            for name, hour in zip("ABC", (11, 12, 13), strict=True)
        }
        self.early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
        build.slot_time(self.lunch["C"], self.early, time(10, 30), time(11))

    def day(self, ahead: int) -> date:
        return clock.today(ZONE) + clock.days(ahead)

    def student(self, lunch: str = "", *, early: str = "") -> Person:
        """With a lunch, and with another one on early-closing days."""
        student = self.build.student(wave_id=self.lunch[lunch].id if lunch else None)
        if early:
            self.build.keep(
                PersonLunch(
                    person_id=student.id,
                    day_type_id=self.early.id,
                    school_id=student.school_id,
                    slot_id=self.lunch[early].id,
                )
            )
        return student

    def closes_early(self, ahead: int, **given: object) -> None:
        self._says(ahead, day_type_id=self.early.id, **given)

    def no_school(self, ahead: int, words: str = "") -> None:
        self._says(ahead, open=False, words=words)

    def meets(self, club: Club, lunches: str, ahead: int = 0, **given: object) -> Meeting:
        """One meeting with a sitting in each of these lunches, "AC" for two."""
        slots = [self.lunch[name] for name in lunches]
        meeting = self.build.meeting(
            club,
            self.day(ahead),
            wave_id=slots[0].id,
            starts=time(11),
            ends=time(12),
            **given,
        )
        for hour, slot in enumerate(slots[1:], start=13):
            self.build.sitting(
                meeting, slot_id=slot.id, starts=time(hour), ends=time(hour, 30)
            )
        return meeting

    def _says(self, ahead: int, **given: object) -> None:
        values = {"open": True, "school_id": self.build.school.id, **given}
        self.build.keep(SchoolDay(on_date=self.day(ahead), **values))
