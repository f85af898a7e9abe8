"""What a OneRoster file says of people, and what is only noted."""

import time
from pathlib import Path

import pytest

from clubs.roster.readers import roster_in
from clubs.roster.reading import Note, NoteKind, PersonRecord, Roster
from tests.roster.made_files import DELTA, HEADER, MANIFEST, ORGS, roster, user, zipped


def only_person(*lines: str) -> PersonRecord:
    (person,) = roster_in(roster(*lines)).people
    return person


def only_note(read: Roster) -> Note:
    (note,) = read.notes
    return note


@pytest.mark.parametrize(
    "file, counts",
    [
        ("oneroster-1.1-school-332-people.zip", (332, 1, 320, 12)),
        ("oneroster-1.1-district-4441-people.zip", (4441, 21, 4225, 216)),
    ],
)
def test_the_real_files_give_everybody_in_about_a_second(
    shared: Path, file: str, counts: tuple[int, int, int, int]
) -> None:
    began = time.process_time()
    read = roster_in(shared / "rosters" / file)
    took = time.process_time() - began
    kinds = [person.kind for person in read.people]
    students, staff = kinds.count("student"), kinds.count("staff")
    assert (len(read.people), len(read.schools), students, staff) == counts
    assert read.complete
    assert read.notes == ()
    assert read.leaving == ()
    assert len({person.email for person in read.people}) == len(read.people)
    assert took < 2


def test_one_row_becomes_one_person() -> None:
    assert only_person(user("p1", email=" Robin.Vale@School.Example ")) == PersonRecord(
        source_id="p1",
        kind="student",
        given_name="Robin",
        family_name="Vale",
        email="robin.vale@school.example",
        grade="09",
        school_source_ids=("s1",),
        enabled=True,
    )


@pytest.mark.parametrize(
    "role, kind",
    [
        ("student", "student"),
        ("Teacher", "staff"),
        ("administrator", "staff"),
        ("aide", "staff"),
        ("proctor", "staff"),
        ("parent", "caregiver"),
        ("guardian", "caregiver"),
        ("relative", "caregiver"),
    ],
)
def test_roles_become_kinds(role: str, kind: str) -> None:
    assert only_person(user(role=role)).kind == kind


@pytest.mark.parametrize("role", ["", "counselor", "ext:volunteer", "systemAdministrator"])
def test_nobody_becomes_staff_by_an_unknown_role(role: str) -> None:
    read = roster_in(roster(user("p1", role=role)))
    assert read.people == ()
    assert only_note(read).skipped
    assert only_note(read).sentence == (
        "users.csv, row 2, column role: this site has no place for this role; "
        "the row was left out."
    )
    assert read.skipped_ids == {"p1"}


@pytest.mark.parametrize(
    "written, kept",
    [
        ("  Robin  ", "Robin"),
        ("Rene\u0301", "Ren\u00e9"),
        ("Ro\tbin\nLee", "Ro bin Lee"),
        ("\u202enibor", "nibor"),
        ("\u0646\u200c\u0627", "\u0646\u200c\u0627"),
        ("=1+1", "=1+1"),
        ("@Ann", "@Ann"),
        ("-Bo", "-Bo"),
        ("<b>Cy</b>", "<b>Cy</b>"),
        ("李", "李"),
    ],
)
def test_names_are_text_tidied_and_nothing_else(written: str, kept: str) -> None:
    assert only_person(user(givenName=written)).given_name == kept


def test_one_name_is_enough_and_none_is_noted() -> None:
    assert only_person(user(familyName="")).family_name == ""
    read = roster_in(roster(user("p1", givenName=" ", familyName="\u200b")))
    assert read.people == ()
    assert only_note(read).kind is NoteKind.NO_NAME
    long = roster_in(roster(user("p1", givenName="x" * 201)))
    assert only_note(long).kind is NoteKind.TOO_LONG
    assert long.skipped_ids == {"p1"}


def test_an_address_that_several_share_signs_in_none_of_them() -> None:
    read = roster_in(
        roster(
            user("p1", email="home@mail.example"),
            user("p2", email="HOME@mail.example "),
            user("p3"),
        )
    )
    assert [person.email for person in read.people] == [None, None, "p3@school.example"]
    assert {(note.kind, note.source_id) for note in read.notes} == {
        (NoteKind.EMAIL_SHARED, "p1"),
        (NoteKind.EMAIL_SHARED, "p2"),
    }


