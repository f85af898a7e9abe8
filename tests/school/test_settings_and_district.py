"""An admin sets how the school works; a district admin adds schools; both are recorded."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from clubs import clock
from clubs.audit import AuditAct, record
from clubs.db import db
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Step
from clubs.models.people import Office, School
from clubs.models.review import About, Proposal, Stage
from tests.factories import ZONE, Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def admin(build: Builder, visitor: Visit) -> Visitor:
    return visitor(build.admin())


def school_now(build: Builder) -> School:
    with build.site():
        return db.session.get_one(School, build.school.id)


def test_settings_are_kept_and_recorded_without_their_words(
    build: Builder, admin: Visitor
) -> None:
    admin.submit(
        admin.get("/school/settings"),
        zone="America/Vancouver",
        accent="#1A6B5C",
        decision_days="5",
        trusted_adult="Ms Thorn, room 3",
    )
    school = school_now(build)
    assert (school.zone, school.accent, school.decision_days) == (
        "America/Vancouver", "#1a6b5c", 5
    )  # fmt: skip
    words = admin.get("/school/record").words
    assert (
        "Changed settings time zone, colour, days for a decision, who to turn to" in words
    )
    assert "Ms Thorn" not in words


def test_settings_that_stay_leave_no_entry(admin: Visitor) -> None:
    admin.submit(admin.get("/school/settings"))
    assert "Nothing has been done yet" in admin.get("/school/record").words


@pytest.mark.parametrize(
    "field, value, sentence",
    [
        ("zone", "Mars/Olympus", "There is no such time zone."),
        ("zone", "", "Write the time zone."),
        ("accent", "red; }", "Write a colour as #"),
        ("decision_days", "0", "Between 1 and 30 days."),
        ("decision_days", "31", "Between 1 and 30 days."),
        ("decision_days", "soon", "Not a valid integer value."),
        ("trusted_adult", "x" * 2001, "Write 2,000 characters at most."),
    ],
)
def test_settings_that_make_no_sense_are_not_kept(
    build: Builder, admin: Visitor, field: str, value: str, sentence: str
) -> None:
    page = admin.get("/school/settings")
    answer = admin.submit(page, expect=422, **{field: value})
    assert sentence in answer.words
    assert school_now(build).zone == ZONE


def test_the_record_goes_on_and_says_where_it_was_broken(
    build: Builder, visitor: Visit
) -> None:
    person = build.admin()
    with build.acting(person) as viewer:
        for number in range(60):
            record(viewer, AuditAct.SETTINGS_CHANGED, "school:x", f"change {number:02}")
    admin = visitor(person)
    first = admin.get("/school/record")
    assert "The record is whole." in first.words
    assert "change 59" in first.words
    assert "change 09" not in first.words
    link = first.page.select_one("a[rel=next]")
    assert link is not None
    assert "change 09" in admin.get(str(link["href"])).words
    admin.get("/school/record?before=" + "9" * 30)
    with build.site():
        entry = update(AuditEntry).where(AuditEntry.number == 12)
        db.session.execute(entry.values(words="nothing to see", act="unheard of"))
    words = admin.get("/school/record").words
    assert "entry 12 was changed or is missing" in words
    assert "unheard of" in admin.get("/school/record").words


def test_a_district_admin_sees_schools_and_whether_they_decide_in_time(
    build: Builder, visitor: Visit
) -> None:
    far = build.another_school("Hillside High")
    club = build.club(school_id=far.id)
    build.club(Step.UNLISTED, school_id=far.id)
    today = clock.today(ZONE)
    build.keep(
        Proposal(
            school_id=far.id,
            club_id=club.id,
            about=About.CHANGE,
            stage=Stage.WITH_SCHOOL,
            waiting_since=today,
            due_on=today - timedelta(days=1),
        )
    )
    district = visitor(build.admin(Office.DISTRICT_ADMIN))
    assert "Hillside High 1 1 1 late" in district.get("/district").words
    visitor(build.admin()).get("/district", expect=404)


def test_a_district_admin_adds_a_school(build: Builder, visitor: Visit) -> None:
    district = visitor(build.admin(Office.DISTRICT_ADMIN))
    page = district.get("/district/add")
    district.submit(page, name="Hillside High", zone=ZONE)
    assert "Hillside High 0 0 none" in district.get("/district").words
    again = district.submit(page, name="Hillside High", zone=ZONE, expect=422)
    assert "Another school has this name already." in again.words
    district.submit(page, name="", zone="Nowhere", expect=422)
