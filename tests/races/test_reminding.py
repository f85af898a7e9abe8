"""Several machines remind at once: everybody gets one mail."""

from collections import Counter
from collections.abc import Iterator

from flask import Flask
from sqlalchemy import func, select

from clubs import clock
from clubs.config import Settings
from clubs.db import commit, db, expect_writes
from clubs.models.notices import Mail
from clubs.planning.reminding import remind
from tests.factories import ZONE, Builder
from tests.races.many import at_once


def remind_now(app: Flask, school_id: str) -> Iterator[bool]:
    yield False
    with app.app_context():
        expect_writes(yes=True)
        done = remind(school_id, ZONE, 0)
        commit()
        db.session.remove()
    yield done


def test_eight_runs_at_once_remind_once(build: Builder, settings: Settings) -> None:
    club = build.club()
    build.meeting(club, clock.today(ZONE) + clock.days(1))
    for _number in range(5):
        build.member(club, build.student())
    answers = at_once(settings, remind_now, [(build.school.id,)] * 8)
    assert Counter(answers) == {True: 1, False: 7}
    with build.site():
        assert db.session.scalar(select(func.count()).select_from(Mail)) == 5
