"""An admin brings in a roster: sees what it would do, applies it, and again."""

from collections.abc import Callable

import pytest

from clubs import belonging, clock
from clubs.audit import first_break
from clubs.db import db
from clubs.models.accounts import PasswordLink, SessionRecord
from clubs.models.clubs import Club, Sponsorship, SponsorStanding, Step
from clubs.models.people import Appointment, Office, Person, PersonKind, School
from clubs.models.review import About, Proposal, Stage
from tests.factories import Builder
from tests.roster.looking import bring_in, every_row, people_by_id, preview, send
from tests.roster.made_files import DELTA, MANIFEST, ORGS, roster, user
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
TEACHER = user("t1", role="teacher", givenName="Ada", familyName="Thorn", grades="")


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin(given_name="Ines"))


def test_a_preview_says_who_is_new_and_changes_nothing(
    build: Builder, admin: Visitor
) -> None:
    before = every_row(build)
    shown = preview(admin, roster(user("p1"), TEACHER))
    assert "New 2 Changed 0 Would leave 0 Rows left out 0" in shown.words
    assert "Robin Vale Student 09 p1@school.example" in shown.words
    assert "Ada Thorn Staff t1@school.example" in shown.words
    after = every_row(build)
    assert len(after.pop("upload")) == 1
    before.pop("upload")
    assert after == before


def test_applying_adds_people_and_remembers_the_school(
    build: Builder, admin: Visitor
) -> None:
    done = bring_in(admin, roster(user("p1"), TEACHER))
    assert done.location == "/school/people"
    people = people_by_id(build)
    robin = people["p1"]
    assert (robin.name, robin.kind, robin.grade) == (
        "Robin Vale", PersonKind.STUDENT, "09"
    )  # fmt: skip
    assert robin.school_id == build.school.id
    assert people["t1"].kind is PersonKind.STAFF
    with build.site():
        school = db.session.get_one(School, build.school.id)
        assert school.source_id == "s1"
        assert first_break(school.id) is None
    assert (
        "Brought in a roster new: 2, changed: 0, left: 0"
        in admin.get("/school/record").words
    )


def test_applying_the_same_file_again_changes_nothing(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), TEACHER))
    before = every_row(build)
    shown = preview(admin, roster(user("p1"), TEACHER))
    assert "There is nothing to apply" in shown.words
    address = shown.response.request.path
    admin.post(address, {"seen": "not this"}, expect=409)
    assert {**every_row(build), "upload": []} == before


