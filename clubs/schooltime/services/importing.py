"""Bring a school's calendar in: what it says of dates and terms, and nothing else."""

from clubs import timetable, uploads
from clubs.audit import AuditAct, record_operator
from clubs.db import db
from clubs.models.people import School
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer
from clubs.schooltime.calendar_plan import CalendarPlan
from clubs.schooltime.services.applying import apply, forget
from clubs.schooltime.services.following import follow, held_school, write_down
from clubs.schooltime.waiting import Waiting, as_text, read_for, waiting_in


def bring_calendar(actor: Viewer, content: bytes, file_name: str) -> Upload:
    """Keep a calendar for its preview; raises NotACalendar."""
    require(may_manage_school(actor))
    school = db.session.get_one(School, actor.school_id)
    text = as_text(read_for(school, content, file_name))
    return uploads.keep(actor, UploadKind.CALENDAR, text)


def import_calendar(actor: Viewer, upload: Upload, plan: CalendarPlan) -> None:
    """Apply what was chosen; what the same calendar said before is replaced."""
    school = held_school(actor)
    waiting = waiting_in(upload)
    apply(school, waiting, plan)
    uploads.let_go(actor, UploadKind.CALENDAR)
    write_down(actor, "calendar brought in")


def import_as_operator(school_id: str, waiting: Waiting, plan: CalendarPlan) -> None:
    """The same, on the command line."""
    apply(timetable.held(school_id), waiting, plan)
    subject = f"school:{school_id}"
    record_operator(school_id, AuditAct.SETTINGS_CHANGED, subject, "calendar brought in")


def forget_calendar(actor: Viewer, source: str) -> None:
    """As if this calendar had never been brought in; terms stay."""
    school = held_school(actor)
    forget(school.id, source)
    write_down(actor, "calendar changed")
    follow(school)
