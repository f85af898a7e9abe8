"""A change of when, where or whether is in calendars the next time they ask."""

from collections.abc import Callable
from datetime import date, time

import pytest
from flask import Flask

from clubs.db import db
from clubs.meetings import services
from clubs.meetings.services import Occasion
from clubs.models.clubs import Club
from clubs.models.meetings import Meeting, Rule
from clubs.models.people import Person, School
from clubs.models.timetable import DayMark
from clubs.planning.following import follow_calendar
from clubs.planning.recurrence import Recurs
from clubs.policy.viewer import Viewer
from clubs.timetable import rebuild
from tests.factories import Builder
from tests.feeds.reading import Entry, ask, club_feed, entries, school_feed

pytestmark = pytest.mark.usefixtures("monday")
TUESDAYS = [date(2026, 11, 17), date(2026, 11, 24), date(2026, 12, 1)]
NOON = Occasion(starts=time(12, 5), ends=time(12, 45), place="Room 12")
Change = Callable[[Viewer, Club, Meeting], object]


def moves(actor: Viewer, club: Club, meeting: Meeting) -> None:
    services.move(actor, club, meeting, date(2026, 11, 19), NOON)


def moves_elsewhere(actor: Viewer, club: Club, meeting: Meeting) -> None:
    elsewhere = Occasion(starts=time(12, 5), ends=time(12, 45), place="The library")
    services.move(actor, club, meeting, meeting.on_date, elsewhere)


def cancels(actor: Viewer, club: Club, meeting: Meeting) -> None:
    services.cancel(actor, club, meeting, reason="Exams")


def cancels_all(actor: Viewer, club: Club, meeting: Meeting) -> None:
    services.cancel_from(actor, club, meeting, reason="Exams")


def ends(actor: Viewer, club: Club, meeting: Meeting) -> None:
    services.end_series(actor, club, meeting)


def plans_another(actor: Viewer, club: Club, meeting: Meeting) -> None:
    services.plan(actor, club, date(2026, 11, 20), NOON, agenda="")


def changes_all(actor: Viewer, club: Club, meeting: Meeting) -> None:
    thursdays = Recurs(Rule.WEEKLY, 3)
    services.change_from(actor, club, meeting, thursdays, date(2026, 12, 4), None, NOON)


def closes_the_school(actor: Viewer, club: Club, meeting: Meeting) -> None:
    school = db.session.get_one(School, actor.school_id)
    day = meeting.on_date
    db.session.add(
        DayMark(school_id=school.id, on_date=day, closed=True, words="", source="")
    )
    db.session.flush()
    follow_calendar(school.id, rebuild(school))


@pytest.fixture
def club(build: Builder, leader: Person) -> Club:
    club = build.club(leader=leader)
    with build.acting(leader) as actor:
        tuesdays = Recurs(Rule.WEEKLY, 1)
        services.plan_series(
            actor, club, tuesdays, TUESDAYS[0], TUESDAYS[-1], None, NOON, agenda=""
        )
    return club


def change(build: Builder, leader: Person, club: Club, deed: Change) -> None:
    with build.acting(leader) as actor:
        first = db.session.query(Meeting).filter_by(on_date=TUESDAYS[0]).one()
        deed(actor, db.session.get_one(Club, club.id), first)


def read(app: Flask, where: str) -> list[Entry]:
    return entries(ask(app, where).text)


DEEDS = [moves, moves_elsewhere, cancels, cancels_all, ends, plans_another, changes_all]


@pytest.mark.parametrize("deed", [*DEEDS, closes_the_school])
def test_a_change_is_in_every_calendar_at_once(
    app: Flask, build: Builder, leader: Person, club: Club, deed: Change
) -> None:
    feeds = school_feed(build), club_feed(build, club)
    before = [read(app, where) for where in feeds]
    change(build, leader, club, deed)
    for where, old in zip(feeds, before, strict=True):
        known = {one.uid: one for one in old}
        new = read(app, where)
        assert new != old
        for one in new:
            same = known.get(one.uid, one)
            assert same == one or one.sequence > same.sequence


@pytest.mark.parametrize("deed", [cancels, closes_the_school])
def test_what_is_cancelled_comes_back_under_the_same_uid(
    app: Flask, build: Builder, leader: Person, club: Club, deed: Change
) -> None:
    where = club_feed(build, club)
    seen = [read(app, where)[0]]
    change(build, leader, club, deed)
    seen.append(read(app, where)[0])
    if deed is cancels:
        change(build, leader, club, services.restore)
    else:
        with build.site():
            db.session.query(DayMark).delete()
            school = db.session.get_one(School, build.school.id)
            follow_calendar(school.id, rebuild(school))
    seen.append(read(app, where)[0])
    assert [one.status for one in seen] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert [one.sequence for one in seen] == [0, 1, 2]
    assert len({one.uid for one in seen}) == 1


def test_moved_to_another_lunch_it_is_still_the_same_entry(
    app: Flask, build: Builder, leader: Person, club: Club
) -> None:
    where = club_feed(build, club)
    before = {one.uid for one in read(app, where)}
    lunch = Occasion(slot_ids=(build.wave("C", time(12, 30)).id,), place="Room 12")
    with build.acting(leader) as actor:
        first = db.session.query(Meeting).filter_by(on_date=TUESDAYS[0]).one()
        services.move(actor, db.session.get_one(Club, club.id), first, TUESDAYS[0], lunch)
    after = read(app, where)
    assert {one.uid for one in after} == before
    assert after[0].sequence == 1
