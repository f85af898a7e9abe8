"""Switch a calendar on and off, give it another address, see who can read it."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.people import Person, School
from tests.factories import Builder
from tests.feeds.reading import ask
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
CALENDAR = "/calendar"


def of(club: Club) -> str:
    return f"/c/{club.id}/calendar"


def shown(answer: Answer) -> str:
    """The path of the address a page shows; empty if it shows none."""
    field = answer.page.select_one("main .copy input")
    return str(field["value"]).removeprefix("http://localhost") if field else ""


@pytest.mark.parametrize("step", [Step.OPEN, Step.PRIVATE])
@pytest.mark.parametrize("role", ["leader", "sponsor"])
def test_who_runs_a_club_gives_its_calendar_an_address(
    app: Flask, build: Builder, visitor: Visit, leader: Person, step: Step, role: str
) -> None:
    sponsor = build.staff()
    club = build.club(step, leader=leader, sponsor=sponsor)
    who = visitor(leader if role == "leader" else sponsor)
    page = who.get(of(club))
    assert "Anybody who has the address" in page.words
    assert shown(page) == ""
    assert ("the club’s name, and when" in page.words) is (step is Step.OPEN)
    who.submit(page, of(club))
    address = shown(who.get(of(club)))
    assert ask(app, address).status_code == 200


def test_pressed_twice_it_keeps_its_address(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(leader=leader)
    who = visitor(leader)
    who.post(of(club), {"go": "on"})
    address = shown(who.get(of(club)))
    who.post(of(club), {"go": "on"})
    assert shown(who.get(of(club))) == address


def test_a_new_address_ends_the_old_one(
    app: Flask, build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(leader=leader)
    who = visitor(leader)
    who.post(of(club), {"go": "on"})
    old = shown(who.get(of(club)))
    who.post(of(club), {"go": "renew"})
    new = shown(who.get(of(club)))
    assert new != old
    assert ask(app, old).status_code == 404
    assert ask(app, new).status_code == 200
    who.post(of(club), {"go": "off"})
    assert ask(app, new).status_code == 404
    assert shown(who.get(of(club))) == ""


@pytest.mark.parametrize("go", ["", "On", "delete"])
def test_what_no_button_sends_does_nothing(
    build: Builder, visitor: Visit, leader: Person, go: str
) -> None:
    club = build.club(leader=leader)
    visitor(leader).post(of(club), {"go": go}, expect=400)
    with build.site():
        assert db.session.get_one(Club, club.id).feed_key is None


@pytest.mark.parametrize("step", [Step.CONFIDENTIAL, Step.UNLISTED])
def test_above_private_there_is_no_calendar(
    build: Builder, visitor: Visit, leader: Person, step: Step
) -> None:
    club = build.club(step, leader=leader)
    who = visitor(leader)
    assert "only for its members" in who.get(of(club), expect=403).words
    who.post(of(club), {"go": "on"}, expect=403)
    assert "Calendar to subscribe" not in who.get(f"/c/{club.id}").words
    with build.site():
        assert db.session.get_one(Club, club.id).feed_key is None


@pytest.mark.parametrize("step", [Step.OPEN, Step.PRIVATE])
def test_who_is_shown_the_address(
    build: Builder, visitor: Visit, leader: Person, step: Step
) -> None:
    """Where the calendar hides the name, the page that ties them is for those inside."""
    member, classmate, admin = build.student(), build.student(), build.admin()
    club = build.club(step, leader=leader)
    build.member(club, member)
    for one in (member, classmate, admin):
        visitor(one).get(of(club), expect=403)
    visitor(leader).post(of(club), {"go": "on"})
    for one in (member, classmate, admin):
        allowed = step is Step.OPEN or one is member
        answer = visitor(one).get(of(club), expect=200 if allowed else 403)
        assert bool(shown(answer)) is allowed
        assert not answer.page.select("main form")
        linked = f'href="{of(club)}"' in visitor(one).get(f"/c/{club.id}").text
        assert linked is allowed


@pytest.mark.parametrize("go", ["on", "renew", "off"])
def test_nobody_else_changes_it(
    build: Builder, visitor: Visit, leader: Person, go: str
) -> None:
    member = build.student()
    club = build.club(leader=leader)
    build.member(club, member)
    visitor(leader).post(of(club), {"go": "on"})
    before = shown(visitor(leader).get(of(club)))
    for one in (member, build.student(), build.staff(), build.admin()):
        visitor(one).post(of(club), {"go": go}, expect=403)
    assert shown(visitor(leader).get(of(club))) == before


def test_a_club_on_a_break_keeps_its_address_for_later(
    app: Flask, build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(leader=leader, state=ClubState.PAUSED)
    who = visitor(leader)
    who.post(of(club), {"go": "on"})
    page = who.get(of(club))
    assert "taking a break" in page.words
    assert ask(app, shown(page)).status_code == 404
    who.post(of(club), {"go": "off"})
    assert shown(who.get(of(club))) == ""


def test_the_page_on_who_sees_what_tells_of_calendars(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    def told(step: Step, *, on: bool) -> str:
        club = build.club(step, leader=leader)
        if on:
            visitor(leader).post(of(club), {"go": "on"})
        return visitor(leader).get(f"/c/{club.id}/who-sees").words

    nowhere = "in no calendar that anybody outside"
    assert "Its name, and when and where it meets, may be" in told(Step.OPEN, on=False)
    assert "but not its name" in told(Step.PRIVATE, on=True)
    for step in (Step.PRIVATE, Step.CONFIDENTIAL, Step.UNLISTED):
        assert nowhere in told(step, on=False)


def test_admins_switch_the_schools_calendar_on_and_off(
    app: Flask, build: Builder, visitor: Visit
) -> None:
    admin = visitor(build.admin())
    page = admin.get(CALENDAR)
    assert "No other club is in it" in page.words
    admin.submit(page, CALENDAR)
    address = shown(admin.get(CALENDAR))
    assert ask(app, address).status_code == 200
    admin.post(CALENDAR, {"go": "renew"})
    assert ask(app, address).status_code == 404
    admin.post(CALENDAR, {"go": "off"})
    assert shown(admin.get(CALENDAR)) == ""
    record = admin.get("/school/record").words
    for words in ("switched on", "given a new address", "switched off"):
        assert f"the public calendar was {words}" in record


def test_what_changes_nothing_is_not_written_down(build: Builder, visitor: Visit) -> None:
    visitor(build.admin()).post(CALENDAR, {"go": "off"})
    with build.site():
        assert db.session.scalars(select(AuditEntry)).all() == []


def test_everybody_of_the_school_finds_the_schools_calendar(
    build: Builder, visitor: Visit
) -> None:
    with build.site():
        db.session.get_one(School, build.school.id).feed_key = "K" * 22
    far = build.another_school().id
    for one in (build.student(), build.staff(), build.caregiver()):
        answer = visitor(one).get(CALENDAR)
        assert shown(answer) == f"/calendar/{'K' * 22}.ics"
        assert not answer.page.select("main form")
        visitor(one).post(CALENDAR, {"go": "off"}, expect=404)
    assert shown(visitor(build.student(school_id=far)).get(CALENDAR)) == ""


def test_a_school_without_a_calendar_says_so(build: Builder, visitor: Visit) -> None:
    assert "has no calendar" in visitor(build.student()).get(CALENDAR).words
