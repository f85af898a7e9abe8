"""`flask meetings remind`: once a day at the hour, and without a word of how many."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from clubs import clock
from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.gathering import ClubReach, MeetingComing, MeetingJob
from clubs.models.notices import Mail
from tests.cli.conftest import Run
from tests.cli.test_tidy import count
from tests.factories import ZONE, Builder
from tests.factories_gathering import job, says_so

AFTERNOON = datetime(2026, 11, 16, 22, 30, tzinfo=UTC)


@pytest.mark.parametrize("members", [0, 3])
def test_reminders_are_queued_once_and_not_counted(
    run: Run, build: Builder, members: int
) -> None:
    with time_machine.travel(AFTERNOON, tick=False):
        club = build.club(Step.OPEN)
        build.meeting(club, clock.today(ZONE) + clock.days(1))
        for _number in range(members):
            build.member(club, build.student())
        assert run("meetings", "remind").output == "schools: 1\n"
        assert run("meetings", "remind").output == "schools: 0\n"
    assert count(build, Mail) == members


def test_schools_are_reminded_at_their_own_clocks(run: Run, build: Builder) -> None:
    assert build.school.zone == ZONE
    with build.site():
        school = build.another_school()
        db.session.merge(school).zone = "Europe/London"
    with time_machine.travel(AFTERNOON - timedelta(hours=3), tick=False):
        assert run("meetings", "remind").output == "schools: 1\n"
    with time_machine.travel(AFTERNOON, tick=False):
        assert run("meetings", "remind").output == "schools: 1\n"


def test_who_came_and_who_had_a_job_ends_a_week_after_the_meeting(
    run: Run, build: Builder
) -> None:
    club, person, today = build.club(), build.student(), clock.now().date()
    meetings = [build.meeting(club, today - timedelta(days=days)) for days in (8, 6)]
    for one in meetings:
        says_so(build, one, person)
        job(build, one, by=person, handle="Calm Wren")
    run("tidy")
    assert count(build, MeetingComing) == 1
    with build.site():
        assert db.session.scalars(select(MeetingJob.meeting_id)).all() == [meetings[1].id]


def test_tidy_works_out_once_a_month_which_lunches_suit(
    run: Run, app: Flask, build: Builder
) -> None:
    for step in Step:
        build.club(step)
    assert "lunches within reach: 4" in run("tidy").output
    assert "lunches within reach: 0" in run("tidy").output
    with build.site():
        assert db.session.scalar(select(func.count()).select_from(ClubReach)) == len(Step)
