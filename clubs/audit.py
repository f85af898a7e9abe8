"""Record what staff did. Nothing here can hold who belongs to a club (P18)."""

from enum import StrEnum

from sqlalchemy import select

from clubs import clock
from clubs.db import db, locked
from clubs.models.audit import AuditEntry
from clubs.models.people import School
from clubs.policy.viewer import Viewer
from clubs.seal import seal


class AuditAct(StrEnum):
    PEOPLE_IMPORTED = "people_imported"
    CLUBS_IMPORTED = "clubs_imported"
    INVITED = "invited"
    APPOINTED = "appointed"
    OFFICE_ENDED = "office_ended"
    ACCOUNT_ENDED = "account_ended"
    SETTINGS_CHANGED = "settings_changed"
    SPONSOR_ACCEPTED = "sponsor_accepted"
    SPONSOR_DECLINED = "sponsor_declined"
    SPONSOR_DESIGNATED = "sponsor_designated"
    SPONSOR_CHANGED = "sponsor_changed"
    CHANGES_ASKED = "changes_asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CLUB_STATE = "club_state"
    CLUB_STEP = "club_step"
    EVENT_CANCELLED = "event_cancelled"
    SCHOOL_ADDED = "school_added"
    ROOMS_CHANGED = "rooms_changed"
    ROOM_BLOCKED = "room_blocked"
    ROOM_FREED = "room_freed"
    ROOM_REQUEST_ANSWERED = "room_request_answered"
    SCREENS_CHANGED = "screens_changed"


def record(actor: Viewer, act: AuditAct, subject: str, words: str = "") -> None:
    """Add an entry. `subject` is a kind and an opaque id, such as "proposal:…"."""
    _add(actor.school_id, actor.person_id, actor.name, act, subject, words)


def record_operator(school_id: str, act: AuditAct, subject: str, words: str = "") -> None:
    """Add an entry for what somebody did on the command line."""
    _add(school_id, None, "operator", act, subject, words)


def record_leader(school_id: str, act: AuditAct, subject: str, words: str = "") -> None:
    """Add an entry for what a club's own leader did: a name would name a member."""
    _add(school_id, None, "leader", act, subject, words)


def _add(
    school_id: str, staff_id: str | None, name: str, act: AuditAct, subject: str, words: str
) -> None:
    # Holding the school's row keeps the chain a chain when two people act at once.
    db.session.execute(locked(select(School.id).where(School.id == school_id)))
    last = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.school_id == school_id)
        .order_by(AuditEntry.number.desc())
        .limit(1)
    ).first()
    entry = AuditEntry(
        school_id=school_id,
        number=last.number + 1 if last else 1,
        at=clock.now().replace(microsecond=0),
        staff_id=staff_id,
        staff_name=name,
        act=act.value,
        subject=subject,
        words=words,
    )
    entry.chain = _link(entry, last.chain if last else b"")
    db.session.add(entry)
    db.session.flush()


def _link(entry: AuditEntry, before: bytes) -> bytes:
    told = (entry.school_id, str(entry.number), entry.at.isoformat(), entry.staff_name)
    return seal().token("audit", before.hex(), *told, entry.act, entry.subject, entry.words)


def first_break(school_id: str) -> int | None:
    """The number of the first entry that was changed or is missing; None if whole."""
    before, expected = b"", 1
    entries = db.session.scalars(
        select(AuditEntry)
        .where(AuditEntry.school_id == school_id)
        .order_by(AuditEntry.number)
    )
    for entry in entries:
        if entry.number != expected or entry.chain != _link(entry, before):
            return expected
        before, expected = entry.chain, expected + 1
    return None
