"""A visitor of the demo becomes somebody with one button, and everything opens."""

from dataclasses import replace

import pytest
from bs4 import Tag
from flask import Flask

from clubs import create_app
from clubs.config import Mode, Settings
from clubs.demo.people import PERSONAS
from clubs.demo.queries import persona_id
from clubs.models.clubs import Step
from clubs.models.people import Office, PersonKind
from clubs.policy.viewer import Viewer, viewer_of_person
from tests.demo.told import clubs_named
from tests.visitor import Answer, Visitor

KEYS = [persona.key for persona in PERSONAS]
BANNER = "This is a demo school. Nobody in it is real."


def become(site: Flask, key: str) -> Visitor:
    """Sign in as anybody would: with the button on the demo's front page."""
    visitor = Visitor(site)
    front = visitor.get("/demo")
    form = front.page.find("input", {"value": key})
    assert isinstance(form, Tag)
    button = form.find_parent("form")
    assert isinstance(button, Tag)
    fields = {str(one["name"]): str(one["value"]) for one in button.select("input")}
    answer = visitor.post("/demo/sign-in", fields)
    assert answer.location == "/"
    return visitor


def viewer(site: Flask, key: str) -> Viewer:
    with site.app_context():
        found = viewer_of_person(persona_id(key) or "")
    assert found is not None
    return found


def navigation(page: Answer) -> list[str]:
    links = page.page.select(".main-nav a, footer a")
    return [str(link["href"]) for link in links]


def test_the_front_page_of_a_demo_is_a_choice_of_people(school: Flask) -> None:
    stranger = Visitor(school)
    assert stranger.get("/").page.select_one('main a[href="/demo"]')
    page = stranger.get("/demo")
    for persona in PERSONAS:
        assert persona.can_try in page.words


@pytest.mark.parametrize("key", KEYS)
def test_each_persona_opens_every_page_of_their_navigation(school: Flask, key: str) -> None:
    visitor = become(school, key)
    front = visitor.get("/")
    assert len(navigation(front)) >= 7
    for address in navigation(front):
        page = visitor.get(address)
        assert BANNER in page.text
        assert page.page.select_one('.banner a[href="/demo"]')


def test_the_student_belongs_to_nothing_yet(school: Flask) -> None:
    student = viewer(school, "student")
    assert student.kind is PersonKind.STUDENT
    assert student.knows == frozenset()


def test_the_member_is_in_one_club_on_each_step(school: Flask) -> None:
    member = viewer(school, "member")
    with school.app_context():
        steps = [club.step for club in clubs_named(member.member_of)]
    assert sorted(steps) == sorted(Step)
    assert member.leads == frozenset()


def test_leader_and_sponsor_stand_by_the_same_confidential_club(school: Flask) -> None:
    leader, sponsor = viewer(school, "leader"), viewer(school, "sponsor")
    assert leader.leads == sponsor.sponsors
    with school.app_context():
        assert [club.step for club in clubs_named(leader.leads)] == [Step.CONFIDENTIAL]
    assert viewer(school, "other-sponsor").sponsors.isdisjoint(sponsor.sponsors)
    assert len(viewer(school, "other-sponsor").sponsors) == 1


def test_offices_are_held_by_the_admins_alone(school: Flask) -> None:
    offices = {key: viewer(school, key).offices for key in KEYS}
    assert offices.pop("admin") == {Office.ADMIN}
    assert offices.pop("district-admin") == {Office.DISTRICT_ADMIN}
    assert set(offices.values()) == {frozenset()}


def test_the_caregiver_is_in_the_caregivers_own_club(school: Flask) -> None:
    caregiver = viewer(school, "caregiver")
    assert caregiver.kind is PersonKind.CAREGIVER
    assert len(caregiver.member_of) == 1


def test_being_somebody_else_ends_being_the_first(school: Flask) -> None:
    visitor = become(school, "student")
    visitor.post("/demo/sign-in", {"persona": "admin"})
    assert "/school" in navigation(visitor.get("/"))


@pytest.mark.parametrize("word", ["", "nobody", "demo-admin", "x" * 500, "' OR 1=1 --"])
def test_an_unknown_persona_is_nobody(school: Flask, word: str) -> None:
    stranger = Visitor(school)
    page = stranger.post("/demo/sign-in", {"persona": word}, expect=422)
    assert "Choose one of the people on this page." in page.words
    assert stranger.get("/clubs", expect=303).location == "/sign-in"


def test_without_a_csrf_value_nobody_becomes_anybody(school: Flask) -> None:
    stranger = Visitor(school)
    stranger.get("/demo")
    answer = stranger.client.post("/demo/sign-in", data={"persona": "admin"})
    assert answer.status_code == 400
    assert stranger.get("/clubs", expect=303).location == "/sign-in"


def test_a_site_without_a_demo_school_has_no_such_page(app: Flask) -> None:
    stranger = Visitor(app)
    stranger.get("/demo", expect=404)
    stranger.post("/demo/sign-in", {"persona": "admin"}, expect=404)
    assert "/demo" not in stranger.get("/").text


def test_in_production_nobody_is_signed_in_with_a_button(
    school: Flask, settings: Settings
) -> None:
    database = school.config["SETTINGS"].database_url
    strict = replace(settings, mode=Mode.PRODUCTION, database_url=database)
    stranger = Visitor(create_app(strict))
    stranger.get("/demo", expect=404)
    stranger.post("/demo/sign-in", {"persona": "admin"}, expect=404)
