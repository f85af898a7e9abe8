"""Planning several meetings at once: by week, by month, by cycle day, on chosen days."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import MeetingSeries, Rule
from clubs.models.people import Person, School
from clubs.models.timetable import SchoolDay, Term
from tests.factories import Builder
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import ONCE, WEEKLY, part, planned
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def days(build: Builder) -> list[str]:
    return [one.on_date.strftime("%m-%d") for one in planned(build)]


def series(build: Builder) -> MeetingSeries:
    with build.site():
        found: MeetingSeries = db.session.scalars(db.select(MeetingSeries)).one()
    return found


def term(build: Builder, last: date) -> Term:
    return build.keep(
        Term(
            school_id=build.school.id,
            name="Fall term",
            first_on=date(2026, 9, 1),
            last_on=last,
        )
    )


def has_cycle(build: Builder, length: int, *, letters: bool = False) -> None:
    with build.site():
        school = db.session.get_one(School, build.school.id)
        school.cycle_length, school.cycle_letters = length, letters


def day(build: Builder, on: date, **given: Any) -> None:
    values = {"open": True, "school_id": build.school.id, **given}
    build.keep(SchoolDay(on_date=on, **values))


def test_every_second_week(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    fields = WEEKLY | {"how": "fortnightly"}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    assert days(build) == ["11-18", "12-02", "12-16"]
    assert (series(build).rule, series(build).weekday) == (Rule.FORTNIGHTLY, 2)


def test_the_first_and_the_last_of_the_month(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    fields = WEEKLY | {"how": "monthly", "weeks": ["1", "5"], "until": "2027-01-31"}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    assert days(build) == ["11-25", "12-02", "12-30", "01-06", "01-27"]
    assert (series(build).rule, series(build).chosen) == (Rule.MONTHLY, "1,5")


def test_chosen_days_in_any_order_each_once(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    chosen = {"dates-0": "2026-12-09", "dates-1": "2026-11-24", "dates-7": "2026-12-09"}
    fields = ONCE | {"how": "dates"} | chosen
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    assert days(build) == ["11-24", "12-09"]
    assert series(build).chosen == "2026-11-24,2026-12-09"


def test_days_of_the_cycle_are_offered_by_the_schools_own_names(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    address = f"/c/{club.id}/meetings/plan"
    assert "On days of the cycle" not in visitor(leader).get(address).words
    has_cycle(build, 2, letters=True)
    page = visitor(leader).get(address).words
    assert "On days of the cycle" in page
    assert "Day A Day B" in page
    has_cycle(build, 6)
    assert "Day 1 Day 2" in visitor(leader).get(address).words


def test_on_a_day_of_the_cycle_whatever_weekday_that_is(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    has_cycle(build, 6)
    for number, on in ((2, 18), (3, 19), (4, 20), (2, 26)):
        day(build, date(2026, 11, on), cycle_day=number)
    fields = WEEKLY | {"how": "cycle", "cycle_days": ["2", "4"], "until": "2026-11-30"}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    assert days(build) == ["11-18", "11-20", "11-26"]


def test_cycle_days_are_asked_for(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    has_cycle(build, 6)
    fields = WEEKLY | {"how": "cycle"}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "Choose at least one." in part(page, ".error-summary").get_text()


def test_until_the_end_of_term(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    fall = term(build, date(2026, 12, 4))
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan")
    assert "The end of Fall term, Friday, December 4" in page.words
    assert part(page, "[name=last][checked]")["value"] == fall.id
    fields = WEEKLY | {"last": fall.id, "until": ""}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", fields)
    assert days(build) == ["11-18", "11-25", "12-02"]
    assert series(build).term_id == fall.id


def test_a_term_that_is_over_is_no_end(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    term(build, date(2026, 11, 13))
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan")
    assert "Fall term" not in page.words


def test_days_without_school_are_left_out(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    day(build, date(2026, 11, 25), open=False, words="Break")
    visitor(leader).post(f"/c/{club.id}/meetings/plan", WEEKLY)
    assert days(build) == ["11-18", "12-02", "12-09", "12-16"]


def test_a_single_day_without_school_is_refused_with_its_reason(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    day(build, date(2026, 11, 18), open=False, words="Family day")
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", ONCE, expect=422)
    sentence = "There is no school on Wednesday, November 18. (Family day)"
    assert sentence in part(page, ".error-summary").get_text()
    assert planned(build) == []


def test_a_lunch_the_first_day_does_not_have_begins_with_the_next(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    school.closes_early(2)
    lunch = {"slots": school.lunch["A"].id, "starts": "", "ends": ""}
    visit, address = visitor(leader), f"/c/{club.id}/meetings/plan"
    visit.post(address, WEEKLY | lunch)
    assert days(build)[0] == "11-25"
    page = visit.post(address, ONCE | lunch, expect=422)
    assert "There is no such time on Wed, Nov 18." in page.words
    page = visit.post(address, WEEKLY | lunch | {"until": "2026-11-24"}, expect=422)
    assert "There is no such time on Wed, Nov 18." in page.words


def test_a_series_without_any_school_is_refused(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    day(build, date(2026, 11, 18), open=False)
    fields = WEEKLY | {"until": "2026-11-24"}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "There is no school on any of these days." in page.words


def test_a_series_has_at_most_220_meetings(
    build: Builder, visitor: Visit, club: Club, leader: Person, monday: Any
) -> None:
    monday.move_to("2026-08-03T16:00:00Z")
    has_cycle(build, 2)
    for number in range(260):
        on = date(2026, 8, 4) + (date(2026, 8, 5) - date(2026, 8, 4)) * number
        day(build, on, cycle_day=number % 2 + 1)
    year = {"on_date": "2026-08-04", "until": "2027-07-30", "cycle_days": ["1", "2"]}
    fields = WEEKLY | {"how": "cycle"} | year
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "That is more than 220 meetings at once." in page.words


def test_a_series_may_begin_today_once_its_time_is_still_ahead(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    today = WEEKLY | {"on_date": "2026-11-16"}
    late = today | {"starts": "08:00", "ends": "08:30"}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", late, expect=422)
    assert "That time is over already." in page.words
    visitor(leader).post(f"/c/{club.id}/meetings/plan", today)
    assert planned(build)[0].on_date == date(2026, 11, 16)


@pytest.mark.parametrize("how", ["weekly", "fortnightly", "monthly", "dates"])
def test_what_was_ticked_and_typed_is_kept_after_a_mistake(
    visitor: Visit, leader: Person, club: Club, how: str
) -> None:
    typed = {"how": how, "weeks": ["2"], "dates-8": "2026-12-09", "place": ""}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", WEEKLY | typed, expect=422)
    assert part(page, "[name=how][checked]")["value"] == how
    assert part(page, "[name=weeks][checked]")["value"] == "2"
    assert part(page, "details[open] [name=dates-8]")["value"] == "2026-12-09"
    assert part(page, "[name=until]")["value"] == "2026-12-16"


def test_links_fill_in_what_they_suggest(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    wave = build.wave("B")
    asked = f"how=weekly&on_date=2026-11-24&slots={wave.id}"
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan?{asked}")
    assert part(page, "[name=how][checked]")["value"] == "weekly"
    assert part(page, "[name=on_date]")["value"] == "2026-11-24"
    assert part(page, "[name=slots][checked]")["value"] == wave.id
    assert page.page.select_one(".error") is None


@pytest.mark.parametrize("asked", ["how=yearly", "on_date=soon&slots=x", "dates-0=y"])
def test_a_link_that_makes_no_sense_is_only_an_empty_form(
    visitor: Visit, leader: Person, club: Club, asked: str
) -> None:
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan?{asked}")
    assert page.page.select_one(".error-summary") is None


def test_the_clock_is_the_schools_own(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    monday: time_machine.Traveller,
) -> None:
    # Still the 16th at the school, though in UTC the 17th has begun.
    monday.move_to("2026-11-17T04:30:00Z")
    tonight = ONCE | {"on_date": "2026-11-16", "starts": "23:00", "ends": "23:30"}
    visitor(leader).post(f"/c/{club.id}/meetings/plan", tonight)
    assert days(build) == ["11-16"]
