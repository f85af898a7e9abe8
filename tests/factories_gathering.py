"""Builders for coming and jobs: `says_so(build, meeting, person)`, `job(build, …)`."""

from clubs.db import new_id
from clubs.models.gathering import MeetingComing, MeetingJob
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.planning import gathering
from tests.factories import Builder


def says_so(build: Builder, meeting: Meeting, person: Person) -> MeetingComing:
    """That this person is coming, whether they may or not."""
    token = gathering.coming_token(meeting.id, person.id)
    body = gathering.coming_body(meeting.school_id, token, meeting.id)
    row = MeetingComing(token=token, school_id=meeting.school_id, body=body)
    return build.keep(row)


def job(
    build: Builder,
    meeting: Meeting,
    name: str = "Greeter",
    *,
    by: Person | None = None,
    handle: str = "",
) -> MeetingJob:
    """A job at a meeting, taken on `by` somebody under a handle."""
    job_id, school_id = new_id(), meeting.school_id
    values = gathering.nobody(school_id, job_id)
    if by is not None:
        values["claim"] = gathering.claim_token(meeting.id, by.id)
        values["claimed_as"] = gathering.claimed_as(school_id, job_id, handle)
    return build.keep(
        MeetingJob(
            id=job_id, school_id=school_id, meeting_id=meeting.id, name=name, **values
        )
    )
