"""A roster says who has which lunch, by name, on each kind of day."""

from collections.abc import Callable
from datetime import time
from io import BytesIO

import pytest

from clubs.db import db
from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, Slot, SlotKind
from clubs.roster.lunches import lunch_column
from tests.factories import Builder
from tests.roster.looking import bring_in, people_by_id, preview
from tests.roster.made_files import HEADER, roster, user
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin())


@pytest.fixture
def bells(build: Builder) -> dict[str, str]:
    """Two lunches, and an early closing: ids by name."""
    early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
    found = {"Early closing": early.id, "Regular": build.regular.id}
    for name, hour in (("Lunch A", 11), ("Lunch B", 12)):
        slot = build.wave(name, time(hour, 20))
        build.slot_time(slot, early, time(hour - 1), time(hour - 1, 30))
        found[name] = slot.id
    return found


def with_lunches(heads: str, **lunches: str) -> BytesIO:
    """A roster of people by id, with more columns at the end of each row."""
    lines = [f"{user(key)},{cells}" for key, cells in lunches.items()]
    return roster(users="\n".join((f"{HEADER},{heads}", *lines)) + "\n")


def lunch_of(build: Builder, source_id: str) -> tuple[str | None, dict[str, str]]:
    person = people_by_id(build)[source_id]
    with build.site():
        wave_id = db.session.get_one(Person, person.id).wave_id
        rows = db.session.query(PersonLunch).filter_by(person_id=person.id).all()
    return wave_id, {row.day_type_id: row.slot_id for row in rows}


def test_new_people_come_with_their_lunches(
    build: Builder, admin: Visitor, bells: dict[str, str]
) -> None:
    heads = "Lunch,Lunch: Early closing"
    bring_in(admin, with_lunches(heads, p1="lunch a,LUNCH B", p2="Lunch B,", p3=","))
    assert lunch_of(build, "p1") == (
        bells["Lunch A"],
        {bells["Early closing"]: bells["Lunch B"]},
    )
    assert lunch_of(build, "p2") == (bells["Lunch B"], {})
    assert lunch_of(build, "p3") == (None, {})


def test_a_changed_lunch_is_shown_and_an_empty_cell_changes_none(
    build: Builder, admin: Visitor, bells: dict[str, str]
) -> None:
    bring_in(admin, with_lunches("Lunch wave", p1="Lunch A", p2="Lunch A"))
    shown = preview(admin, with_lunches("Lunch wave", p1="Lunch B", p2=""))
    assert "Changed 1" in shown.words
    assert "Lunch: Lunch A → Lunch B" in shown.words
    admin.submit(shown)
    assert lunch_of(build, "p1")[0] == bells["Lunch B"]
    assert lunch_of(build, "p2")[0] == bells["Lunch A"]
    early = with_lunches("Lunch: early CLOSING", p1="Lunch A", p2="")
    shown = preview(admin, early)
    assert "Lunch: Lunch B → Lunch B, Early closing: Lunch A" in shown.words
    admin.submit(shown)
    assert lunch_of(build, "p1") == (
        bells["Lunch B"],
        {bells["Early closing"]: bells["Lunch A"]},
    )
    again = preview(admin, with_lunches("Lunch: early closing", p1="Lunch A", p2=""))
    assert "There is nothing to apply." in again.words


def test_a_roster_without_such_a_column_leaves_what_people_chose(
    build: Builder, admin: Visitor, bells: dict[str, str]
) -> None:
    bring_in(admin, with_lunches("Lunch", p1="Lunch A"))
    bring_in(admin, roster(user("p1", givenName="Robyn")))
    assert lunch_of(build, "p1")[0] == bells["Lunch A"]


def test_names_nobody_knows_are_said_once_each_and_nothing_is_guessed(
    build: Builder, admin: Visitor, bells: dict[str, str]
) -> None:
    build.keep(Slot(school_id=build.school.id, name="Flex", kind=SlotKind.FLEX))
    heads = "Lunch,Lunch: Assembly"
    rows = {"p1": "A,Lunch A", "p2": "A,", "p3": "Flex,", "p4": "Lunch A,"}
    shown = preview(admin, with_lunches(heads, **rows))
    for sentence in (
        "“A” is no lunch of the school; rows that say so: 2.",
        "“Flex” is no lunch of the school; rows that say so: 1.",
        "“Assembly” is no kind of day of the school; rows that say so: 1.",
    ):
        assert shown.words.count(sentence) == 1
    admin.submit(shown)
    assert lunch_of(build, "p1") == (None, {})
    assert lunch_of(build, "p4")[0] == bells["Lunch A"]


def test_the_regular_kind_of_day_may_be_named_too(
    build: Builder, admin: Visitor, bells: dict[str, str]
) -> None:
    bring_in(admin, with_lunches("Lunch: Regular", p1="Lunch B"))
    assert lunch_of(build, "p1") == (bells["Lunch B"], {})


@pytest.mark.usefixtures("bells")
def test_the_same_column_twice_is_refused(admin: Visitor) -> None:
    file = with_lunches("Lunch,lunch_wave", p1="Lunch A,Lunch B")
    page = admin.post(
        "/school/people/import",
        {"file": (file, "r.zip")},
        expect=422,
        content_type="multipart/form-data",
    )
    assert "this column is there twice" in page.words


def test_another_school_s_lunches_are_no_names_here(build: Builder, admin: Visitor) -> None:
    other = build.another_school()
    build.keep(Slot(school_id=other.id, name="Lunch Z"))
    shown = preview(admin, with_lunches("Lunch", p1="Lunch Z"))
    assert "“Lunch Z” is no lunch of the school" in shown.words


@pytest.mark.parametrize(
    "heading, column",
    [
        ("Lunch", "lunch:"),
        ("  lunch  WAVE ", "lunch:"),
        ("lunch_wave", "lunch:"),
        ("metadata.lunch", "lunch:"),
        ("Lunch: Early closing", "lunch:Early closing"),
        ("Lunch wave : Assembly", "lunch:Assembly"),
        # Who pays less for lunch is nobody's business here.
        ("lunchStatus", None),
        ("Free lunch", None),
        ("lunch code", None),
        ("pronouns", None),
    ],
)
def test_which_columns_say_lunches(heading: str, column: str | None) -> None:
    assert lunch_column(heading) == column
