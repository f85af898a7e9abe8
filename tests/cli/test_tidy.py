"""`flask tidy` ends what is over, and nothing else (P11)."""

from datetime import timedelta

import time_machine
from sqlalchemy import func, select

from clubs import belonging, clock, notices
from clubs.db import Model, db
from clubs.models.accounts import (
    LinkPurpose,
    PasswordLink,
    SessionRecord,
    ThrottleBucket,
)
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.events import Coming
from clubs.models.notices import Notice
from clubs.models.people import Person
from clubs.models.review import About, Act, Proposal, Review, Stage
from clubs.models.uploads import Upload, UploadKind
from clubs.seal import hashed
from tests.cli.conftest import Run
from tests.factories import Builder


def count(build: Builder, table: type[Model]) -> int:
    with build.site():
        return db.session.scalar(select(func.count()).select_from(table)) or 0


def test_what_has_run_out_goes_and_what_has_not_stays(run: Run, build: Builder) -> None:
    person, now = build.student(), clock.now()
    for number, expires in enumerate((now - clock.hours(1), now + clock.hours(1))):
        key = hashed(str(number))
        build.keep(SessionRecord(secret_hash=key, person_id=person.id, expires_at=expires))
        build.keep(
            PasswordLink(
                school_id=person.school_id,
                person_id=person.id,
                purpose=LinkPurpose.RESET,
                secret_hash=key,
                expires_at=expires,
            )
        )
        build.keep(
            Upload(
                school_id=person.school_id,
                person_id=person.id,
                kind=UploadKind.PEOPLE,
                expires_at=expires,
                content="x",
            )
        )
        measured = expires - timedelta(days=1)
        build.keep(ThrottleBucket(key=key, level=1.0, measured_at=measured))
    run("tidy")
    for table in (SessionRecord, PasswordLink, Upload, ThrottleBucket):
        assert count(build, table) == 1, table


def test_answers_to_events_end_a_week_after_them(run: Run, build: Builder) -> None:
    club, today = build.club(), clock.now().date()
    for days in (8, 6):
        event = build.event(club, today - timedelta(days=days))
        build.keep(
            Coming(token=hashed(str(days)), school_id=event.school_id, event_id=event.id)
        )
    run("tidy")
    with build.site():
        assert db.session.scalars(select(Coming.token)).all() == [hashed("6")]


def test_people_who_left_are_forgotten_after_their_time(run: Run, build: Builder) -> None:
    student, teacher = build.student(), build.staff()
    club = build.club(Step.CONFIDENTIAL, leader=student)
    with build.site():
        notices.tell(build.school.id, student.id, "Hello")
        for person in (student, teacher):
            db.session.get_one(Person, person.id).active = False
    run("tidy")
    assert count(build, Person) == 2
    with time_machine.travel(clock.now() + timedelta(days=31), tick=False):
        run("tidy")
    with build.site():
        assert db.session.scalars(select(Person.id)).all() == [teacher.id]
        assert belonging.in_club(club) == []
    assert count(build, Notice) == 0


def test_whoever_comes_back_in_time_is_kept(run: Run, build: Builder) -> None:
    person = build.student(active=False)
    run("tidy")
    with build.site():
        db.session.get_one(Person, person.id).active = True
    run("tidy")
    with build.site():
        db.session.get_one(Person, person.id).active = False
    with time_machine.travel(clock.now() + timedelta(days=31), tick=False):
        run("tidy")
    assert count(build, Person) == 1


def declined(build: Builder, days_ago: int) -> Club:
    day = clock.now().date() - timedelta(days=days_ago)
    club = build.club(Step.PRIVATE, leader=build.student(), state=ClubState.DECLINED)
    proposal = build.keep(
        Proposal(
            school_id=club.school_id,
            club_id=club.id,
            about=About.CLUB,
            stage=Stage.DECLINED,
            waiting_since=day,
            due_on=day,
        )
    )
    build.keep(
        Review(
            school_id=club.school_id,
            proposal_id=proposal.id,
            number=1,
            act=Act.DECLINED,
            on_date=day,
            words="No.",
        )
    )
    return club


def test_declined_proposals_end_after_a_year_with_the_clubs_they_were_for(
    run: Run, build: Builder
) -> None:
    old, recent = declined(build, 366), declined(build, 300)
    kept = build.club()
    run("tidy")
    with build.site():
        left = set(db.session.scalars(select(Club.id)))
        assert belonging.in_club(old) == []
        assert len(belonging.in_club(recent)) == 1
    assert left == {recent.id, kept.id}
    assert count(build, Proposal) == 1
