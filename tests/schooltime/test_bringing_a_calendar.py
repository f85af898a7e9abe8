"""An admin brings the school's calendar in: looks, chooses, applies; meetings follow."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time

import pytest
import time_machine

from clubs import timetable
from clubs.db import db
from clubs.models.meetings import MeetingState
from clubs.models.timetable import DayType
from clubs.models.uploads import Upload
from tests.factories import SHARED, Builder
from tests.schooltime.made_calendars import OWN_EXPORT, all_day, calendar
from tests.schooltime.reading import (
    bring,
    cycle,
    day,
    marks,
    meeting_now,
    recorded,
    school,
)
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
NOV = date(2026, 11, 1)
no_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data here")


def chosen(page: Answer) -> dict[str, str]:
    """What each title is taken to mean."""
    found = {}
    for one in page.page.select("main select"):
        label = page.page.select_one(f"label[for='{one['id']}']")
        option = one.select_one("option[selected]")
        assert label is not None
        assert option is not None
        found[label.get_text(strip=True)] = option.get_text(strip=True)
    return found


def field(page: Answer, title: str) -> str:
    label = next(
        one for one in page.page.select("label") if one.get_text(strip=True) == title
    )
    return str(label["for"])


@pytest.fixture
def in_2023(build: Builder, visitor: Visit) -> Iterator[Visitor]:
    """An admin in the autumn for which a real school made its calendar of A and B days."""
    with time_machine.travel(datetime.fromisoformat("2023-09-01T10:00:00-07:00")):
        yield visitor(build.admin())


def a_b_days() -> bytes:
    return (SHARED / "calendars" / "southkitsap_hs_ab_days.ics").read_bytes()


@no_shared
def test_a_real_calendar_of_a_and_b_days_is_understood_at_once(
    build: Builder, in_2023: Visitor
) -> None:
    page = bring(in_2023, a_b_days())
    assert "REFRESH-INTERVAL in the calendar: not a valid duration" in page.words
    assert "X-PUBLISHED-TTL in the calendar: not a valid duration" in page.words
    assert "Days without school 27" in page.words
    assert "Days of the cycle 181" in page.words
    assert "The school then has a cycle of 2 days." in page.words
    means = chosen(page)
    cycle_days = [means.pop(one) for one in ("A Day", "B Day")]
    assert cycle_days == ["Day A", "Day B"]
    assert means.pop("A Day: Start of 2nd Semester") == "Day A"
    assert len(means) == 9
    assert set(means.values()) == {"no school"}
    in_2023.submit(page)
    assert (school(build).cycle_length, school(build).cycle_letters) == (2, True)
    assert cycle(build, date(2023, 11, 20), date(2023, 11, 28)).count(".") == 4


@no_shared
def test_a_holiday_in_the_middle_shifts_real_a_and_b_days_if_the_school_says_so(
    build: Builder, in_2023: Visitor
) -> None:
    def days() -> str:
        return cycle(build, date(2023, 9, 5), date(2023, 9, 14))

    in_2023.submit(bring(in_2023, a_b_days()))
    assert days() == "1212..1212"
    closed = "/school/calendar/2023-09-07"
    in_2023.submit(in_2023.get(closed), school="closed", moves="y")
    assert days() == "12.1..2121"
    in_2023.submit(in_2023.get(closed), school="closed", moves="")
    assert days() == "12.2..1212"
    assert "“SKHS Days” says something about this day." in in_2023.get(closed).words
    # The calendar once more: its own words are replaced, the typed ones stay.
    in_2023.submit(bring(in_2023, a_b_days()))
    assert days() == "12.2..1212"
    in_2023.submit(in_2023.get(closed), "/clear")
    assert days() == "1212..1212"


@no_shared
def test_a_real_calendar_of_exams_means_nothing_for_the_days(
    build: Builder, visitor: Visit
) -> None:
    content = (SHARED / "calendars" / "mhs_exam_schedule_y11_nouid.ics").read_bytes()
    with time_machine.travel(datetime.fromisoformat("2017-10-20T10:00:00-06:00")):
        admin = visitor(build.admin())
        page = bring(admin, content)
        assert "UID is missing in 19 events" in page.words
        assert set(chosen(page).values()) == {"nothing for this site"}
        assert "Days without school 0" in page.words
        admin.submit(page)
        assert marks(build) == []


def test_a_school_s_own_export_gives_terms_days_off_and_other_days(
    build: Builder, admin: Visitor
) -> None:
    regular = build.regular
    early = build.keep(DayType(school_id=build.school.id, name="Early closing"))
    wave = build.wave("A", time(11, 20))
    build.slot_time(wave, early, time(10, 50), time(11, 20))
    club = build.club()
    off = build.meeting(club, date(2026, 11, 27))
    at = {"starts": time(11, 20), "ends": time(12, 20), "wave_id": wave.id}
    moved = build.meeting(club, date(2026, 12, 2), **at)
    page = bring(admin, OWN_EXPORT)
    assert "“Snow day” has no day it begins on" in page.words
    assert "A line that is none in the calendar: not a line of a calendar" in page.words
    assert "Days without school 17 Days of another kind 1" in page.words
    assert "Days of the cycle 0 Terms 2" in page.words
    assert "Fall semester: September 8, 2026 – January 29, 2027" in page.words
    assert "2 events that mean nothing for this site" in page.words
    assert marks(build) == []
    admin.submit(page)
    with build.site():
        terms = timetable.terms_of(build.school.id)
    assert [(one.first_on, one.last_on) for one in terms] == [
        (date(2026, 9, 8), date(2027, 1, 29)),
        (date(2027, 2, 1), date(2027, 6, 25)),
    ]
    assert meeting_now(build, off).state is MeetingState.CANCELLED
    assert meeting_now(build, moved).starts == time(10, 50)
    assert day(build, date(2026, 12, 2)).day_type_id == early.id
    assert day(build, date(2026, 12, 3)).day_type_id != regular.id
    assert not day(build, date(2027, 1, 30)).open
    assert "Brought in: Maplecrest" in admin.get("/school/time").words
    assert "a calendar was brought in" in recorded(admin)
    with build.site():
        assert db.session.query(Upload).count() == 0


def test_what_events_mean_is_chosen_and_counted_again(
    build: Builder, admin: Visitor
) -> None:
    page = bring(admin, calendar(all_day("Pink Shirt Day", "20261124")))
    assert "Days without school 0" in page.words
    name = field(page, "Pink Shirt Day")
    again = admin.submit(page, expect=200, again="y", **{name: "closed"})
    assert "Days without school 1" in again.words
    assert marks(build) == []
    admin.submit(again, again=None)
    assert not day(build, date(2026, 11, 24)).open
    assert day(build, date(2026, 11, 24)).words == "Pink Shirt Day"


def test_a_choice_that_is_none_changes_nothing(build: Builder, admin: Visitor) -> None:
    page = bring(admin, calendar(all_day("Pink Shirt Day", "20261124")))
    name = field(page, "Pink Shirt Day")
    for odd in ("cycle:9", "kind:none", "kind:", "cycle:x", "nonsense"):
        admin.submit(page, expect=422, **{name: odd})
    assert marks(build) == []


def test_what_a_calendar_said_before_is_replaced_and_typed_words_stay(
    build: Builder, admin: Visitor
) -> None:
    first = all_day("Holiday", "20261123"), all_day("Holiday", "20261124")
    admin.submit(bring(admin, calendar(*first)))
    admin.submit(admin.get("/school/calendar/2026-11-26"), school="closed", words="Flood")
    admin.submit(admin.get("/school/calendar/2026-11-23"), school="open")
    admin.submit(bring(admin, calendar(all_day("Holiday", "20261125"), name="Another")))
    admin.submit(bring(admin, calendar(all_day("Holiday", "20261124"))))
    closed = [n for n in range(23, 28) if not day(build, NOV.replace(day=n)).open]
    assert closed == [24, 25, 26]
    names = [one.source for one in marks(build)]
    assert sorted(names) == ["", "", "Another", "Maplecrest"]
    assert 'value="Maplecrest"' in admin.get("/school/calendar").text
    admin.post("/school/calendar/forget", {"source": "Maplecrest"})
    assert [one.source for one in marks(build)] == ["", "Another", ""]
    assert day(build, date(2026, 11, 24)).open
    admin.post("/school/calendar/forget", {"source": ""})
    assert len(marks(build)) == 3, "what was typed is not forgotten so"


@pytest.mark.parametrize("shifts, expected", [("y", "2.1"), ("", "2.2")])
def test_a_snow_day_that_comes_into_the_calendar_later_does_as_the_school_likes(
    build: Builder, admin: Visitor, shifts: str, expected: str
) -> None:
    week = {"week": list("01234"), "cycle_length": "2", "cycle_letters": "y"}
    admin.post("/school/time/week", {**week, "cycle_shifts": shifts})
    admin.submit(admin.get("/school/calendar/2026-11-16"), cycle_day="1")
    holiday = all_day("Holiday", "20261117")
    admin.submit(bring(admin, calendar(holiday)))
    before = cycle(build, date(2026, 11, 16), date(2026, 11, 20))
    assert before == "1.212", "a holiday known from the start is not counted"
    snow = all_day("Snow day", "20261119")
    for _time in range(2):  # the third reading changes nothing any more
        admin.submit(bring(admin, calendar(holiday, snow)))
        assert cycle(build, date(2026, 11, 18), date(2026, 11, 20)) == expected


def test_a_longer_cycle_of_the_school_stays(build: Builder, admin: Visitor) -> None:
    week = {"week": list("01234"), "cycle_length": "6", "cycle_letters": ""}
    admin.post("/school/time/week", {**week, "cycle_shifts": "y"})
    page = bring(
        admin, calendar(all_day("Day 3", "20261123"), all_day("B Day", "20261124"))
    )
    assert chosen(page) == {"Day 3": "Day 3", "B Day": "Day 2"}
    assert "The school then has a cycle" not in page.words
    admin.submit(page)
    assert (school(build).cycle_length, school(build).cycle_letters) == (6, False)
    assert cycle(build, date(2026, 11, 23), date(2026, 11, 25)) == "323"


def test_a_term_that_moved_is_moved_and_two_that_became_one_are_one(
    build: Builder, admin: Visitor
) -> None:
    fall, spring = (
        all_day("Fall term", "20260908", "20270130"),
        all_day("Spring term", "20270201", "20270626"),
    )
    admin.submit(bring(admin, calendar(fall, spring)))
    admin.submit(bring(admin, calendar(all_day("Fall term", "20260901", "20270123"))))
    with build.site():
        terms = timetable.terms_of(build.school.id)
    assert [(one.name, one.first_on.day, one.last_on.day) for one in terms] == [
        ("Fall term", 1, 22),
        ("Spring term", 1, 25),
    ]
    admin.submit(bring(admin, calendar(all_day("The whole term", "20260901", "20270626"))))
    with build.site():
        assert [one.name for one in timetable.terms_of(build.school.id)] == [
            "The whole term"
        ]


def test_a_calendar_without_a_name_goes_by_its_file(build: Builder, admin: Visitor) -> None:
    content = calendar(all_day("Holiday", "20261124"), name="")
    admin.submit(bring(admin, content, name="mine/days\x00.ics"))
    assert [one.source for one in marks(build)] == ["days.ics"]
    admin.submit(bring(admin, content, name="\u202e.ics"))
    assert "" not in [one.source for one in marks(build)]
