"""What anybody who has a calendar's address can read, and what answers like nothing."""

from collections.abc import Callable
from datetime import date, time
from functools import partial

import pytest
from flask import Flask

from clubs import clock
from clubs.db import db, new_id
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.events import EventAudience, EventState
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import School
from clubs.models.timetable import SlotKind
from tests.factories import ZONE, Builder
from tests.feeds.reading import address, ask, club_feed, entries, school_feed, summaries
from tests.visitor import queries_of

pytestmark = pytest.mark.usefixtures("monday")
TUESDAY = date(2026, 11, 17)
SHUT = [ClubState.PAUSED, ClubState.CLOSED, ClubState.DRAFT, ClubState.PROPOSED]


def test_the_schools_calendar_holds_open_clubs_by_name_and_no_other(
    app: Flask, build: Builder
) -> None:
    for step in Step:
        build.meeting(build.club(step, name=f"Club of the {step} step"), TUESDAY)
    feed = ask(app, school_feed(build))
    assert summaries(feed.text) == ["Club of the open step"]
    assert "X-WR-CALNAME:Maplecrest High School" in feed.text


# fmt: off
EVENTS = [
    # for                    state                 in the school's calendar
    (EventAudience.COMMUNITY, EventState.APPROVED,  "CONFIRMED"),
    (EventAudience.FAMILIES,  EventState.APPROVED,  "CONFIRMED"),
    (EventAudience.FAMILIES,  EventState.CANCELLED, "CANCELLED"),
    (EventAudience.SCHOOL,    EventState.APPROVED,  ""),
    (EventAudience.STUDENTS,  EventState.APPROVED,  ""),
    (EventAudience.COMMUNITY, EventState.PROPOSED,  ""),
    (EventAudience.COMMUNITY, EventState.DECLINED,  ""),
]
# fmt: on


@pytest.mark.parametrize("step", [Step.OPEN, Step.UNLISTED])
@pytest.mark.parametrize("audience,state,status", EVENTS)
def test_the_schools_calendar_holds_events_for_families_and_the_community(
    app: Flask,
    build: Builder,
    audience: EventAudience,
    state: EventState,
    status: str,
    step: Step,
) -> None:
    """By their title, whichever club had the idea: the club itself is not in it."""
    club = build.club(step, name="Zephyrlamp", feed_key=new_id())
    build.event(club, TUESDAY, audience=audience, state=state, title="Pink Shirt Day")
    build.event(build.club(school_id=build.another_school().id), TUESDAY)
    answer = ask(app, school_feed(build))
    shown = [(one.summary, one.status) for one in entries(answer.text)]
    assert shown == ([("Pink Shirt Day", status)] if status else [])
    assert "Zephyrlamp" not in answer.text
    if step is Step.OPEN:
        assert entries(ask(app, address(str(club.feed_key))).text) == []


@pytest.mark.parametrize("state", SHUT)
def test_a_club_that_does_not_run_is_in_no_calendar(
    app: Flask, build: Builder, state: ClubState
) -> None:
    club = build.club(state=state)
    build.meeting(club, TUESDAY)
    assert entries(ask(app, school_feed(build)).text) == []
    assert ask(app, club_feed(build, club)).status_code == 404


def test_a_calendar_holds_only_its_own_clubs(app: Flask, build: Builder) -> None:
    here, there = build.another_school(), build.another_school()
    for school in (here, there):
        for number in (1, 2):
            name = f"{school.name} {number}"
            build.meeting(build.club(school_id=school.id, name=name), TUESDAY)
    own = build.club(name="By itself")
    build.meeting(own, TUESDAY)
    names = summaries(ask(app, school_feed(build, here)).text)
    assert names == [f"{here.name} 1", f"{here.name} 2"]
    assert summaries(ask(app, club_feed(build, own)).text) == ["By itself"]


