"""Jobs at a meeting, as members see them, take them on and give them back."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from clubs.belonging import HANDLE_LENGTH
from clubs.db import db, forget_bytes
from clubs.directory.loading import held
from clubs.meetings.coming import require_still_inside
from clubs.models.clubs import Club, Step
from clubs.models.gathering import MeetingJob
from clubs.models.meetings import Meeting
from clubs.planning.gathering import claim_token, claimed_as, nobody, opened_handle
from clubs.policy.ladder import People
from clubs.policy.permissions import TooLate, require
from clubs.policy.permissions import gathering as may
from clubs.policy.viewer import Viewer


@dataclass(frozen=True)
class Job:
    """A job as the viewer may see it; `by` only where the ladder shows them who."""

    id: str
    name: str
    taken: bool
    mine: bool
    by: str


def jobs_of(viewer: Viewer, club: Club, meeting: Meeting) -> list[Job]:
    """What there is to do, for those inside the club; by name."""
    if not may.may_see_jobs(viewer, club):
        return []
    rows = db.session.execute(
        select(MeetingJob.id, MeetingJob.name, MeetingJob.claim, MeetingJob.claimed_as)
        .where(MeetingJob.meeting_id == meeting.id)
        .order_by(MeetingJob.name, MeetingJob.id)
    )
    own = claim_token(meeting.id, viewer.person_id)
    shown = viewer.sight_of(club).people is not People.NOBODY
    found = []
    for job_id, name, claim, body in rows:
        handle = opened_handle(meeting.school_id, job_id, body)
        by = handle if shown or claim == own else ""
        found.append(Job(job_id, name, bool(handle), claim == own, by))
    return found


def take(actor: Viewer, club: Club, meeting: Meeting, job_id: str) -> None:
    """Take on a job nobody has. Of many at once exactly one gets it: the database says."""
    require(may.may_take_job(actor, held(club), meeting))
    require_still_inside(actor, club)
    own = claim_token(meeting.id, actor.person_id)
    free = _free_claim_of(meeting, job_id)
    handle = _shown_name(actor, club)
    taking = (
        update(MeetingJob)
        .where(MeetingJob.id == job_id, MeetingJob.claim == free)
        .values(claim=own, claimed_as=claimed_as(meeting.school_id, job_id, handle))
        .returning(MeetingJob.id)
    )
    try:
        with db.session.begin_nested():
            done = db.session.execute(taking).first()
    except IntegrityError:
        raise TooLate(_("You have a job at this meeting already.")) from None
    if done is None:
        raise _too_late()


def give_back(actor: Viewer, meeting: Meeting) -> None:
    """Leaves nothing behind, whether they had one or not, and at any time."""
    forget_bytes()
    own = MeetingJob.claim == claim_token(meeting.id, actor.person_id)
    mine = db.session.scalars(select(MeetingJob.id).where(own))
    for job_id in mine.all():
        free = update(MeetingJob).where(MeetingJob.id == job_id, own)
        db.session.execute(free.values(**nobody(meeting.school_id, job_id)))


def _free_claim_of(meeting: Meeting, job_id: str) -> bytes:
    """What a job has in place of a claim while nobody has it; TooLate if somebody has."""
    row = db.session.execute(
        select(MeetingJob.claim, MeetingJob.claimed_as).where(
            MeetingJob.id == job_id, MeetingJob.meeting_id == meeting.id
        )
    ).first()
    if row is None or opened_handle(meeting.school_id, job_id, row[1]):
        raise _too_late()
    free: bytes = row[0]
    return free


def _too_late() -> TooLate:
    return TooLate(_("Somebody has this job by now, or it is not needed any more."))


def _shown_name(actor: Viewer, club: Club) -> str:
    """As the ladder shows members to each other: by name on open clubs only."""
    mine = actor.belonging_to(club.id)
    if mine is None or club.step is Step.OPEN:
        return actor.name[:HANDLE_LENGTH]
    return mine.handle
