"""Who comes and who has a job, as tokens; and how both end with belonging.

A thief cannot count who comes to a club: the body, which says to which meeting, is sealed.
So whoever may know how many come opens all of a school's, a few microseconds each.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from secrets import token_bytes

from sqlalchemy import delete, select, update

from clubs.belonging import Belonging
from clubs.db import db, forget_bytes, in_parts
from clubs.models.clubs import Club
from clubs.models.gathering import MeetingComing, MeetingJob
from clubs.models.meetings import Meeting
from clubs.seal import seal

# An id fits, and the longest handle: every row is as long as every other.
_COMING_SIZE, _HANDLE_SIZE = 32, 192


def coming_token(meeting_id: str, person_id: str) -> bytes:
    return seal().token("meeting-coming", meeting_id, person_id)


def coming_body(school_id: str, token: bytes, meeting_id: str) -> bytes:
    place = (school_id, MeetingComing.__tablename__, "body", token.hex())
    return seal().close(meeting_id, *place, size=_COMING_SIZE)


def comings(school_id: str) -> Iterator[tuple[bytes, str]]:
    """Every "I'm coming" of a school: its token and to which meeting, in one query."""
    of_school = select(MeetingComing.token, MeetingComing.body).where(
        MeetingComing.school_id == school_id
    )
    for token, body in db.session.execute(of_school):
        place = (school_id, MeetingComing.__tablename__, "body", token.hex())
        yield token, seal().open(body, *place)


def claim_token(meeting_id: str, person_id: str) -> bytes:
    """One for all jobs of a meeting: two of them the database does not let one have."""
    return seal().token("meeting-job", meeting_id, person_id)


def claimed_as(school_id: str, job_id: str, handle: str) -> bytes:
    """The sealed handle of whoever has a job; an empty one is as long as any other."""
    place = (school_id, MeetingJob.__tablename__, "claimed_as", job_id)
    return seal().close(handle, *place, size=_HANDLE_SIZE)


def opened_handle(school_id: str, job_id: str, body: bytes) -> str:
    return seal().open(body, school_id, MeetingJob.__tablename__, "claimed_as", job_id)


def nobody(school_id: str, job_id: str) -> dict[str, bytes]:
    """What a job has in its columns while nobody has taken it on."""
    return {"claim": token_bytes(32), "claimed_as": claimed_as(school_id, job_id, "")}


def leave_meetings(club: Club, person_id: str) -> None:
    """End somebody's comings to a club's meetings, and give back their jobs there (P9)."""
    meetings = select(Meeting.id).where(Meeting.club_id == club.id)
    ids = db.session.scalars(meetings).all()
    _end_comings(coming_token(one, person_id) for one in ids)
    for some in in_parts(claim_token(one, person_id) for one in ids):
        jobs = select(MeetingJob.id).where(MeetingJob.claim.in_(some))
        _free(club.school_id, db.session.scalars(jobs).all())


def leave_club(club: Club, one: Belonging) -> None:
    """The same for somebody on a club's list; without one the handle says which job."""
    if one.person_id is not None:
        leave_meetings(club, one.person_id)
    elif one.handle:
        free_jobs(club, one.handle)


def forget_people(school_id: str, person_ids: Collection[str]) -> None:
    """The same for people who leave the school: only tokens that are there are ended."""
    coming = dict(comings(school_id))
    tokens = _made("meeting-coming", set(coming.values()), person_ids)
    _end_comings(token for token in tokens if token in coming)
    jobs = select(MeetingJob.claim, MeetingJob.id, MeetingJob.meeting_id)
    rows = db.session.execute(jobs.where(MeetingJob.school_id == school_id)).all()
    claims = {claim: job_id for claim, job_id, _meeting in rows}
    tokens = _made("meeting-job", {row[2] for row in rows}, person_ids)
    _free(school_id, (claims[token] for token in tokens if token in claims))


def free_jobs(club: Club, handle: str | None = None) -> None:
    """Give back all jobs of a club, or those somebody took on under this handle.

    All of them when a club opens or closes itself: names turn into handles, or back.
    """
    jobs = select(MeetingJob.id, MeetingJob.claimed_as).join(
        Meeting, Meeting.id == MeetingJob.meeting_id
    )
    rows = db.session.execute(jobs.where(Meeting.club_id == club.id)).all()
    shown = {job_id: opened_handle(club.school_id, job_id, body) for job_id, body in rows}
    taken = {job_id for job_id, held in shown.items() if held}
    _free(club.school_id, (one for one in taken if handle in (None, shown[one])))


def end_past(school_id: str, before: date) -> int:
    """End comings to meetings before this day, and their jobs; how many comings."""
    forget_bytes()
    meetings = select(Meeting.id).where(
        Meeting.school_id == school_id, Meeting.on_date >= before
    )
    ahead = set(db.session.scalars(meetings))
    over = [token for token, meeting in comings(school_id) if meeting not in ahead]
    _end_comings(over)
    past = select(Meeting.id).where(
        Meeting.school_id == school_id, Meeting.on_date < before
    )
    db.session.execute(delete(MeetingJob).where(MeetingJob.meeting_id.in_(past)))
    return len(over)


def _made(
    purpose: str, meeting_ids: Collection[str], person_ids: Collection[str]
) -> Iterator[bytes]:
    make = seal().tokens(purpose)
    return (make(one, person_id) for one in meeting_ids for person_id in person_ids)


def _end_comings(tokens: Iterable[bytes]) -> None:
    forget_bytes()
    for some in in_parts(tokens):
        db.session.execute(delete(MeetingComing).where(MeetingComing.token.in_(some)))


def _free(school_id: str, job_ids: Iterable[str]) -> None:
    forget_bytes()
    for job_id in job_ids:
        free = update(MeetingJob).where(MeetingJob.id == job_id)
        db.session.execute(free.values(**nobody(school_id, job_id)))
