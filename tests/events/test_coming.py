"""“I'm coming”: counted from ten on, listed never."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine

from clubs.db import db
from clubs.models.clubs import Step
from clubs.models.events import Coming, Event, EventAudience, EventState
from tests.events.reading import part
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
DAY = date(2026, 11, 30)


def rows(build: Builder) -> list[Coming]:
    with build.site():
        return list(db.session.scalars(db.select(Coming)))


def filled(build: Builder, event: Event, count: int) -> None:
    for number in range(count):
        build.keep(
            Coming(
                token=number.to_bytes(32, "big"),
                school_id=event.school_id,
                event_id=event.id,
            )
        )


def test_one_says_so_and_takes_it_back(build: Builder, visitor: Visit) -> None:
    person = build.student()
    event = build.event(build.club(), DAY)
    visit = visitor(person)
    page = visit.get(f"/e/{event.id}")
    assert "Nobody sees who." in part(page, ".who-sees").get_text()
    visit.submit(page, "/come")
    [row] = rows(build)
    assert (row.event_id, row.school_id) == (event.id, person.school_id)
    assert len(row.token) == 32
    page = visit.get(f"/e/{event.id}")
    assert "You are coming" in page.words
    assert "Are you coming?" not in page.words
    visit.submit(page, "/stay-away")
    assert rows(build) == []
    assert "Are you coming?" in visit.get(f"/e/{event.id}").words


def test_saying_so_three_times_counts_once(build: Builder, visitor: Visit) -> None:
    event = build.event(build.club(), DAY)
    visit = visitor(build.student())
    for _time in range(3):
        visit.post(f"/e/{event.id}/come")
    assert len(rows(build)) == 1
    for _time in range(2):
        visit.post(f"/e/{event.id}/stay-away")
    assert rows(build) == []


def test_a_token_is_another_for_each_person_and_event(
    build: Builder, visitor: Visit
) -> None:
    club = build.club()
    one, two = build.event(club, DAY), build.event(club, DAY)
    people = [build.student(), build.student()]
    for person in people:
        for event in (one, two):
            visitor(person).post(f"/e/{event.id}/come")
    tokens = {row.token for row in rows(build)}
    assert len(tokens) == 4
    assert not any(person.id.encode() in token for token in tokens for person in people)


def test_taking_it_back_takes_back_nobody_elses(build: Builder, visitor: Visit) -> None:
    event = build.event(build.club(), DAY)
    visitor(build.student()).post(f"/e/{event.id}/come")
    visitor(build.student()).post(f"/e/{event.id}/stay-away")
    assert len(rows(build)) == 1


def test_what_was_taken_back_leaves_the_file(build: Builder, visitor: Visit) -> None:
    event = build.event(build.club(), DAY)
    visit = visitor(build.student())
    visit.post(f"/e/{event.id}/come")
    token = rows(build)[0].token
    visit.post(f"/e/{event.id}/stay-away")
    with build.site():
        if db.engine.dialect.name != "sqlite":
            return
        file = str(db.engine.url.database)
    for path in (file, f"{file}-wal"):
        with open(path, "rb") as raw:
            assert token not in raw.read()


@pytest.mark.parametrize(
    "count, words", [(0, "fewer than 10"), (9, "fewer than 10"), (10, "10"), (11, "11")]
)
def test_how_many_is_said_from_ten_on(
    build: Builder, visitor: Visit, count: int, words: str
) -> None:
    leader, sponsor = build.student(), build.staff()
    event = build.event(build.club(leader=leader, sponsor=sponsor), DAY)
    filled(build, event, count)
    for person in (leader, sponsor):
        page = visitor(person).get(f"/e/{event.id}")
        heading = page.page.find("h2", string="How many are coming")
        assert heading is not None
        told = heading.find_next("p")
        assert told is not None
        assert told.get_text() == words


@pytest.mark.parametrize("count", [3, 12])
def test_nobody_else_sees_how_many(build: Builder, visitor: Visit, count: int) -> None:
    club = build.club(Step.PRIVATE)
    member = build.student()
    build.member(club, member)
    event = build.event(club, DAY, audience=EventAudience.FAMILIES)
    people = [member, build.student(), build.staff(), build.admin(), build.caregiver()]
    addresses = (f"/e/{event.id}", "/events", "/events/2026-11")
    before = [pages(visitor, person, addresses) for person in people]
    filled(build, event, count)
    assert [pages(visitor, person, addresses) for person in people] == before


def pages(visitor: Visit, person: object, addresses: tuple[str, ...]) -> list[str]:
    return [visitor(person).get(address).words for address in addresses]


def test_an_admins_pages_do_not_change_when_a_student_comes(
    build: Builder, visitor: Visit
) -> None:
    admin, student = build.admin(), build.student()
    event = build.event(build.club(), DAY)
    addresses = (f"/e/{event.id}", "/events", "/events/2026-11", "/school", "/")
    before = pages(visitor, admin, addresses)
    visitor(student).post(f"/e/{event.id}/come")
    assert pages(visitor, admin, addresses) == before
    visitor(student).post(f"/e/{event.id}/stay-away")
    assert pages(visitor, admin, addresses) == before


INVITED = {
    EventAudience.STUDENTS: ["student"],
    EventAudience.SCHOOL: ["student", "staff"],
    EventAudience.FAMILIES: ["student", "staff", "caregiver"],
    EventAudience.COMMUNITY: ["student", "staff", "caregiver"],
}


@pytest.mark.parametrize("kind", ["student", "staff", "caregiver"])
@pytest.mark.parametrize("audience", list(EventAudience))
def test_those_it_is_for_can_come(
    build: Builder, visitor: Visit, audience: EventAudience, kind: str
) -> None:
    event = build.event(build.club(), DAY, audience=audience)
    seen = kind != "caregiver" or kind in INVITED[audience]
    invited = kind in INVITED[audience]
    expect = 303 if invited else 403 if seen else 404
    visit = visitor(getattr(build, kind)())
    visit.post(f"/e/{event.id}/come", expect=expect)
    assert len(rows(build)) == int(invited)


@pytest.mark.parametrize("state", [one for one in EventState if one != "approved"])
def test_nobody_comes_to_what_does_not_take_place(
    build: Builder, visitor: Visit, state: EventState
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), DAY, state=state)
    visit = visitor(leader)
    assert "I'm coming" not in visit.get(f"/e/{event.id}").words
    visit.post(f"/e/{event.id}/come", expect=403)
    assert rows(build) == []


def test_when_it_is_over_one_can_only_take_it_back(
    build: Builder, visitor: Visit, monday: time_machine.Traveller
) -> None:
    event = build.event(build.club(), date(2026, 11, 16))
    person = build.student()
    visitor(person).post(f"/e/{event.id}/come")
    monday.move_to("2026-11-16T18:45:00Z")  # it ends at 12:45 at the school
    visit = visitor(build.student())
    assert "I'm coming" not in visit.get(f"/e/{event.id}").words
    visit.post(f"/e/{event.id}/come", expect=403)
    visitor(person).post(f"/e/{event.id}/stay-away")
    assert rows(build) == []


def test_an_event_one_may_not_know_of_answers_like_none(
    build: Builder, visitor: Visit
) -> None:
    proposed = build.event(build.club(), DAY, state=EventState.PROPOSED)
    there = build.another_school()
    foreign = build.event(build.club(school_id=there.id), DAY)
    visit = visitor(build.student())
    never = "A" * 22
    for way in ("", "/edit", "/cancel"):
        expected = visit.get(f"/e/{never}{way}", expect=404)
        for one in (proposed.id, foreign.id, "x", "x" * 500):
            answer = visit.get(f"/e/{one}{way}", expect=404)
            assert answer.text == expected.text
            assert list(answer.response.headers.keys()) == list(
                expected.response.headers.keys()
            )
    for way in ("come", "stay-away", "edit", "cancel"):
        for one in (proposed.id, foreign.id, never):
            visit.post(f"/e/{one}/{way}", expect=404)
    assert rows(build) == []
