"""An admin says what single days are; meetings follow, cycle days as the school likes."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs.db import db
from clubs.models.meetings import MeetingState
from clubs.models.notices import Notice
from clubs.models.timetable import DayMark, DayType
from tests.factories import Builder
from tests.schooltime.reading import (
    cycle,
    day,
    meeting_now,
    recorded,
    school,
    sitting_now,
)
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
THURSDAY = date(2026, 11, 19)
PAGE = f"/school/calendar/{THURSDAY}"
CLOSE = "/school/calendar/close"


@pytest.fixture
def counted(build: Builder, admin: Visitor) -> None:
    """Days are counted in a cycle of six; this week is 4 5 6 1 2."""
    fields = {"week": list("01234"), "cycle_length": "6", "cycle_letters": ""}
    admin.post("/school/time/week", {**fields, "cycle_shifts": "y"})
    admin.submit(admin.get("/school/calendar/2026-11-16"), cycle_day="4")
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == "45612..3"


def marks(build: Builder) -> list[DayMark]:
    with build.site():
        return db.session.query(DayMark).order_by(DayMark.on_date).all()


def test_a_day_is_closed_its_meeting_cancelled_and_both_come_back(
    build: Builder, admin: Visitor
) -> None:
    meeting = build.meeting(build.club(), THURSDAY)
    done = admin.submit(admin.get(PAGE), school="closed", words="Family Day")
    assert done.location == "/school/calendar"
    told = admin.get("/school/calendar").words
    assert "Meetings on it follow, and people are told." in told
    assert "Thursday, November 19 : No school. Family Day" in told
    assert meeting_now(build, meeting).state is MeetingState.CANCELLED
    assert "the calendar: 2026-11-19" in recorded(admin)
    admin.submit(admin.get(PAGE), "/clear")
    assert meeting_now(build, meeting).state is MeetingState.PLANNED
    assert "Family Day" not in admin.get("/school/calendar").words
    refused = admin.post(f"{PAGE}/clear", expect=409)
    assert "Nothing is said about this day any more." in refused.words


def test_people_are_told_and_the_admin_does_not_learn_which_club_it_was(
    build: Builder, admin: Visitor
) -> None:
    leader = build.student()
    club = build.club(leader=leader, name="Zephyrlamp")
    build.meeting(club, THURSDAY)
    closed = {"school": "closed", "words": "Family Day", "moves": "y", "kind": ""}
    admin.post(PAGE, {**closed, "cycle_day": ""})
    assert "Zephyrlamp" not in admin.get("/school/calendar").text
    assert "Zephyrlamp" not in admin.get("/school/record").text


def test_a_day_with_school_in_the_holidays(build: Builder, admin: Visitor) -> None:
    saturday = date(2026, 11, 21)
    admin.post("/school/time/week", {"week": list("01234"), "cycle_length": ""})
    assert not day(build, saturday).open
    admin.submit(admin.get(f"/school/calendar/{saturday}"), school="open", words="Open day")
    assert day(build, saturday).open
    assert day(build, saturday).words == "Open day"


def test_a_day_switched_to_other_bells_re_times_its_meetings(
    build: Builder, admin: Visitor
) -> None:
    wave = build.wave("A", time(11, 20))
    early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
    build.slot_time(wave, early, time(10, 50), time(11, 20))
    at = {"starts": time(11, 20), "ends": time(12, 20), "wave_id": wave.id}
    meeting = build.meeting(build.club(), THURSDAY, **at)
    admin.submit(admin.get(PAGE), kind=early.id)
    assert "Thursday, November 19 : Early closing" in admin.get("/school/calendar").words
    changed = meeting_now(build, meeting)
    assert (changed.starts, changed.ends) == (time(10, 50), time(11, 20))
    assert sitting_now(build, meeting).starts == time(10, 50)
    assert changed.sequence == 1
    assert "Early closing" in admin.get(PAGE).words


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("moves, expected", [("y", "456.1..2"), ("", "456.2..3")])
def test_closing_a_day_moves_the_cycle_days_after_it_if_the_school_says_so(
    build: Builder, admin: Visitor, moves: str, expected: str
) -> None:
    page = admin.get(PAGE)
    chosen = page.page.select_one("input[name=moves][checked]")
    assert chosen is not None
    assert chosen["value"] == "y"  # as the school does it
    admin.submit(page, school="closed", moves=moves)
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == expected
    admin.submit(admin.get(PAGE), "/clear")
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == "45612..3"


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("moves, expected", [("y", "45645..6"), ("", "45642..3")])
def test_a_day_is_given_another_day_of_the_cycle(
    build: Builder, admin: Visitor, moves: str, expected: str
) -> None:
    admin.submit(admin.get(PAGE), cycle_day="4", moves=moves)
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == expected
    assert "Day 4" in admin.get(PAGE).words


@pytest.mark.usefixtures("counted")
def test_a_school_may_let_cycle_days_stay_by_itself(build: Builder, admin: Visitor) -> None:
    fields = {"week": list("01234"), "cycle_length": "6", "cycle_letters": "y"}
    admin.post("/school/time/week", {**fields, "cycle_shifts": ""})
    assert not school(build).cycle_shifts
    admin.submit(admin.get(PAGE), school="closed")
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == "456.2..3"
    assert "Day B" in admin.get("/school/calendar").words


def test_what_is_taken_back_by_the_form_leaves_nothing(
    build: Builder, admin: Visitor
) -> None:
    admin.submit(admin.get(PAGE), school="closed", words="Family Day")
    assert len(marks(build)) == 1
    admin.submit(admin.get(PAGE), school="", words="")
    assert marks(build) == []
    assert day(build, THURSDAY).open


def closing(first: str, last: str, words: str = "") -> dict[str, Any]:
    return {"first_on": first, "last_on": last, "words": words}


def test_several_days_are_closed_at_once_and_weekends_are_left_alone(
    build: Builder, admin: Visitor
) -> None:
    admin.post("/school/time/week", {"week": list("01234"), "cycle_length": ""})
    fields = closing("2026-12-21", "2027-01-01", "Winter break")
    done = admin.submit(admin.get(CLOSE), **fields)
    assert done.response.headers["Location"].endswith("month=2026-12")
    found = marks(build)
    assert len(found) == 10
    assert all(one.closed and one.on_date.weekday() < 5 for one in found)
    assert "Winter break" in admin.get("/school/calendar?month=2026-12").words
    again = admin.submit(admin.get(CLOSE), expect=422, **fields)
    assert "There is no school on any of these days anyway." in again.words


@pytest.mark.usefixtures("counted")
@pytest.mark.parametrize("moves, expected", [("y", "456....1"), ("", "456....3")])
def test_closing_over_a_weekend_uses_up_no_cycle_day_of_the_weekend(
    build: Builder, admin: Visitor, moves: str, expected: str
) -> None:
    fields = closing("2026-11-19", "2026-11-22")
    admin.submit(admin.get(CLOSE), moves=moves, **fields)
    assert cycle(build, date(2026, 11, 16), date(2026, 11, 23)) == expected


@pytest.mark.parametrize(
    "first, last, sentence",
    [
        ("2026-12-21", "2026-12-20", "It has to end after it begins."),
        ("2026-12-21", "2027-05-20", "That is very long."),
        ("2030-12-21", "2030-12-22", "Choose days of this school year or the next."),
        ("2026-07-30", "2026-08-02", "Choose days of this school year or the next."),
        ("soon", "2026-12-22", "Write the day as year-month-day"),
        ("", "", "Choose a day."),
    ],
)
def test_days_that_make_no_sense_are_not_closed(
    build: Builder, admin: Visitor, first: str, last: str, sentence: str
) -> None:
    fields = {"first_on": first, "last_on": last, "words": "Break"}
    assert sentence in admin.post(CLOSE, fields, expect=422).words
    assert marks(build) == []


@pytest.mark.parametrize(
    "address",
    ["2026-11-31", "20261119", "2026-W47-4", "19", "2020-01-01", "2030-01-01", "x" * 300],
)
def test_an_address_that_is_no_date_of_these_years_is_unknown(
    admin: Visitor, address: str
) -> None:
    admin.get(f"/school/calendar/{address}", expect=404)
    admin.post(f"/school/calendar/{address}", {"school": "closed"}, expect=404)
    admin.post(f"/school/calendar/{address}/clear", expect=404)


def test_what_the_form_does_not_offer_is_not_kept(build: Builder, admin: Visitor) -> None:
    other = build.another_school()
    foreign = build.keep(DayType(school_id=other.id, name="Theirs"))
    for fields in (
        {"kind": foreign.id},
        {"school": "burnt down"},
        {"cycle_day": "3"},  # there is no cycle
        {"words": "x" * 81},
    ):
        admin.post(PAGE, fields, expect=422)
    assert marks(build) == []


def test_months_are_turned_from_the_first_year_to_the_last(
    build: Builder, admin: Visitor
) -> None:
    def turned(page: Answer) -> list[str]:
        return [one.get_text(strip=True) for one in page.page.select(".pager a")]

    assert "November 2026" in admin.get("/school/calendar").words
    assert turned(admin.get("/school/calendar")) == ["Previous", "Next"]
    assert turned(admin.get("/school/calendar?month=2026-08")) == ["Next"]
    assert turned(admin.get("/school/calendar?month=2028-07")) == ["Previous"]
    assert turned(admin.get("/school/calendar?month=2031-07")) == []
    for odd in ("2026-13", "nonsense", "", "9" * 50):
        assert "November 2026" in admin.get(f"/school/calendar?month={odd}").words


def test_one_school_says_nothing_about_another_s_days(
    build: Builder, visitor: Visit
) -> None:
    meeting = build.meeting(build.club(), THURSDAY)
    stranger = visitor(build.admin(school_id=build.another_school().id))
    stranger.submit(stranger.get(PAGE), school="closed", words="Theirs")
    assert day(build, THURSDAY).open
    assert meeting_now(build, meeting).state is MeetingState.PLANNED
    assert "Theirs" not in visitor(build.admin()).get("/school/calendar").words


def test_nobody_outside_a_club_is_told(build: Builder, admin: Visitor) -> None:
    build.meeting(build.club(), THURSDAY)
    build.student()
    admin.submit(admin.get(PAGE), school="closed")
    with build.site():
        assert db.session.query(Notice).count() == 0
