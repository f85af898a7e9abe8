"""Bring in a school's own list of clubs, as drafts that nobody but admins can see."""

from flask_babel import gettext as _
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from clubs import clock, uploads
from clubs.audit import AuditAct, record, record_operator
from clubs.db import db, in_parts, locked, new_id
from clubs.models.clubs import Audience, Club, ClubState, PartOfDay, Step
from clubs.models.people import School
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer
from clubs.roster import waiting
from clubs.roster.club_kinds import kind_of
from clubs.roster.club_plan import ClubHere, ClubPlan, compared_clubs, when_of
from clubs.roster.reading import ClubList, ClubRecord
from clubs.roster.when_and_where import PartOfDay as Part

_PARTS = {
    Part.BEFORE_SCHOOL: PartOfDay.BEFORE,
    Part.LUNCH: PartOfDay.LUNCH,
    Part.AFTER_SCHOOL: PartOfDay.AFTER,
}


def bring_clubs(actor: Viewer, clubs: ClubList) -> Upload:
    """Keep a list for its preview."""
    require(may_manage_school(actor))
    return uploads.keep(actor, UploadKind.CLUBS, waiting.clubs_as_text(clubs))


def clubs_plan(actor: Viewer, upload: Upload) -> ClubPlan:
    """What applying this upload would do at this moment."""
    require(may_manage_school(actor))
    return plan(actor.school_id, waiting.clubs_from_text(upload.content))


def import_clubs(actor: Viewer, upload: Upload, fingerprint: str) -> ClubPlan:
    """Add the drafts that were agreed to; TooLate if there would be others now."""
    require(may_manage_school(actor))
    clubs = waiting.clubs_from_text(upload.content)
    done = _carry_out(actor.school_id, actor.zone, clubs, fingerprint)
    uploads.let_go(actor, UploadKind.CLUBS)
    if not done.empty:
        subject = f"school:{actor.school_id}"
        record(actor, AuditAct.CLUBS_IMPORTED, subject, done.counts)
    return done


def import_as_operator(
    school_id: str, zone: str, clubs: ClubList, fingerprint: str
) -> ClubPlan:
    """The same, on the command line."""
    done = _carry_out(school_id, zone, clubs, fingerprint)
    if not done.empty:
        subject = f"school:{school_id}"
        record_operator(school_id, AuditAct.CLUBS_IMPORTED, subject, done.counts)
    return done


def plan(school_id: str, clubs: ClubList) -> ClubPlan:
    rows = db.session.execute(
        select(Club.name, Club.source_id, Club.imported_when, Club.imported_where)
        .where(Club.school_id == school_id)
        .order_by(Club.name, Club.id)
    )
    return compared_clubs(clubs, [ClubHere(*row) for row in rows])


def _carry_out(school_id: str, zone: str, clubs: ClubList, fingerprint: str) -> ClubPlan:
    db.session.execute(locked(select(School.id).where(School.id == school_id)))
    now = plan(school_id, clubs)
    if now.fingerprint != fingerprint:
        raise TooLate(_("The clubs have changed since you looked. Look again."))
    year = clock.school_year(clock.today(zone))
    rows = (_draft(school_id, year, record) for record in now.new)
    try:
        for some in in_parts(rows):
            db.session.execute(insert(Club), some)
    except IntegrityError as error:
        raise TooLate(_("Somebody else brought in clubs meanwhile.")) from error
    return now


def _draft(school_id: str, year: int, record: ClubRecord) -> dict[str, object]:
    clear = record.understood if record.understood.certain else None
    days = clear.weekdays if clear else ()
    part = clear.part_of_day if clear else None
    return {
        "id": new_id(),
        "school_id": school_id,
        "state": ClubState.DRAFT,
        "kind": kind_of(record.name),
        "audience": Audience.STUDENTS,
        "step": Step.CONFIDENTIAL,
        "no_list": False,
        "name": record.name,
        "focus": "",
        "purpose": record.purpose or "",
        "first_meeting": "",
        "weekday": days[0] if len(days) == 1 else None,
        "part_of_day": _PARTS[part] if part else None,
        "loosen_no_list": False,
        "source_id": record.source_id,
        "imported_when": when_of(record),
        "imported_where": record.place_text,
        "imported_advisor": record.advisor_text,
        "school_year": year,
    }