@pytest.mark.parametrize(
    "email", ["robin", "robin@", "a@b@c", "a b@c.example", "a\n@c.example", "é@c.example"]
)
def test_what_is_no_address_is_left_out_and_noted(email: str) -> None:
    read = roster_in(roster(user(email=email)))
    assert read.people[0].email is None
    assert only_note(read).kind is NoteKind.EMAIL_NOT_TAKEN


def test_an_address_inside_the_school_and_a_missing_one_are_fine() -> None:
    assert only_person(user(email="r@lab.local")).email == "r@lab.local"
    assert only_person(user(email="")).email is None


def test_grades_are_kept_for_students_and_only_when_there_is_one() -> None:
    assert only_person(user(grades="09,09")).grade == "09"
    assert only_person(user(role="teacher", grades="09,10")).grade is None
    read = roster_in(roster(user(grades="09,10")))
    assert read.people[0].grade is None
    assert only_note(read).kind is NoteKind.GRADE_NOT_TAKEN


def test_who_is_switched_off_stays_in_the_list() -> None:
    assert not only_person(user(enabledUser="FALSE")).enabled
    assert only_person(user(enabledUser="TRUE")).enabled
    read = roster_in(roster(user(status="inactive")))
    assert not read.people[0].enabled
    assert only_note(read).kind is NoteKind.TURNED_OFF


def test_who_left_may_have_nothing_but_an_id() -> None:
    gone = user("p2", status="tobedeleted", enabledUser="", role="", givenName="")
    read = roster_in(roster(user(), gone))
    assert read.leaving == ("p2",)
    assert [person.source_id for person in read.people] == ["p1"]


def test_a_school_that_is_not_listed_is_noted() -> None:
    one = roster_in(roster(user(orgSourcedIds="s1,s9")))
    assert one.people[0].school_source_ids == ("s1",)
    assert not only_note(one).skipped
    none = roster_in(roster(user("p1", orgSourcedIds="s9")))
    assert none.people == ()
    assert none.skipped_ids == {"p1"}


def test_changes_may_name_schools_told_of_earlier() -> None:
    read = roster_in(roster(user(orgSourcedIds="s9"), manifest=DELTA, orgs=None))
    assert read.people[0].school_source_ids == ("s9",)
    assert not read.complete


def test_a_row_that_stands_twice_counts_once() -> None:
    read = roster_in(roster(user(), user()))
    assert len(read.people) == 1
    assert only_note(read).sentence == "users.csv, row 3: this row is there twice."


def test_ids_that_differ_in_capitals_are_two_people_with_a_note() -> None:
    read = roster_in(roster(user("ab"), user("AB", email="other@school.example")))
    assert len(read.people) == 2
    assert only_note(read).kind is NoteKind.IDS_ALIKE


def test_without_a_manifest_nobody_is_taken_to_have_left() -> None:
    read = roster_in(roster(manifest=None))
    assert not read.complete
    assert only_note(read).kind is NoteKind.MANIFEST
    absent = MANIFEST.replace("file.users,bulk", "file.users,absent")
    contradicted = roster_in(roster(manifest=absent))
    assert len(contradicted.people) == 1
    assert not contradicted.complete


def test_only_a_manifest_means_nothing_has_changed() -> None:
    absent = MANIFEST.replace("bulk", "absent")
    read = roster_in(roster(manifest=absent, orgs=None, users=None))
    assert (read.people, read.leaving, read.complete) == ((), (), False)


def test_a_byte_order_mark_blank_rows_and_other_line_ends_are_fine() -> None:
    text = "\ufeff" + HEADER.upper() + "\r\r" + user() + "\r" + "," * 17 + "\r"
    read = roster_in(roster(users=text))
    assert len(read.people) == 1
    assert read.notes == ()


def test_an_enclosing_folder_and_mac_leftovers_are_fine() -> None:
    files = {"manifest.csv": MANIFEST, "orgs.csv": ORGS, "users.csv": f"{HEADER}\n{user()}"}
    made = {f"export/{name}": text for name, text in files.items()}
    made |= {f"__MACOSX/{name}": "junk" for name in files}
    assert len(roster_in(zipped({**made, "export/.DS_Store": "junk"})).people) == 1