def test_an_open_clubs_calendar_says_its_name(app: Flask, build: Builder) -> None:
    club = build.club(name="Board games, and more")
    build.meeting(club, TUESDAY, starts=time(12, 5), ends=time(12, 45), place="Room 12")
    text = ask(app, club_feed(build, club)).text
    (entry,) = entries(text)
    assert (entry.summary, entry.place) == ("Board games, and more", "Room 12")
    assert entry.starts == clock.moment(TUESDAY, time(12, 5), ZONE)
    assert entry.ends == clock.moment(TUESDAY, time(12, 45), ZONE)
    assert "X-WR-CALNAME" in text


@pytest.mark.parametrize(
    "kind,words",
    [
        (SlotKind.LUNCH, "Lunch club meeting"),
        (SlotKind.AFTER, "Meeting"),
        (None, "Meeting"),
    ],
)
def test_a_private_clubs_calendar_never_says_its_name(
    app: Flask, build: Builder, kind: SlotKind | None, words: str
) -> None:
    club = build.club(Step.PRIVATE, name="Zephyrlamp", focus="Quorvane", purpose="Bellwick")
    slot = build.wave(kind=kind).id if kind else None
    build.meeting(club, TUESDAY, wave_id=slot, agenda="Thistledrift")
    answer = ask(app, club_feed(build, club))
    assert summaries(answer.text) == [words]
    assert "X-WR-CALNAME" not in answer.text
    assert "DESCRIPTION" not in answer.text
    told = answer.text + str(answer.headers)
    for secret in ("Zephyrlamp", "Quorvane", "Bellwick", "Thistledrift", club.id):
        assert secret not in told


def never(build: Builder) -> str:
    return address(new_id())


def above_private(build: Builder) -> str:
    club = build.club(Step.CONFIDENTIAL)
    build.meeting(club, TUESDAY)
    return club_feed(build, club)


def unlisted(build: Builder) -> str:
    return club_feed(build, build.club(Step.UNLISTED))


def paused(build: Builder) -> str:
    return club_feed(build, build.club(state=ClubState.PAUSED))


def closed(build: Builder) -> str:
    return club_feed(build, build.club(state=ClubState.CLOSED))


def switched_off(build: Builder) -> str:
    where = school_feed(build)
    with build.site():
        db.session.get_one(School, build.school.id).feed_key = None
    return where


def a_clubs_own_id(build: Builder) -> str:
    return address(build.club().id)


@pytest.mark.parametrize(
    "kind", [above_private, unlisted, paused, closed, switched_off, a_clubs_own_id]
)
def test_what_has_no_calendar_answers_like_a_key_that_never_was(
    app: Flask, build: Builder, kind: Callable[[Builder], str]
) -> None:
    """Status, headers, body and the number of questions to the database."""
    nothing, hidden = never(build), kind(build)
    told = []
    for where in (nothing, hidden):
        queries = queries_of(partial(ask, app, where))
        answer = ask(app, where)
        assert answer.status_code == 404
        headers = sorted((name, value) for name, value in answer.headers if name != "Date")
        told.append((headers, answer.data, queries))
    assert told[0] == told[1]


@pytest.mark.parametrize("key", ["x", "x" * 23, "%00" * 22, "é" * 22])
def test_what_is_no_key_is_not_there(app: Flask, key: str) -> None:
    assert ask(app, address(key)).status_code == 404


def test_a_calendar_is_for_everybody_and_needs_no_cookie(
    app: Flask, build: Builder
) -> None:
    where = school_feed(build)
    answer = ask(app, where, **{"Accept-Language": "fr", "Cookie": "session=nonsense"})
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"
    for name in ("Set-Cookie", "Vary", "Last-Modified", "Access-Control-Allow-Origin"):
        assert name not in answer.headers


