"""The viewer: who is asking, their school, and all they have to do with its clubs."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy import Row, Select, select

from clubs import belonging, clock
from clubs.belonging import Belonging, Ties
from clubs.db import db
from clubs.models.accounts import SessionRecord
from clubs.models.clubs import Club
from clubs.models.people import Appointment, Office, Person, PersonKind, School
from clubs.policy.ladder import Eye, Sight, sight


@dataclass(frozen=True)
class Viewer:
    """Loaded once per request; every query and service takes it first."""

    person_id: str
    school_id: str
    school_name: str
    zone: str
    kind: PersonKind
    name: str
    offices: frozenset[Office]
    ties: Ties
    wave_id: str | None = None
    demo: bool = False
    accent: str | None = None

    @property
    def admin(self) -> bool:
        return Office.ADMIN in self.offices

    @property
    def district_admin(self) -> bool:
        return Office.DISTRICT_ADMIN in self.offices

    @property
    def staff(self) -> bool:
        return self.kind is PersonKind.STAFF

    @property
    def outside(self) -> Eye:
        """What they are to a club they have nothing to do with."""
        if self.admin:
            return Eye.ADMIN
        if self.staff:
            return Eye.STAFF
        return Eye.CAREGIVER if self.kind is PersonKind.CAREGIVER else Eye.CLASSMATE

    @cached_property
    def member_of(self) -> frozenset[str]:
        return frozenset(key for key, one in self.ties.belongs.items() if one.member)

    @cached_property
    def leads(self) -> frozenset[str]:
        return frozenset(key for key, one in self.ties.belongs.items() if one.leads)

    @property
    def sponsors(self) -> frozenset[str]:
        return self.ties.sponsors

    @cached_property
    def inside(self) -> frozenset[str]:
        """Clubs they are a member or sponsor of."""
        return self.member_of | self.sponsors

    @cached_property
    def knows(self) -> frozenset[str]:
        """Clubs they know of whatever the step: inside, or waiting at the door."""
        return frozenset(self.ties.belongs) | self.sponsors

    @cached_property
    def runs(self) -> frozenset[str]:
        return self.leads | self.sponsors

    def belonging_to(self, club_id: str) -> Belonging | None:
        return self.ties.belongs.get(club_id)

    def eye_at(self, club_id: str) -> Eye:
        if club_id in self.sponsors:
            return Eye.SPONSOR
        if club_id in self.leads:
            return Eye.LEADER
        return Eye.MEMBER if club_id in self.member_of else self.outside

    def eye_on(self, club: Club) -> Eye:
        return self.eye_at(club.id)

    def sight_of(self, club: Club) -> Sight:
        return sight(club.step, self.eye_on(club))


def viewer_of_session(secret_hash: bytes) -> Viewer | None:
    """Whoever holds this session, or nobody once it is over or the person has left."""
    rows = db.session.execute(
        _people()
        .join(SessionRecord, SessionRecord.person_id == Person.id)
        .where(
            SessionRecord.secret_hash == secret_hash, SessionRecord.expires_at > clock.now()
        )
    ).all()
    return _from_rows(rows)


def viewer_of_person(person_id: str) -> Viewer | None:
    """A person as viewer, without a session: for the command line, and after signing in."""
    return _from_rows(db.session.execute(_people().where(Person.id == person_id)).all())


def _people() -> Select[Person, School, Office]:
    return (
        select(Person, School, Appointment.office)
        .join(School, School.id == Person.school_id)
        .outerjoin(Appointment, Appointment.person_id == Person.id)
        .where(Person.active)
    )


def _from_rows(rows: Sequence[Row[Person, School, Office]]) -> Viewer | None:
    if not rows:
        return None
    person, school, _office = rows[0]
    return Viewer(
        person_id=person.id,
        school_id=school.id,
        school_name=school.name,
        zone=school.zone,
        kind=person.kind,
        name=person.name,
        # Only staff can hold an office, whatever the rows say.
        offices=frozenset(
            row[2] for row in rows if row[2] and person.kind is PersonKind.STAFF
        ),
        ties=belonging.ties(school.id, person.id),
        wave_id=person.wave_id,
        demo=school.demo,
        accent=school.accent,
    )
