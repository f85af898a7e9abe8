"""An admin brings in a roster: sees what it would do, applies it, and again."""

import io
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine

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


def test_many_leaving_at_once_needs_to_be_meant(build: Builder, admin: Visitor) -> None:
    everybody = [user(f"p{number}") for number in range(30)]
    bring_in(admin, roster(*everybody))
    shown = preview(admin, roster(*everybody[:10]))
    address = shown.response.request.path
    refused = admin.submit(shown, address, expect=422)
    assert "Say that it is meant" in refused.words
    assert all(one.active for one in people_by_id(build).values())
    admin.submit(refused, address, many_leave="y")
    assert sum(one.active for one in people_by_id(build).values()) == 10


def test_a_second_admin_with_an_old_preview_is_told(build: Builder, visitor: Visit) -> None:
    first, second = visitor(build.admin()), visitor(build.admin())
    old = preview(second, roster(user("p1"), user("p2")))
    bring_in(first, roster(user("p1")))
    told = second.submit(old, old.response.request.path, expect=409)
    assert "The people have changed since you looked" in told.words
    assert "New 1" in told.words
    assert "p2" not in people_by_id(build)
    second.submit(told, old.response.request.path)
    assert "p2" in people_by_id(build)


def test_a_preview_is_its_owners_and_for_an_hour(build: Builder, visitor: Visit) -> None:
    person = build.admin()
    owner, other = visitor(person), visitor(build.admin())
    address = preview(owner, roster(user("p1"))).response.request.path
    unknown = other.get("/school/people/import/" + "x" * 22, expect=404)
    assert other.get(address, expect=404).words == unknown.words
    other.post(address, {"seen": ""}, expect=404)
    owner.get("/school/people/import/short", expect=404)
    owner.get(address)
    with time_machine.travel(clock.now() + timedelta(minutes=61), tick=False):
        visitor(person).get(address, expect=404)


@pytest.mark.parametrize(
    "file, name, sentence",
    [
        (io.BytesIO(b"hello"), "people.xlsx", "people.xlsx: the site can’t read this kind"),
        (io.BytesIO(b"PK broken"), "people.zip", "people.zip"),
        (roster(user("p1", enabledUser="maybe")), "r.zip", "row 2, column enabledUser"),
        (roster(users=None), "r.zip", "users.csv is missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    build: Builder, admin: Visitor, file: io.BytesIO, name: str, sentence: str
) -> None:
    before = every_row(build)
    answer = send(admin, "/school/people/import", file, name, expect=422)
    assert sentence.replace("’", "'") in answer.words.replace("’", "'")
    assert every_row(build) == before


def test_without_a_file_one_is_asked_for_it(admin: Visitor) -> None:
    answer = admin.post("/school/people/import", {}, expect=422)
    assert "Choose a file first." in answer.words


def test_a_file_that_is_too_large_is_not_read(build: Builder, admin: Visitor) -> None:
    before = every_row(build)
    answer = admin.client.post(
        "/school/people/import",
        data={"file": (io.BytesIO(b"PK"), "roster.zip")},
        environ_overrides={"CONTENT_LENGTH": str(17 * 1024 * 1024)},
    )
    assert answer.status_code == 413
    assert every_row(build) == before


def test_a_file_about_another_school_is_refused(build: Builder, admin: Visitor) -> None:
    bring_in(admin, roster(user("p1")))
    before = every_row(build)
    orgs = ORGS.replace("s1", "s2").replace("Riverside", "Hillside")
    other = roster(user("p9", orgSourcedIds="s2"), orgs=orgs)
    answer = send(admin, "/school/people/import", other, "r.zip", expect=422)
    assert "This file is about another school, Hillside High" in answer.words
    assert every_row(build) == before


DISTRICT = ORGS + "s2,,,Hillside High,school,,\ns3,,,Valley Schools,district,,\n"
ALL_OVER = (
    user("p1"),
    user("p2", orgSourcedIds="s2"),
    user("p3", role="teacher", grades="", orgSourcedIds="s3"),
    user("p4", role="teacher", grades="", orgSourcedIds="s2,s1"),
)


def test_of_a_districts_file_an_admin_takes_their_own_school(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("riverside high")
    admin = visitor(build.admin(school_id=school.id))
    bring_in(admin, roster(*ALL_OVER, orgs=DISTRICT))
    people = people_by_id(build)
    assert {one.school_id for one in people.values()} == {school.id}
    assert set(people) == {"p1", "p4"}


def test_of_a_districts_file_without_it_a_school_takes_nobody(
    build: Builder, admin: Visitor
) -> None:
    file = roster(*ALL_OVER, orgs=DISTRICT)
    sent = send(admin, "/school/people/import", file, "r.zip", whole="y", expect=422)
    assert "None of the schools in this file is Maplecrest High School" in sent.words
    assert people_by_id(build) == {}


def test_a_district_admin_brings_in_every_school_and_reads_only_their_own(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("Riverside High")
    person = build.admin(school_id=school.id)
    build.keep(
        Appointment(school_id=school.id, person_id=person.id, office=Office.DISTRICT_ADMIN)
    )
    admin = visitor(person)
    named = user("p2", orgSourcedIds="s2", givenName="Zephyrine")
    file = roster(ALL_OVER[0], named, *ALL_OVER[2:], orgs=DISTRICT)
    shown = preview(admin, file, whole="y")
    assert "Hillside High To be added 2 0 0" in shown.words
    assert "Zephyrine" not in shown.text
    admin.submit(shown, shown.response.request.path)
    with build.site():
        schools = {one.source_id: one for one in db.session.query(School)}
    assert schools["s2"].zone == school.zone
    people = people_by_id(build)
    assert people["p2"].school_id == schools["s2"].id
    assert people["p3"].school_id == schools["s3"].id


def test_somebody_who_changes_schools_takes_their_address_along(
    build: Builder, visitor: Visit
) -> None:
    school = build.another_school("Riverside High")
    person = build.admin(school_id=school.id)
    build.keep(
        Appointment(school_id=school.id, person_id=person.id, office=Office.DISTRICT_ADMIN)
    )
    admin = visitor(person)
    before = roster(user("p1"), user("p2", orgSourcedIds="s2"), orgs=DISTRICT)
    shown = preview(admin, before, whole="y")
    admin.submit(shown, shown.response.request.path)
    moved = roster(
        user("p1", orgSourcedIds="s2"), user("p2", orgSourcedIds="s2"), user("p5"),
        orgs=DISTRICT,
    )  # fmt: skip
    shown = preview(admin, moved, whole="y")
    assert "New 2 Changed 0 Would leave 1" in shown.words
    admin.submit(shown, shown.response.request.path)
    with build.site():
        found = db.session.query(Person).filter_by(source_id="p1").all()
    addresses = {one.active: one.email for one in found}
    assert addresses == {False: None, True: "p1@school.example"}


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
