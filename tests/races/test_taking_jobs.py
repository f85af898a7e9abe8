"""Many take one job, or several at once: one person each, one job each, no errors."""

from collections import Counter

from flask import Flask
from sqlalchemy import select

from clubs import clock
from clubs.config import Settings
from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.gathering import MeetingComing, MeetingJob
from clubs.planning import gathering
from tests.factories import ZONE, Builder
from tests.factories_gathering import job
from tests.races.many import at_once
from tests.races.sending import Answers, post


def take(app: Flask, person_id: str, meeting_id: str, job_id: str) -> Answers:
    return post(app, person_id, f"/m/{meeting_id}/job", {"job": job_id})


def come(app: Flask, person_id: str, meeting_id: str) -> Answers:
    return post(app, person_id, f"/m/{meeting_id}/coming", {})


def leave(app: Flask, person_id: str, club_id: str) -> Answers:
    return post(app, person_id, f"/c/{club_id}/leave", {})


def come_or_leave(app: Flask, person_id: str, meeting_id: str, club_id: str) -> Answers:
    """Half of them press one button, half of them the other."""
    if meeting_id:
        return come(app, person_id, meeting_id)
    return leave(app, person_id, club_id)


def handles(build: Builder) -> list[str]:
    with build.site():
        rows = db.session.scalars(select(MeetingJob)).all()
        found = [
            gathering.opened_handle(one.school_id, one.id, one.claimed_as) for one in rows
        ]
    return [one for one in found if one]


def test_20_members_take_one_job(build: Builder, settings: Settings) -> None:
    club = build.club(Step.PRIVATE)
    meeting = build.meeting(club, clock.today(ZONE) + clock.days(2))
    students = [build.student() for _ in range(20)]
    members = {build.member(club, one).handle for one in students}
    wanted = job(build, meeting)
    jobs = [(one.id, meeting.id, wanted.id) for one in students]
    answers = at_once(settings, take, jobs)
    assert Counter(answers) == {303: 1, 409: 19}
    [handle] = handles(build)
    assert handle in members


def test_one_member_takes_eight_jobs(build: Builder, settings: Settings) -> None:
    club, member = build.club(Step.PRIVATE), build.student()
    meeting = build.meeting(club, clock.today(ZONE) + clock.days(2))
    build.member(club, member)
    wanted = [job(build, meeting, f"Job {number}") for number in range(8)]
    jobs = [(member.id, meeting.id, one.id) for one in wanted]
    answers = at_once(settings, take, jobs)
    assert Counter(answers) == {303: 1, 409: 7}
    assert len(handles(build)) == 1


def test_one_member_says_twelve_times_that_they_come(
    build: Builder, settings: Settings
) -> None:
    club, member = build.club(Step.CONFIDENTIAL), build.student()
    meeting = build.meeting(club, clock.today(ZONE) + clock.days(2))
    build.member(club, member)
    answers = at_once(settings, come, [(member.id, meeting.id)] * 12)
    assert Counter(answers) == {303: 12}
    assert kept(build) == 1


def test_who_leaves_in_one_window_and_comes_in_another_leaves_nothing(
    build: Builder, settings: Settings
) -> None:
    club = build.club(Step.CONFIDENTIAL)
    meeting = build.meeting(club, clock.today(ZONE) + clock.days(2))
    students = [build.student() for _ in range(12)]
    for one in students:
        build.member(club, one)
    jobs = [(one.id, where, club.id) for one in students for where in (meeting.id, "")]
    answers = at_once(settings, come_or_leave, jobs)
    # Whoever had left before they came knows of no such meeting, or is told that they did.
    assert set(answers[0::2]) <= {303, 404, 409}
    assert set(answers[1::2]) == {303}
    assert kept(build) == 0


def kept(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(select(MeetingComing.token)).all())
