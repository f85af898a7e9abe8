"""What a test reads back: a meeting's place, somebody's notices, the record."""

from clubs import notices
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.meetings import Meeting
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.models.rooms import Room
from tests.factories import Builder


def meeting_now(build: Builder, meeting: Meeting) -> Meeting:
    with build.site():
        return db.session.get_one(Meeting, meeting.id, populate_existing=True)


def room_now(build: Builder, room: Room) -> Room:
    with build.site():
        return db.session.get_one(Room, room.id, populate_existing=True)


def told(build: Builder, person: Person) -> list[str]:
    with build.acting(person) as viewer:
        return [one.words for one in notices.told(viewer)]


def mails(build: Builder) -> int:
    with build.site():
        return db.session.query(Mail).count()


def record_of(build: Builder) -> list[str]:
    with build.site():
        entries = db.session.query(AuditEntry).order_by(AuditEntry.number)
        return [f"{one.act} {one.subject} {one.words}" for one in entries]
