"""Bring a school's calendar in: what it says of dates and terms, and nothing else."""

import json
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import delete, insert, select

from clubs import timetable, uploads
from clubs.audit import AuditAct, record_operator
from clubs.db import db
from clubs.models.people import School
from clubs.models.timetable import DayMark, Term
from clubs.models.uploads import Upload, UploadKind
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer
from clubs.schooltime.calendar_plan import CalendarPlan, DaySaid
from clubs.schooltime.happenings import read
from clubs.schooltime.ics import shown
from clubs.schooltime.meanings import Group, grouped, in_letters
from clubs.schooltime.services.following import follow, held_school, write_down
from clubs.schooltime.services.terms import WantedTerm

_FEWEST_CYCLE_DAYS = 2


@dataclass(frozen=True)
class Waiting:
    """A calendar that was read and waits to be applied."""

    source: str
    groups: list[Group]
    notes: list[str]


def bring_calendar(actor: Viewer, content: bytes, file_name: str) -> Upload:
    """Keep a calendar for its preview; raises NotACalendar."""
    require(may_manage_school(actor))
    school = db.session.get_one(School, actor.school_id)
    text = _as_text(read_for(school, content, file_name))
    return uploads.keep(actor, UploadKind.CALENDAR, text)


def read_for(school: School, content: bytes, file_name: str) -> Waiting:
    """A calendar goes by its own name, else by its file's; raises NotACalendar."""
    found = read(content, school.zone, *timetable.worked_out_between(school))
    last = shown(file_name).replace("\\", "/").rsplit("/", 1)[-1][:200]
    source = found.name or last or _("Calendar")
    return Waiting(source, grouped(found.happenings), found.notes)


def waiting_in(upload: Upload) -> Waiting:
    said = json.loads(upload.content)
    groups = [
        Group(one["title"], tuple(map(_span, one["spans"])), one["timed"])
        for one in said["groups"]
    ]
    return Waiting(said["source"], groups, said["notes"])


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


def apply(school: School, waiting: Waiting, plan: CalendarPlan) -> None:
    """Store the plan and let meetings follow; the school is held already."""
    before = _closed_before(school, waiting.source)
    _forget(school.id, waiting.source)
    rows = [_mark(school, waiting.source, on, one, before) for on, one in plan.days.items()]
    if rows:
        db.session.execute(insert(DayMark), rows)
    for term in plan.terms:
        _keep_term(school, term)
    if max(plan.cycle_length, _FEWEST_CYCLE_DAYS) > (school.cycle_length or 0):
        _begin_cycle(school, waiting, plan)
    db.session.flush()
    follow(school)


def forget_calendar(actor: Viewer, source: str) -> None:
    """As if this calendar had never been brought in; terms stay."""
    school = held_school(actor)
    _forget(school.id, source)
    write_down(actor, "calendar changed")
    follow(school)


def _begin_cycle(school: School, waiting: Waiting, plan: CalendarPlan) -> None:
    """A calendar of A and B days gives a school its cycle, or makes it longer."""
    if not plan.cycle_length:
        return
    if school.cycle_length is None:
        school.cycle_letters = in_letters(waiting.groups)
    school.cycle_length = max(plan.cycle_length, _FEWEST_CYCLE_DAYS)


def _mark(
    school: School,
    source: str,
    on: date,
    said: DaySaid,
    before: frozenset[date] | None,
) -> dict[str, object]:
    added_later = said.closed and before is not None and on not in before
    return {
        "school_id": school.id,
        "on_date": on,
        "source": source,
        "closed": True if said.closed else None,
        "words": said.words,
        "day_type_id": said.day_type_id,
        "cycle_day": said.cycle_day,
        # Days off that were there from the start never count; a snow day that comes into
        # the calendar later does what the school says about such days.
        "keeps_count": added_later and not school.cycle_shifts,
    }


def _closed_before(school: School, source: str) -> frozenset[date] | None:
    """The days off this calendar had when last brought in; None if it never was."""
    rows = db.session.execute(
        select(DayMark.on_date, DayMark.closed, DayMark.keeps_count).where(
            DayMark.school_id == school.id, DayMark.source == source
        )
    ).all()
    if not rows:
        return None
    # A day that keeps its count was added later, and goes on doing so.
    return frozenset(on for on, closed, keeps in rows if closed and not keeps)


def _forget(school_id: str, source: str) -> None:
    mine = (DayMark.school_id == school_id, DayMark.source == source)
    db.session.execute(delete(DayMark).where(*mine, DayMark.source != ""))
    db.session.expire_all()


def _keep_term(school: School, wanted: WantedTerm) -> None:
    """A term of the same days in another file is the same one, as it is now."""
    overlapping = db.session.scalars(
        select(Term)
        .where(
            Term.school_id == school.id,
            Term.first_on <= wanted.last_on,
            Term.last_on >= wanted.first_on,
        )
        .order_by(Term.first_on)
    ).all()
    term = next(iter(overlapping), None) or Term(school_id=school.id)
    for other in overlapping[1:]:
        db.session.delete(other)
    db.session.flush()
    term.name, term.first_on, term.last_on = wanted.name, wanted.first_on, wanted.last_on
    db.session.add(term)
    db.session.flush()


def _as_text(waiting: Waiting) -> str:
    groups = [
        {
            "title": one.title,
            "timed": one.timed,
            "spans": [[day.isoformat() for day in span] for span in one.spans],
        }
        for one in waiting.groups
    ]
    said = {"source": waiting.source, "notes": waiting.notes, "groups": groups}
    return json.dumps(said, ensure_ascii=False)


def _span(said: list[str]) -> tuple[date, date]:
    return date.fromisoformat(said[0]), date.fromisoformat(said[1])
