"""Many join, ask, take a place or use a code at once: exactly the right rows, no errors."""

from collections import Counter
from collections.abc import Iterator

from flask import Flask

from clubs import belonging, clock
from clubs.belonging import Belonging, Standing, codes
from clubs.config import Settings
from clubs.db import db
from clubs.models.clubs import Club, Step
from tests.factories import ZONE, Builder
from tests.races.many import at_once
from tests.races.sending import Answers, post, send
from tests.visitor import Visitor


def join(app: Flask, person_id: str, club_id: str) -> Answers:
    return post(app, person_id, f"/c/{club_id}/join", {"commitment": "regular"})


def ask_three_times(app: Flask, person_id: str, club_id: str) -> Iterator[list[int]]:
    fields = {"handle": f"Handle {person_id[:12]}", "commitment": "regular"}
    visit = Visitor(app, person_id)
    csrf = visit.csrf()
    yield []
    yield [send(visit, f"/c/{club_id}/join", {**fields, "csrf_token": csrf}) for _ in "abc"]


def use_code(app: Flask, person_id: str, code: str) -> Answers:
    fields = {"code": code, "handle": f"Handle {person_id[:12]}"}
    return post(app, person_id, "/code/ask", fields)


def leave(app: Flask, person_id: str, club_id: str) -> Answers:
    return post(app, person_id, f"/c/{club_id}/leave", {})


def take_place(app: Flask, person_id: str, club_id: str) -> Answers:
    return post(app, person_id, f"/c/{club_id}/place", {"yes": "1"})


def take_same_handle(app: Flask, person_id: str, club_id: str) -> Answers:
    return post(app, person_id, f"/c/{club_id}/join", {"handle": "River"})


def everybody(build: Builder, club: Club) -> list[Belonging]:
    with build.site():
        return belonging.in_club(db.session.get_one(Club, club.id))


def standings(build: Builder, club: Club) -> Counter[Standing]:
    return Counter(one.standing for one in everybody(build, club))


def test_30_join_a_club_with_10_places(build: Builder, settings: Settings) -> None:
    club = build.club(capacity=10)
    students = [build.student() for _ in range(30)]
    answers = at_once(settings, join, [(one.id, club.id) for one in students])
    assert Counter(answers) == {303: 30}
    assert standings(build, club) == {Standing.MEMBER: 10, Standing.WAITING: 20}


def test_40_students_ask_three_times_each(build: Builder, settings: Settings) -> None:
    club = build.club(Step.CONFIDENTIAL, sponsor=build.staff())
    students = [build.student() for _ in range(40)]
    answers = at_once(settings, ask_three_times, [(one.id, club.id) for one in students])
    # The first is sent on its way; the others read that it is.
    assert answers == [[303, 200, 200]] * 40
    people = everybody(build, club)
    assert len(people) == 40
    assert len({one.person_id for one in people}) == 40


def test_one_student_asks_from_many_places_at_once(
    build: Builder, settings: Settings
) -> None:
    club, student = build.club(Step.CONFIDENTIAL), build.student()
    answers = at_once(settings, ask_three_times, [(student.id, club.id)] * 12)
    assert {status for three in answers for status in three} <= {303, 200}
    assert len(everybody(build, club)) == 1


def test_only_one_of_many_gets_a_handle(build: Builder, settings: Settings) -> None:
    club = build.club(Step.PRIVATE)
    students = [build.student() for _ in range(12)]
    answers = at_once(settings, take_same_handle, [(one.id, club.id) for one in students])
    assert Counter(answers) == {303: 1, 422: 11}


def test_a_code_for_five_lets_five_ask(build: Builder, settings: Settings) -> None:
    club = build.club(Step.UNLISTED, sponsor=build.staff())
    with build.site():
        code = codes.make(club, uses=5, expires_on=clock.today(ZONE))
    students = [build.student() for _ in range(15)]
    answers = at_once(settings, use_code, [(one.id, code) for one in students])
    assert Counter(answers) == {303: 5, 422: 10}
    assert standings(build, club) == {Standing.ASKED: 5}


def test_as_many_are_offered_a_place_as_leave_at_once(
    build: Builder, settings: Settings
) -> None:
    club = build.club(Step.PRIVATE, capacity=8)
    members = [build.student() for _ in range(8)]
    waiting = [build.student() for _ in range(12)]
    for one in members:
        build.member(club, one)
    for number, one in enumerate(waiting):
        since = clock.now() - clock.hours(100 - number)
        build.member(club, one, standing=Standing.WAITING, since=since)
    answers = at_once(settings, leave, [(one.id, club.id) for one in members])
    assert Counter(answers) == {303: 8}
    assert standings(build, club) == {Standing.OFFERED: 8, Standing.WAITING: 4}
    fair = [one.id for one in waiting[:8]]
    with build.site():
        offered = [belonging.of_one(club, one) for one in fair]
    assert {one.standing for one in offered if one} == {Standing.OFFERED}
    answers = at_once(settings, take_place, [(one, club.id) for one in fair * 2])
    assert Counter(answers) == {303: 8, 409: 8}
    assert standings(build, club) == {Standing.MEMBER: 8, Standing.WAITING: 4}
