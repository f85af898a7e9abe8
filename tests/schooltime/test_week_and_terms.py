"""An admin sets the week, the cycle of days and the terms; every day follows from them."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs import timetable
from clubs.models.meetings import MeetingState
from tests.factories import Builder
from tests.schooltime.reading import cycle, day, meeting_now, recorded, school
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
WEEK, TERMS = "/school/time/week", "/school/terms"
FALL: dict[str, Any] = {"name": "Fall", "first_on": "2026-09-08", "last_on": "2027-01-29"}


def week(admin: Visitor, expect: int = 303, **fields: object) -> str:
    said = {
        "week": ["0", "1", "2", "3", "4"],
        "cycle_length": "",
        "cycle_letters": "",
        "cycle_shifts": "y",
    }
    return admin.post(WEEK, {**said, **fields}, expect=expect).words


def test_until_something_is_said_every_day_is_a_school_day(
    build: Builder, admin: Visitor
) -> None:
    assert day(build, date(2026, 11, 21)).open
    words = admin.get("/school/time").words
    assert "No lunch is written down yet." in words
    assert "No term is written down yet." in words


def test_the_week_is_kept_and_its_other_days_have_no_school(
    build: Builder, admin: Visitor
) -> None:
    saturday = build.meeting(build.club(), date(2026, 11, 21))
    week(admin, week=["0", "1", "2", "3"])
    assert (
        "School is on Monday, Tuesday, Wednesday, Thursday."
        in admin.get("/school/time").words
    )
    assert not day(build, date(2026, 11, 20)).open
    assert meeting_now(build, saturday).state is MeetingState.CANCELLED
    assert meeting_now(build, saturday).by_calendar
    week(admin, week=["0", "5"])
    assert meeting_now(build, saturday).state is MeetingState.PLANNED
    assert "the week and the cycle of days" in recorded(admin)


def test_the_form_shows_what_was_said_before(build: Builder, admin: Visitor) -> None:
    week(admin, cycle_length="6", cycle_letters="y", cycle_shifts="")
    kept = school(build)
    assert (kept.cycle_length, kept.cycle_letters, kept.cycle_shifts) == (6, True, False)
    page = admin.get(WEEK).page
    chosen = [one["value"] for one in page.select("option[selected], input[checked]")]
    assert chosen == ["0", "1", "2", "3", "4", "6", "y", ""]


@pytest.mark.parametrize(
    "fields",
    [
        {"week": []},
        {"week": ["9"]},
        {"cycle_length": "1"},
        {"cycle_length": "11"},
        {"cycle_letters": "maybe"},
    ],
)
def test_a_week_that_makes_no_sense_is_not_kept(
    build: Builder, admin: Visitor, fields: dict[str, object]
) -> None:
    week(admin, expect=422, **fields)
    assert school(build).week == "01234"


def test_days_are_counted_from_the_first_day_of_term(
    build: Builder, admin: Visitor
) -> None:
    week(admin, cycle_length="6")
    admin.submit(admin.get(f"{TERMS}/add"), **FALL)
    assert cycle(build, date(2026, 9, 5), date(2026, 9, 15)) == "...1234..56"
    assert "Days are counted in a cycle of 6." in admin.get("/school/time").words
    week(admin, cycle_length="")
    assert cycle(build, date(2026, 9, 8), date(2026, 9, 9)) == ".."


def test_terms_are_added_changed_and_removed(build: Builder, admin: Visitor) -> None:
    assert "No term yet" in admin.get(TERMS).words
    meeting = build.meeting(build.club(), date(2027, 1, 28))
    admin.submit(admin.get(f"{TERMS}/add"), **FALL)
    assert "Fall September 8, 2026 January 29, 2027" in admin.get(TERMS).words
    (term,) = lines(build)
    page = admin.get(f"{TERMS}/{term.id}")
    admin.submit(page, last_on="2027-01-27")
    assert meeting_now(build, meeting).state is MeetingState.CANCELLED
    admin.submit(admin.get(f"{TERMS}/{term.id}"), "/remove")
    assert lines(build) == []
    assert meeting_now(build, meeting).state is MeetingState.PLANNED
    admin.get(f"{TERMS}/{term.id}", expect=404)
    admin.get(f"{TERMS}/short", expect=404)
    assert "the terms" in recorded(admin)


def lines(build: Builder) -> list[timetable.TermLine]:
    with build.site():
        return timetable.terms_of(build.school.id)


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"name": ""}, "Give it a name."),
        ({"name": "x" * 61}, "Use at most 60 characters."),
        ({"last_on": "2026-09-07"}, "It has to end after it begins."),
        ({"last_on": "2027-12-01"}, "A term is shorter than a year."),
        ({"first_on": "8/9/2026"}, "Write the day as year-month-day"),
        ({"first_on": ""}, "Choose a day."),
    ],
)
def test_terms_that_make_no_sense_are_not_kept(
    build: Builder, admin: Visitor, fields: dict[str, str], sentence: str
) -> None:
    page = admin.post(f"{TERMS}/add", {**FALL, **fields}, expect=422)
    assert sentence in page.words
    assert lines(build) == []


def test_two_terms_do_not_share_a_day(build: Builder, admin: Visitor) -> None:
    admin.post(f"{TERMS}/add", FALL)
    spring = {"name": "Spring", "first_on": "2027-01-29", "last_on": "2027-06-25"}
    refused = admin.post(f"{TERMS}/add", spring, expect=422)
    assert "Some of these days are in Fall already." in refused.words
    admin.post(f"{TERMS}/add", {**spring, "first_on": "2027-02-01"})
    assert [one.name for one in lines(build)] == ["Fall", "Spring"]


def test_the_terms_of_another_school_are_unknown(build: Builder, visitor: Visit) -> None:
    visitor(build.admin()).post(f"{TERMS}/add", FALL)
    (term,) = lines(build)
    stranger = visitor(build.admin(school_id=build.another_school().id))
    stranger.get(f"{TERMS}/{term.id}", expect=404)
    stranger.post(f"{TERMS}/{term.id}/remove", expect=404)
    assert lines(build) == [term]


def test_what_changed_is_said_once_and_nothing_changes_twice(build: Builder) -> None:
    """Working the days out again without a change changes nothing."""
    with build.site():
        first = timetable.rebuild(timetable.held(build.school.id))
        again = timetable.rebuild(timetable.held(build.school.id))
    # Weekends are days without school from the moment the days are worked out.
    assert first
    assert all(on.weekday() > 4 for on in first)
    assert again == []


def test_a_slot_is_found_on_days_that_have_it(build: Builder, admin: Visitor) -> None:
    wave = build.wave("A", time(11, 20))
    week(admin)
    with build.site():
        table = timetable.timetable_of(
            build.school.id, date(2026, 11, 20), date(2026, 11, 23)
        )
    found = table.slot_on(wave.id, date(2026, 11, 20))
    assert found is not None
    assert (found.starts, found.lunch) == (time(11, 20), True)
    assert table.slot_on(wave.id, date(2026, 11, 21)) is None
    open_days = table.open_days(date(2026, 11, 20), date(2026, 11, 23))
    assert [one.on_date.day for one in open_days] == [20, 23]
    assert table.bells.time_of(wave.id, None) == found
