"""Builders: `build.student()`, `build.club(step=…, leader=…)`: real rows, committed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from flask import Flask

from clubs import belonging, clock
from clubs.belonging import Belonging, Role, Standing
from clubs.db import Model, db, expect_writes
from clubs.models.accounts import Password
from clubs.models.clubs import (
    Audience,
    Club,
    ClubKind,
    ClubState,
    Sponsorship,
    SponsorStanding,
    Step,
)
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.meetings import Meeting, Sitting
from clubs.models.people import Appointment, Office, Person, PersonKind, School
from clubs.models.timetable import DayType, Slot, SlotTime
from clubs.policy.viewer import Viewer, viewer_of_person

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
ZONE = "America/Edmonton"
Row = TypeVar("Row", bound=Model)
_number = count(1)


class Builder:
    """Makes what a test needs and nothing else; the first school is everybody's."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self._school: School | None = None

    @contextmanager
    def site(self) -> Iterator[None]:
        """Inside the site, without a request; what was done is kept at the end."""
        with self.app.test_request_context():
            expect_writes(yes=True)
            yield
            db.session.commit()

    @contextmanager
    def acting(self, person: Person) -> Iterator[Viewer]:
        """As somebody who calls a service or a query."""
        with self.site():
            viewer = viewer_of_person(person.id)
            assert viewer is not None
            yield viewer

    def keep(self, row: Row) -> Row:
        with self.site():
            db.session.add(row)
        return row

    @property
    def school(self) -> School:
        if self._school is None:
            self._school = self.another_school("Maplecrest High School")
        return self._school

    def another_school(self, name: str = "") -> School:
        name = name or f"School {next(_number)}"
        return self.keep(School(name=name, zone=ZONE, decision_days=7))

    def person(self, kind: PersonKind, **given: Any) -> Person:
        number = next(_number)
        values: dict[str, Any] = {
            "school_id": self.school.id if "school_id" not in given else None,
            "kind": kind,
            "given_name": f"Given{number}",
            "family_name": f"Family{number}",
            "email": f"person{number}@school.example",
            "active": True,
        }
        return self.keep(Person(**(values | given)))

    def student(self, **given: Any) -> Person:
        return self.person(PersonKind.STUDENT, **given)

    def staff(self, **given: Any) -> Person:
        return self.person(PersonKind.STAFF, **given)

    def caregiver(self, **given: Any) -> Person:
        return self.person(PersonKind.CAREGIVER, **given)

    def admin(self, office: Office = Office.ADMIN, **given: Any) -> Person:
        person = self.staff(**given)
        self.keep(
            Appointment(school_id=person.school_id, person_id=person.id, office=office)
        )
        return person

    def password(self, person: Person, hash_: str) -> None:
        self.keep(Password(person_id=person.id, hash=hash_))

    @property
    def regular(self) -> DayType:
        """The school's regular kind of day."""
        with self.site():
            found = db.session.query(DayType).filter_by(
                school_id=self.school.id, regular=True
            )
            day_type = found.one_or_none()
        return day_type or self.keep(
            DayType(school_id=self.school.id, name="Regular", regular=True)
        )

    def wave(self, name: str = "A", starts: time = time(11, 20), **given: Any) -> Slot:
        """A lunch (or another slot, by `kind=`), an hour long on regular days."""
        slot = self.keep(Slot(school_id=self.school.id, name=name, **given))
        self.slot_time(slot, self.regular, starts, starts.replace(hour=starts.hour + 1))
        return slot

    def slot_time(self, slot: Slot, on: DayType, starts: time, ends: time) -> SlotTime:
        return self.keep(
            SlotTime(
                slot_id=slot.id,
                day_type_id=on.id,
                school_id=slot.school_id,
                starts=starts,
                ends=ends,
            )
        )

    def club(
        self,
        step: Step = Step.OPEN,
        *,
        leader: Person | None = None,
        sponsor: Person | None = None,
        **given: Any,
    ) -> Club:
        number = next(_number)
        school_id = given.pop("school_id", None) or self.school.id
        values: dict[str, Any] = {
            "school_id": school_id,
            "state": ClubState.ACTIVE,
            "kind": ClubKind.SOCIAL,
            "audience": Audience.STUDENTS,
            "step": step,
            "no_list": False,
            "name": f"Club {number} of Lanterns",
            "focus": "Good company",
            "purpose": "A place to be at lunch.",
            "first_meeting": "We say hello and play something.",
            "school_year": 2027,
        }
        club = self.keep(Club(**(values | given)))
        if leader is not None:
            self.member(club, leader, role=Role.LEADER)
        if sponsor is not None:
            self.sponsorship(club, sponsor)
        return club

    def sponsorship(
        self,
        club: Club,
        person: Person,
        standing: SponsorStanding = SponsorStanding.ACCEPTED,
    ) -> Sponsorship:
        return self.keep(
            Sponsorship(
                school_id=club.school_id,
                club_id=club.id,
                person_id=person.id,
                standing=standing,
            )
        )

    def member(self, club: Club, person: Person, **given: Any) -> Belonging:
        """Somebody who belongs: `standing=`, `role=`, `handle=`, `note=`, `commitment=`."""
        standing = given.pop("standing", Standing.MEMBER)
        wanted = Belonging(
            club_id=club.id,
            standing=standing,
            since=None if standing is Standing.MEMBER else clock.now(),
            handle=given.pop("handle", f"Quiet Heron {next(_number)}"),
        )
        with self.site():
            assert belonging.begin(club, person.id, replace(wanted, **given))
            found = belonging.of_one(club, person.id)
        assert found is not None
        return found

    def meeting(self, club: Club, on: date | None = None, **given: Any) -> Meeting:
        """With one sitting; `wave_id=` and `head_count=` are the sitting's."""
        day = on or clock.today(ZONE)
        slot_id, counted = given.pop("wave_id", None), given.pop("head_count", None)
        values: dict[str, Any] = {
            "school_id": club.school_id,
            "club_id": club.id,
            "planned_for": day,
            "on_date": day,
            "starts": time(12, 5),
            "ends": time(12, 45),
            "zone": ZONE,
            "place": "Room 12",
            "agenda": "",
        }
        meeting = self.keep(Meeting(**(values | given)))
        self.sitting(meeting, slot_id=slot_id, head_count=counted)
        return meeting

    def sitting(self, meeting: Meeting, **given: Any) -> Sitting:
        """One more sitting of a meeting, at its own times unless others are given."""
        values: dict[str, Any] = {
            "school_id": meeting.school_id,
            "meeting_id": meeting.id,
            "starts": meeting.starts,
            "ends": meeting.ends,
        }
        return self.keep(Sitting(**(values | given)))

    def event(self, club: Club, on: date | None = None, **given: Any) -> Event:
        values: dict[str, Any] = {
            "school_id": club.school_id,
            "club_id": club.id,
            "state": EventState.APPROVED,
            "title": "Pink Shirt Day",
            "what": "Wear something pink and say something kind.",
            "on_date": on or clock.today(ZONE) + clock.days(14),
            "starts": time(12, 5),
            "ends": time(12, 45),
            "zone": ZONE,
            "place": "The gym",
            "audience": EventAudience.SCHOOL,
        }
        return self.keep(Event(**(values | given)))