def test_asking_only_for_the_headers(app: Flask, build: Builder) -> None:
    build.meeting(build.club(), TUESDAY)
    where = school_feed(build)
    whole, head = ask(app, where), app.test_client().head(where)
    assert head.data == b""
    for name in ("ETag", "Content-Type", "Content-Length", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


def test_a_cancelled_meeting_stays_and_says_so(app: Flask, build: Builder) -> None:
    club = build.club()
    meeting, where = build.meeting(club, TUESDAY), club_feed(build, club)
    (before,) = entries(ask(app, where).text)
    with build.site():
        held = db.session.get_one(Meeting, meeting.id)
        held.state, held.sequence = MeetingState.CANCELLED, 1
        db.session.get_one(Club, club.id).calendar_version += 1
    (after,) = entries(ask(app, where).text)
    assert (before.status, before.sequence) == ("CONFIRMED", 0)
    assert (after.status, after.sequence) == ("CANCELLED", 1)
    assert after.uid == before.uid


def test_a_moved_meeting_keeps_its_uid(app: Flask, build: Builder) -> None:
    club = build.club()
    meeting, where = build.meeting(club, TUESDAY), club_feed(build, club)
    (before,) = entries(ask(app, where).text)
    with build.site():
        held = db.session.get_one(Meeting, meeting.id)
        held.on_date, held.sequence = date(2026, 11, 19), 1
        db.session.get_one(Club, club.id).calendar_version += 1
    (after,) = entries(ask(app, where).text)
    assert after.uid == before.uid
    assert after.starts == before.starts + clock.days(2)


def test_each_sitting_is_an_entry_of_its_own(app: Flask, build: Builder) -> None:
    club = build.club()
    meeting = build.meeting(club, TUESDAY, wave_id=build.wave("A").id, starts=time(11, 20))
    later = build.wave("C", time(12, 20))
    build.sitting(meeting, slot_id=later.id, starts=time(12, 20), ends=time(12, 45))
    build.sitting(meeting, starts=time(13), ends=time(13, 30), held=False)
    found = entries(ask(app, club_feed(build, club)).text)
    starts = [clock.moment(TUESDAY, at, ZONE) for at in (time(11, 20), time(12, 20))]
    assert [one.starts for one in found] == starts
    assert len({one.uid for one in found}) == 2


def test_a_uid_tells_neither_a_meetings_address_nor_that_two_calendars_share_it(
    app: Flask, build: Builder
) -> None:
    club = build.club()
    meeting = build.meeting(club, TUESDAY)
    feeds = [school_feed(build), club_feed(build, club), club_feed(build, club)]
    del feeds[1]  # its address was renewed
    texts = [ask(app, where).text for where in feeds]
    uids = {entries(text)[0].uid for text in texts}
    assert len(uids) == 2
    assert all(meeting.id not in text and club.id not in text for text in texts)


def test_a_calendar_goes_from_a_month_ago_to_half_a_year_ahead(
    app: Flask, build: Builder
) -> None:
    club = build.club()
    for days in (-40, -31, 0, 200, 210):
        build.meeting(club, date(2026, 11, 16) + clock.days(days))
    found = entries(ask(app, club_feed(build, club)).text)
    assert len(found) == 3


def test_a_calendar_without_meetings_is_still_a_calendar(
    app: Flask, build: Builder
) -> None:
    text = ask(app, school_feed(build)).text
    assert "BEGIN:VTIMEZONE\r\nTZID:America/Edmonton\r\n" in text
    assert entries(text) == []


def test_words_are_folded_and_escaped(app: Flask, build: Builder) -> None:
    name = "Chess, cheese; and\\or “crackers” – " + "é" * 60
    build.meeting(build.club(name=name), TUESDAY, place="Room 1\nEND:VCALENDAR")
    answer = ask(app, school_feed(build))
    (entry,) = entries(answer.text)
    assert entry.summary == name
    lines = answer.data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert lines.count(b"END:VCALENDAR") == 1
    assert b"\n" not in answer.data.replace(b"\r\n", b"")


def test_nothing_in_a_calendar_but_what_readers_need(app: Flask, build: Builder) -> None:
    build.meeting(build.club(), TUESDAY)
    text = ask(app, school_feed(build)).text
    names = {line.split(":")[0].split(";")[0] for line in text.split("\r\n") if line}
    assert names == set(
        "BEGIN END PRODID VERSION CALSCALE REFRESH-INTERVAL X-PUBLISHED-TTL X-WR-CALNAME"
        " TZID DTSTART TZOFFSETFROM TZOFFSETTO TZNAME UID DTSTAMP DTEND SEQUENCE STATUS"
        " SUMMARY LOCATION".split()
    )
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT15M\r\n" in text
    assert "METHOD" not in text
