"""An admin sees what waits for the school, late first, and nothing about who belongs."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from clubs import belonging, clock
from clubs.belonging.leaders import note_leaderless
from clubs.db import db
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.people import Appointment, Office, Person
from clubs.models.review import About, Proposal, Stage
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
_CSRF = re.compile(rb'name="csrf_token" value="[^"]*"')
TODAY = clock.today(ZONE)


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin())


def proposal(build: Builder, club: Club, due_on: date) -> Proposal:
    return build.keep(
        Proposal(
            school_id=club.school_id,
            club_id=club.id,
            about=About.CHANGE,
            stage=Stage.WITH_SCHOOL,
            waiting_since=TODAY - timedelta(days=9),
            due_on=due_on,
        )
    )


def note(build: Builder) -> int:
    with build.site():
        return note_leaderless(build.school.id, TODAY)


def test_an_empty_desk_says_so(admin: Visitor) -> None:
    words = admin.get("/school").words
    assert "Nothing waits for you" in words
    assert "No roster has been brought in yet." in admin.get("/school").text


def test_late_proposals_come_first(build: Builder, admin: Visitor) -> None:
    teacher, student = build.staff(), build.student()
    early = build.club(name="Lanterns", leader=student, sponsor=teacher)
    late = build.club(name="Zithers", leader=student, sponsor=teacher)
    proposal(build, early, TODAY + timedelta(days=3))
    proposal(build, late, TODAY - timedelta(days=2))
    note(build)
    page = admin.get("/school")
    assert page.words.index("Zithers") < page.words.index("Lanterns")
    assert len(page.page.select(".late")) == 1


def test_clubs_without_a_sponsor_and_pilots_to_look_at_are_shown(
    build: Builder, admin: Visitor
) -> None:
    teacher, student = build.staff(), build.student()
    build.club(name="Alone", leader=student)
    build.club(
        name="Trying",
        leader=student,
        sponsor=teacher,
        state=ClubState.PILOT,
        review_on=TODAY,
    )
    build.club(
        name="Later",
        leader=student,
        sponsor=teacher,
        state=ClubState.PILOT,
        review_on=TODAY + timedelta(days=1),
    )
    build.club(name="Fine", leader=student, sponsor=teacher)
    words = admin.get("/school").words
    assert "Alone No sponsor stands by this club." in words
    assert "Trying The pilot was to be looked at on" in words
    assert "Later" not in words
    assert "Fine" not in words


@pytest.mark.parametrize("step", list(Step))
def test_a_club_whose_last_leader_left_shows_up_the_day_after_and_not_at_once(
    build: Builder, admin: Visitor, step: Step
) -> None:
    student = build.student()
    club = build.club(step, leader=student, sponsor=build.staff())
    build.member(club, build.student())
    assert note(build) == 0
    before = _seen(admin, ("/school",))
    with build.site():
        one = belonging.of_one(club, student.id)
        assert one is not None
        belonging.end(club, one)
    assert _seen(admin, ("/school",)) == before
    assert note(build) == 1
    assert "Nobody leads this club at the moment." in admin.get("/school").words
    build.member(club, student, role=belonging.Role.LEADER)
    assert note(build) == 0
    assert "Nobody leads" not in admin.get("/school").words


def test_since_when_a_club_has_no_leader_is_kept(build: Builder) -> None:
    club = build.club(leaderless_since=date(2026, 1, 2))
    note(build)
    with build.site():
        assert db.session.get_one(Club, club.id).leaderless_since == date(2026, 1, 2)


def test_drafts_are_listed_and_the_rest_is_one_step_away(
    build: Builder, admin: Visitor
) -> None:
    for number in range(22):
        build.club(Step.CONFIDENTIAL, state=ClubState.DRAFT, name=f"Draft {number:02}")
    page = admin.get("/school")
    assert "Draft 19" in page.words
    assert "Draft 20" not in page.words
    assert "All 22 drafts" in page.words
    admin.get("/school/clubs?state=draft")


def test_other_schools_stay_out(build: Builder, admin: Visitor) -> None:
    far = build.another_school()
    build.club(name="Faraway", school_id=far.id)
    assert "Faraway" not in admin.get("/school").text
    assert "Faraway" not in admin.get("/school/clubs").text


def test_every_club_is_an_entry_and_an_unlisted_one_only_that_it_was_approved(
    build: Builder, admin: Visitor
) -> None:
    teacher = build.staff(given_name="Odile", family_name="Brand")
    build.club(name="Choir", sponsor=teacher)
    build.club(Step.UNLISTED, name="Quiet table", sponsor=teacher)
    build.club(Step.UNLISTED, name="Never said", state=ClubState.PROPOSED)
    waits = build.club(Step.CONFIDENTIAL, name="Waits", state=ClubState.PROPOSED)
    proposal(build, waits, TODAY)
    words = admin.get("/school/clubs").words
    assert "Choir Active Social Odile Brand Yes" in words
    assert "Quiet table Active not shown not shown Yes" in words
    assert "Never said" not in words
    assert "Waits Proposed Social none" in words
    assert "Not yet" in words


def test_the_list_of_clubs_filters_and_goes_on(build: Builder, admin: Visitor) -> None:
    assert "There is no club yet" in admin.get("/school/clubs").words
    for number in range(51):
        build.club(name=f"Club {number:02}")
    first = admin.get("/school/clubs")
    assert "Club 49" in first.words
    assert "Club 50" not in first.words
    link = first.page.select_one("a[rel=next]")
    assert link is not None
    assert "Club 50" in admin.get(str(link["href"])).words
    assert "No club is in this state" in admin.get("/school/clubs?state=closed").words
    admin.get("/school/clubs?state=wizard&after=short")
    admin.get("/school/clubs?after=" + "x" * 22)


PAGES = (
    "/school",
    "/school/clubs",
    "/school/people",
    "/school/people/import",
    "/school/clubs/import",
    "/school/settings",
    "/school/record",
    "/district",
)


@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("standing", ["asked", "member"])
def test_no_page_of_an_admin_changes_when_one_student_joins_asks_or_leaves(
    build: Builder, visitor: Visit, step: Step, standing: str
) -> None:
    person = build.admin()
    build.keep(_district_office(person))
    admin, student = visitor(person), build.student()
    club = build.club(step, leader=build.student(), sponsor=build.staff())
    note(build)
    pages = (*PAGES, f"/school/people/{student.id}")
    before = _seen(admin, pages)
    build.member(club, student, standing=belonging.Standing(standing))
    assert _seen(admin, pages) == before
    with build.site():
        one = belonging.of_one(club, student.id)
        assert one is not None
        belonging.end(club, one)
    assert _seen(admin, pages) == before


def _seen(admin: Visitor, pages: tuple[str, ...]) -> list[bytes]:
    seen = (admin.get(page).response.get_data() for page in pages)
    return [_CSRF.sub(b"", one) for one in seen]


def _district_office(person: Person) -> Appointment:
    return Appointment(
        school_id=person.school_id, person_id=person.id, office=Office.DISTRICT_ADMIN
    )


@pytest.mark.parametrize("who", ["student", "staff", "caregiver"])
def test_only_admins_reach_these_pages(build: Builder, visitor: Visit, who: str) -> None:
    someone = visitor(getattr(build, who)())
    for address in (*PAGES, "/school/time", "/district/add"):
        someone.get(address, expect=404)
