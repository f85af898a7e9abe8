"""Asking every quarter of an hour costs next to nothing, and always gets what is true."""

from datetime import date, time

import pytest
import time_machine
from flask import Flask

from clubs import clock
from clubs.db import db
from clubs.feeds import calendar_feed
from clubs.feeds.addresses import Feed
from clubs.feeds.kept import Kept
from clubs.membership.services import steps
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.events import Event, EventAudience, EventState
from clubs.models.meetings import Meeting, Sitting
from clubs.models.people import Person, School
from clubs.proposals import states
from tests.factories import Builder
from tests.feeds.reading import ask, club_feed, entries, school_feed, summaries
from tests.visitor import queries_of

TUESDAY = date(2026, 11, 17)
DAYS = clock.days(14)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses of calendars that had to be written out."""
    keys: list[str] = []
    write = calendar_feed._write

    def note(feed: Feed) -> bytes:
        keys.append(feed.key)
        return write(feed)

    monkeypatch.setattr(calendar_feed, "_write", note)
    return keys


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("subscribers", [10, 200])
def test_it_is_written_once_however_many_ask(
    app: Flask, build: Builder, written: list[str], subscribers: int
) -> None:
    for _ in range(3):
        build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    first = ask(app, where)
    cost = queries_of(lambda: ask(app, where))
    told = [ask(app, where, **{"If-None-Match": first.headers["ETag"]}).status_code]
    again = queries_of(
        lambda: told.extend(
            ask(app, where, **{"If-None-Match": first.headers["ETag"]}).status_code
            for _ in range(subscribers)
        )
    )
    assert set(told) == {304}
    assert len(cost) == 2
    assert len(again) == len(cost) * subscribers
    assert len(written) == 1


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("whose", [school_feed, club_feed])
@pytest.mark.parametrize("clubs", [1, 30])
def test_a_calendar_costs_few_questions_whatever_is_in_it(
    app: Flask, build: Builder, whose: object, clubs: int
) -> None:
    made = [build.club() for _ in range(clubs)]
    for club in made:
        build.meeting(club, TUESDAY)
    where = school_feed(build) if whose is school_feed else club_feed(build, made[0])
    fresh = queries_of(lambda: ask(app, where))
    kept = queries_of(lambda: ask(app, where))
    assert len(kept) <= 2
    # What is in it is read once: meetings, and a school's events.
    assert len(fresh) <= len(kept) + 2


@pytest.mark.usefixtures("monday")
def test_nothing_comes_along_when_nothing_has_changed(app: Flask, build: Builder) -> None:
    build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    etag = ask(app, where).headers["ETag"]
    answer = ask(app, where, **{"If-None-Match": f'W/"other", {etag}'})
    assert (answer.status_code, answer.data) == (304, b"")
    assert answer.headers["ETag"] == etag
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Set-Cookie" not in answer.headers
    assert ask(app, where, **{"If-None-Match": '"other"'}).status_code == 200


def test_the_same_calendar_has_the_same_bytes_all_week(
    app: Flask, build: Builder, monday: time_machine.Traveller
) -> None:
    """In each process and after each start: nothing in it goes on by itself."""
    build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    first = ask(app, where)
    calendar_feed.kept = Kept()
    monday.shift(clock.days(5))
    assert ask(app, where).data == first.data


@pytest.mark.usefixtures("monday")
def test_a_change_of_when_or_where_is_there_at_once(app: Flask, build: Builder) -> None:
    club, other = build.club(), build.club()
    meeting = build.meeting(club, TUESDAY)
    feeds = [school_feed(build), club_feed(build, club)]
    before = [ask(app, where).headers["ETag"] for where in feeds]
    unmoved = club_feed(build, other)
    same = ask(app, unmoved).headers["ETag"]
    with build.site():
        db.session.get_one(Meeting, meeting.id).place = "Room 99"
        db.session.get_one(Club, club.id).calendar_version += 1
    for where, etag in zip(feeds, before, strict=True):
        answer = ask(app, where, **{"If-None-Match": etag})
        assert answer.status_code == 200
        assert [one.place for one in entries(answer.text)] == ["Room 99"]
    assert ask(app, unmoved, **{"If-None-Match": same}).status_code == 304


@pytest.mark.usefixtures("monday")
def test_a_new_name_is_there_at_once(app: Flask, build: Builder) -> None:
    club = build.club()
    build.meeting(club, TUESDAY)
    feeds = [school_feed(build), club_feed(build, club)]
    for where in feeds:
        ask(app, where)
    with build.site():
        db.session.get_one(Club, club.id).name = "Another name"
        db.session.get_one(School, build.school.id).name = "Another school"
    assert [summaries(ask(app, where).text) for where in feeds] == [["Another name"]] * 2
    assert "Another school" in ask(app, feeds[0]).text


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize(
    "change",
    [
        {"title": "Orange Shirt Day"},
        {"place": "The hall"},
        {"starts": time(9)},
        {"ends": time(15)},
        {"on_date": date(2026, 12, 1)},
        {"state": EventState.CANCELLED},
        {"state": EventState.WITHDRAWN},
        {"audience": EventAudience.SCHOOL},
    ],
    ids=str,
)
def test_a_changed_event_is_there_at_once(
    app: Flask, build: Builder, change: dict[str, object]
) -> None:
    event = build.event(build.club(), audience=EventAudience.COMMUNITY)
    where = school_feed(build)
    etag = ask(app, where).headers["ETag"]
    with build.site():
        held = db.session.get_one(Event, event.id)
        for name, value in change.items():
            setattr(held, name, value)
    assert ask(app, where, **{"If-None-Match": etag}).status_code == 200


@pytest.mark.usefixtures("monday")
def test_a_club_that_comes_for_one_that_goes_changes_the_schools_calendar(
    app: Flask, build: Builder
) -> None:
    """The same number of clubs and of changes, and yet not the same calendar."""
    here, gone = build.club(state=ClubState.PAUSED), build.club()
    for club in (here, gone):
        build.meeting(club, TUESDAY)
    where = school_feed(build)
    assert summaries(ask(app, where).text) == [gone.name]
    with build.site():
        db.session.get_one(Club, here.id).state = ClubState.ACTIVE
        db.session.get_one(Club, gone.id).step = Step.PRIVATE
    assert summaries(ask(app, where).text) == [here.name]


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("to", [Step.PRIVATE, Step.CONFIDENTIAL, Step.UNLISTED])
def test_a_club_that_goes_up_the_ladder_is_gone_at_once(
    app: Flask, build: Builder, leader: Person, to: Step
) -> None:
    club = build.club(leader=leader)
    build.meeting(club, TUESDAY)
    of_school, own = school_feed(build), club_feed(build, club)
    assert summaries(ask(app, of_school).text) == summaries(ask(app, own).text)
    with build.acting(leader) as actor:
        held = db.session.get_one(Club, club.id)
        steps.bring_to(actor, held, steps.Rung(to), DAYS, TUESDAY)
    assert entries(ask(app, of_school).text) == []
    assert ask(app, own).status_code == 404
    with build.site():
        assert db.session.get_one(Club, club.id).feed_key is None


@pytest.mark.usefixtures("monday")
def test_a_key_that_was_left_behind_opens_nothing_on_a_higher_step(
    app: Flask, build: Builder
) -> None:
    club = build.club(name="Zephyrlamp")
    build.meeting(club, TUESDAY)
    where = club_feed(build, club)
    etag = ask(app, where).headers["ETag"]
    for step in (Step.PRIVATE, Step.CONFIDENTIAL):
        with build.site():
            db.session.get_one(Club, club.id).step = step
        answer = ask(app, where, **{"If-None-Match": etag})
        assert answer.status_code == (200 if step is Step.PRIVATE else 404)
        assert "Zephyrlamp" not in answer.text


@pytest.mark.usefixtures("monday")
def test_a_break_and_a_change_meanwhile(app: Flask, build: Builder, leader: Person) -> None:
    club = build.club(leader=leader)
    build.meeting(club, TUESDAY)
    where = club_feed(build, club)
    for change, status in ((states.pause, 404), (states.go_on, 200), (states.close, 404)):
        with build.acting(leader) as actor:
            change(actor, db.session.get_one(Club, club.id))
        assert ask(app, where).status_code == status


@pytest.mark.usefixtures("monday")
@pytest.mark.parametrize("step", [Step.PRIVATE, Step.CONFIDENTIAL, Step.UNLISTED])
def test_the_schools_calendar_is_the_same_before_and_after_another_club_exists(
    app: Flask, build: Builder, step: Step
) -> None:
    build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    before = ask(app, where)
    club = build.club(step, sponsor=build.staff(), leader=build.student())
    meeting = build.meeting(club, TUESDAY)
    club_feed(build, club)
    calendar_feed.kept = Kept()
    after = ask(app, where)
    assert after.data == before.data
    assert after.headers["ETag"] == before.headers["ETag"]
    with build.site():
        db.session.get_one(Club, club.id).calendar_version += 1
        db.session.delete(db.session.get_one(Meeting, meeting.id))
    assert ask(app, where).data == before.data


@pytest.mark.usefixtures("monday")
def test_counting_heads_changes_no_calendar(app: Flask, build: Builder) -> None:
    meeting = build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    before = ask(app, where)
    with build.site():
        db.session.query(Sitting).filter_by(meeting_id=meeting.id).one().head_count = 7
    calendar_feed.kept = Kept()
    assert ask(app, where).data == before.data


def test_only_the_calendars_asked_for_last_are_kept() -> None:
    kept, wrote = Kept(most=2), []

    def body(key: str, version: str = "1") -> bytes:
        def write() -> bytes:
            wrote.append(key)
            return f"{key} {version}".encode()

        return kept.written(key, version, write).body

    for key in ("a", "b", "a", "c", "a"):
        body(key)
    assert wrote == ["a", "b", "c"]
    assert body("b") == b"b 1"
    assert wrote.pop() == "b"
    assert len(kept) == 2
    assert body("b", "2") == b"b 2"
    assert len(kept) == 2