def test_changes_are_shown_field_by_field_and_applied(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    later = roster(user("p1", familyName="Vale-Ortiz", grades="10"), user("p2"))
    shown = preview(admin, later)
    assert "Changed 1" in shown.words
    assert "Family name: Vale → Vale-Ortiz; Grade: 09 → 10" in shown.words
    admin.submit(shown, shown.response.request.path)
    robin = people_by_id(build)["p1"]
    assert (robin.family_name, robin.grade) == ("Vale-Ortiz", "10")


def test_who_leaves_can_do_nothing_any_more(
    build: Builder, admin: Visitor, visitor: Visit
) -> None:
    bring_in(admin, roster(user("p1"), user("p2"), TEACHER))
    people = people_by_id(build)
    chess = build.club(Step.OPEN, leader=people["p1"], sponsor=people["t1"])
    alliance = build.club(Step.CONFIDENTIAL)
    build.member(alliance, people["p1"])
    build.keep(
        Appointment(
            school_id=build.school.id, person_id=people["t1"].id, office=Office.ADMIN
        )
    )
    gone = visitor(people["p1"])
    shown = preview(admin, roster(user("p2")))
    assert "Would leave 2" in shown.words
    admin.submit(shown, shown.response.request.path)
    assert not people_by_id(build)["p1"].active
    with build.site():
        assert belonging.of_one(chess, people["p1"].id) is None
        assert belonging.of_one(alliance, people["p1"].id) is None
        for table in (SessionRecord, Sponsorship, Appointment, PasswordLink):
            left = db.session.query(table).filter_by(person_id=people["t1"].id)
            assert left.count() == 0
    assert gone.get("/account", expect=303).location == "/sign-in"


def test_who_returns_is_here_again(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    first = people_by_id(build)["p1"].id
    bring_in(admin, roster(user("p2")))
    shown = preview(admin, roster(user("p1"), user("p2")))
    assert "Account: left → here" in shown.words
    admin.submit(shown, shown.response.request.path)
    again = people_by_id(build)["p1"]
    assert (again.id, again.active) == (first, True)


def test_changes_only_say_who_leaves_themselves(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1"), user("p2"), user("p3")))
    delta = roster(user("p1", status="tobedeleted"), manifest=DELTA)
    shown = preview(admin, delta)
    assert "New 0 Changed 0 Would leave 1" in shown.words
    admin.submit(shown, shown.response.request.path)
    people = people_by_id(build)
    assert [people[one].active for one in ("p1", "p2", "p3")] == [False, True, True]


def test_a_row_that_was_left_out_does_not_make_somebody_leave(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    shown = preview(admin, roster(user("p1"), user("p2", role="wizard")))
    assert "Would leave 0 Rows left out 1" in shown.words
    assert "this site has no place for this role" in shown.words


def test_who_is_switched_off_leaves_and_is_never_added(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    off = roster(
        user("p1", enabledUser="false"), user("p2"), user("p3", enabledUser="false")
    )
    shown = preview(admin, off)
    assert "New 0 Changed 0 Would leave 1" in shown.words
    admin.submit(shown, shown.response.request.path)
    people = people_by_id(build)
    assert not people["p1"].active
    assert "p3" not in people


def test_nobody_becomes_staff_by_a_file(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    shown = preview(admin, roster(user("p1", role="teacher"), user("p2")))
    assert "Rows left out 1" in shown.words
    assert "Robin Vale is here as another kind of person than in the file" in shown.words
    assert people_by_id(build)["p1"].kind is PersonKind.STUDENT


def test_an_address_of_somebody_else_is_never_taken(build: Builder, admin: Visitor) -> None:
    holder = build.student(email="p1@school.example")
    shown = preview(admin, roster(user("p1")))
    assert "The address of Robin Vale is another account's" not in shown.words
    admin.submit(shown, shown.response.request.path)
    # Same school, same kind, same address, no id yet: that is the same person.
    assert people_by_id(build)["p1"].id == holder.id


def test_an_address_from_another_school_or_kind_is_left_out(
    build: Builder, admin: Visitor
) -> None:
    far = build.another_school()
    holder = build.student(email="p1@school.example", school_id=far.id)
    teacher = build.staff(email="p2@school.example")
    shown = preview(admin, roster(user("p1"), user("p2")))
    assert shown.words.count("is another account's and was left out") == 2
    admin.submit(shown, shown.response.request.path)
    people = people_by_id(build)
    assert people["p1"].email is None
    assert people["p2"].email is None
    with build.site():
        kept = [db.session.get_one(Person, one.id).email for one in (holder, teacher)]
    assert kept == ["p1@school.example", "p2@school.example"]


def test_two_people_may_swap_addresses(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    swapped = (
        user("p1", email="p2@school.example"),
        user("p2", email="p1@school.example"),
    )
    bring_in(admin, roster(*swapped))
    people = people_by_id(build)
    assert people["p1"].email == "p2@school.example"
    assert people["p2"].email == "p1@school.example"


def test_who_has_left_gives_their_address_to_who_comes(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2")))
    bring_in(admin, roster(user("p2"), user("p3", email="p1@school.example")))
    people = people_by_id(build)
    assert people["p1"].email is None
    assert people["p3"].email == "p1@school.example"


def test_a_shared_or_missing_address_leaves_an_account_its_own(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2"), user("p3")))
    shared = [user(one, email="family@school.example") for one in ("p1", "p2")]
    shown = preview(admin, roster(*shared, user("p3", email="")))
    assert "this address belongs to several people" in shown.words
    assert "Changed 0" in shown.words


def test_a_file_about_another_school_is_refused(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1")))
    before = every_row(build)
    orgs = ORGS.replace("s1", "s2").replace("Riverside", "Hillside")
    other = roster(user("p9", orgSourcedIds="s2"), orgs=orgs)
    answer = send(admin, "/school/people/import", other, "r.zip", expect=422)
    assert "This file is about another school, Hillside High" in answer.words
    assert every_row(build) == before


def test_a_new_club_whose_asked_sponsor_leaves_needs_another(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), TEACHER))
    people = people_by_id(build)
    club = build.club(Step.PRIVATE, leader=people["p1"])
    build.sponsorship(club, people["t1"], SponsorStanding.ASKED)
    today = clock.now().date()
    proposal = build.keep(
        Proposal(
            school_id=build.school.id,
            club_id=club.id,
            about=About.CLUB,
            stage=Stage.WITH_SPONSOR,
            waiting_since=today,
            due_on=today,
        )
    )
    bring_in(admin, roster(user("p1")))
    with build.site():
        stage = db.session.get_one(Proposal, proposal.id).stage
        assert stage is Stage.NEEDS_SPONSOR
        assert db.session.get(Club, club.id) is not None


@pytest.mark.parametrize("who", ["student", "staff", "caregiver"])
def test_only_admins_reach_these_pages(build: Builder, visitor: Visit, who: str) -> None:
    someone = visitor(getattr(build, who)())
    for address in ("/school/people", "/school/people/import", "/school/clubs/import"):
        someone.get(address, expect=404)
    someone.post("/school/people/import", {}, expect=404)


def test_a_file_without_a_manifest_says_that_nobody_leaves(
    build: Builder, admin: Visitor
) -> None:
    bring_in(admin, roster(user("p1"), user("p2"), manifest=MANIFEST))
    shown = preview(admin, roster(user("p1"), manifest=None))
    assert "Would leave 0" in shown.words
    assert "nobody is taken to have left" in shown.words
