"""Which jobs there are at a meeting: said by those who run the club."""

from collections.abc import Sequence

from sqlalchemy import delete, select

from clubs import clock
from clubs.db import db, forget_bytes, locked, new_id
from clubs.meetings.loading import held
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingJob
from clubs.models.meetings import Meeting
from clubs.planning.gathering import nobody
from clubs.policy.permissions import gathering as may
from clubs.policy.permissions import require
from clubs.policy.viewer import Viewer

MOST_JOBS = 8
LONGEST = 60


def names_of(meeting: Meeting) -> list[str]:
    """The names of a meeting's jobs, in their order."""
    named = select(MeetingJob.name).where(MeetingJob.meeting_id == meeting.id)
    return list(db.session.scalars(named.order_by(MeetingJob.name, MeetingJob.id)))


def name_jobs(
    actor: Viewer, club: Club, meeting: Meeting, names: Sequence[str], *, later: bool
) -> None:
    """These jobs and no others, here or at all later meetings of the series as well.

    A job that keeps its name keeps whoever has it.
    """
    require(may.may_name_jobs(actor, club, held(meeting)))
    for one in _this_and_later(meeting) if later else [meeting]:
        _bring_to(one, names)


def _this_and_later(meeting: Meeting) -> list[Meeting]:
    later = select(Meeting).where(
        Meeting.series_id == meeting.series_id,
        Meeting.on_date >= clock.today(meeting.zone),
        Meeting.planned_for > meeting.planned_for,
        Meeting.id != meeting.id,
    )
    others = db.session.scalars(locked(later.order_by(Meeting.planned_for)))
    return [meeting, *others]


def _bring_to(meeting: Meeting, names: Sequence[str]) -> None:
    wanted = {name.casefold(): name for name in names}
    jobs = db.session.execute(
        select(MeetingJob.id, MeetingJob.name).where(MeetingJob.meeting_id == meeting.id)
    ).all()
    gone = [job_id for job_id, name in jobs if wanted.pop(name.casefold(), None) is None]
    if gone:
        forget_bytes()
        db.session.execute(delete(MeetingJob).where(MeetingJob.id.in_(gone)))
    for name in wanted.values():
        job_id, school_id = new_id(), meeting.school_id
        free = nobody(school_id, job_id)
        job = MeetingJob(id=job_id, school_id=school_id, meeting_id=meeting.id, **free)
        job.name = name
        db.session.add(job)
    db.session.flush()
