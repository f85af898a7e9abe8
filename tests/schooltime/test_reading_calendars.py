"""Calendars are read as far as they are sound; each line that is not is named."""

from collections.abc import Iterator
from datetime import date

import pytest
from flask import Flask
from hypothesis import example, given
from hypothesis import strategies as st

from clubs.schooltime.happenings import MOST_NOTES, Happening, Read, read
from clubs.schooltime.ics import LARGEST, NotACalendar
from tests.factories import SHARED, ZONE
from tests.schooltime.made_calendars import OWN_EXPORT, all_day, calendar, event

FIRST, LAST = date(2026, 8, 1), date(2028, 7, 31)
CALENDARS = SHARED / "calendars"
pytestmark = pytest.mark.usefixtures("_in_the_site")
no_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="no shared data here")


@pytest.fixture(scope="module")
def _in_the_site(app: Flask) -> Iterator[None]:
    with app.test_request_context():
        yield


def found(content: bytes, first: date = FIRST, last: date = LAST) -> Read:
    return read(content, ZONE, first, last)


def dates_of(content: bytes) -> list[str]:
    return [
        f"{one.first_on:%m-%d}"
        if one.first_on == one.last_on
        else f"{one.first_on:%m-%d}/{one.last_on:%m-%d}"
        for one in found(content).happenings
    ]


@no_shared
def test_the_a_b_days_of_a_real_school_with_both_odd_durations_named() -> None:
    content = (CALENDARS / "southkitsap_hs_ab_days.ics").read_bytes()
    said = found(content, date(2023, 8, 1), date(2024, 7, 31))
    assert said.name == "SKHS Days"
    assert len(said.happenings) == 208
    assert said.happenings[0] == Happening("A Day", date(2023, 9, 5), date(2023, 9, 5))
    assert said.notes == [
        "REFRESH-INTERVAL in the calendar: not a valid duration",
        "X-PUBLISHED-TTL in the calendar: not a valid duration",
    ]


@no_shared
def test_a_real_calendar_without_a_uid_is_read_and_that_is_said() -> None:
    content = (CALENDARS / "mhs_exam_schedule_y11_nouid.ics").read_bytes()
    said = found(content, date(2017, 8, 1), date(2018, 7, 31))
    assert len(said.happenings) == 19
    assert said.happenings[2].title == "Further Maths 1, Specialist Maths 1"
    assert all(one.timed for one in said.happenings)
    assert said.notes == ["UID is missing in 19 events; they are read all the same"]


def test_a_school_s_own_export_with_each_odd_line_named() -> None:
    said = found(OWN_EXPORT)
    assert said.name == "Maplecrest"
    assert [one.title for one in said.happenings if one.timed] == [
        "Basketball at Hillside",
        "Thanksgiving Assembly",
    ]
    assert [one.first_on for one in said.happenings if one.title == "Family Day"] == [
        date(2027, 2, 15),
        date(2028, 2, 21),
    ]
    assert said.notes == [
        "TZOFFSETTO in a part called STANDARD: not a valid value",
        "DTSTART in the event “Snow day”: not a valid date",
        "TRIGGER in a part called VALARM: not a valid duration",
        "REFRESH-INTERVAL in the calendar: not a valid duration",
        "A line that is none in the calendar: not a line of a calendar",
        "“Snow day” has no day it begins on",
    ]


@pytest.mark.parametrize(
    "lines, expected",
    [
        (("DTSTART;VALUE=DATE:20261124",), "11-24"),
        (("DTSTART:20261124",), "11-24"),
        (("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261125"), "11-24"),
        (("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261127"), "11-24/11-26"),
        (("DTSTART;VALUE=DATE:20261124", "DURATION:P3D"), "11-24/11-26"),
        (("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261101"), "11-24"),
        (("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20991101"), "11-24"),
        (("DTSTART:20261124T090000", "DTEND:20261126T000000"), "11-24/11-25"),
        (("DTSTART:20261124T090000", "DTEND:20261126T100000"), "11-24/11-26"),
        # Three in the morning in Greenwich is the evening before in Alberta.
        (("DTSTART:20261124T030000Z",), "11-23"),
        (("DTSTART;TZID=Nowhere/Odd:20261124T230000",), "11-24"),
    ],
)
def test_an_event_is_on_the_days_the_school_s_clock_shows(
    lines: tuple[str, ...], expected: str
) -> None:
    assert dates_of(calendar(event("SUMMARY:X", *lines))) == [expected]


@pytest.mark.parametrize(
    "lines, expected",
    [
        (("RRULE:FREQ=WEEKLY;COUNT=3",), ["11-24", "12-01", "12-08"]),
        (("RRULE:FREQ=WEEKLY;UNTIL=20261201T235959Z",), ["11-24", "12-01"]),
        (
            ("RRULE:FREQ=DAILY;COUNT=4;UNTIL=20261125",),
            ["11-24", "11-25", "11-26", "11-27"],
        ),
        (("RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261201"), ["11-24", "12-08"]),
        (("RDATE;VALUE=DATE:20261130,20261207",), ["11-24", "11-30", "12-07"]),
        (("RRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2",), ["11-24", "11-26"]),
    ],
)
def test_events_repeat(lines: tuple[str, ...], expected: list[str]) -> None:
    assert dates_of(calendar(all_day("Assembly", "20261124", "", *lines))) == expected


def test_one_occurrence_that_was_moved_is_there_once() -> None:
    weekly = all_day("Assembly", "20261124", "", "RRULE:FREQ=WEEKLY;COUNT=3")
    moved = all_day("Assembly", "20261202", "", "RECURRENCE-ID;VALUE=DATE:20261201")
    assert dates_of(calendar(weekly, moved)) == ["11-24", "12-08", "12-02"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=NEVER",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=99999999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYDAY=9MO",
        "FREQ=MONTHLY;BYDAY=MO;BYMONTHDAY=13",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;UNTIL=soon",
        "FREQ=WEEKLY;" + "BYDAY=MO;" * 50,
        "every Tuesday",
    ],
)
def test_a_rule_that_is_none_leaves_the_first_day_and_is_named(rule: str) -> None:
    said = found(calendar(all_day("Assembly", "20261124", "", f"RRULE:{rule}")))
    assert [one.first_on for one in said.happenings] == [date(2026, 11, 24)]
    assert said.notes == ["RRULE in the event “Assembly”: not followed"]


def test_what_is_of_other_years_is_counted_and_left_out() -> None:
    old = all_day("Old", "20200101"), all_day("Older", "18990101")
    said = found(calendar(*old, all_day("New", "20261124")))
    assert [one.title for one in said.happenings] == ["New"]
    assert said.notes == [
        "“Older” has no day it begins on",
        "1 dates are not of this school year or the next, and are left out",
    ]


def test_the_same_odd_thing_is_said_once_and_the_list_is_capped() -> None:
    same = [all_day("Same", "20261124", "", "DTSTAMP:soon")] * 3
    (note,) = found(calendar(*same)).notes
    assert note == "DTSTAMP in the event “Same”: not a valid date (3 times)"
    many = [all_day(f"Event {n}", "20261124", "", "CREATED:soon") for n in range(60)]
    notes = found(calendar(*many)).notes
    assert len(notes) == MOST_NOTES + 1
    assert notes[-1] == "and 10 more"


def test_so_many_events_repeat_and_no_more() -> None:
    weekly = [
        all_day(f"Event {n}", "20261124", "", "RRULE:FREQ=YEARLY;COUNT=1")
        for n in range(62)
    ]
    assert found(calendar(*weekly)).notes == [
        "more events repeat than this site follows (2)"
    ]


@pytest.mark.parametrize(
    "content, sentence",
    [
        (b"", "This is not a calendar."),
        (b"name,grade\r\nAda,7\r\n", "This is not a calendar."),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * LARGEST, "This file is larger than 1 MB."),
    ],
)
def test_what_is_no_calendar_is_refused_in_a_sentence(
    content: bytes, sentence: str
) -> None:
    with pytest.raises(NotACalendar, match=sentence):
        found(content)


@pytest.mark.parametrize(
    "content",
    [
        calendar(all_day("Caf\u00e9", "20261124")).replace(b"\r\n", b"\n"),
        b"\xef\xbb\xbf" + calendar(all_day("Caf\u00e9", "20261124")),
        calendar(all_day("Caf\u00e9", "20261124")).replace(b"END:VCALENDAR\r\n", b""),
        calendar(all_day("Caf\u00e9", "20261124")).replace(b"BEGIN:V", b"begin:v"),
        calendar(all_day("Caf\u00e9", "20261124") + "\r\nEND:VEVENT\r\nEND:VEVENT"),
        calendar("X-WR-CALDESC:A long\r\n  one", all_day("Caf\u00e9", "20261124")),
    ],
)
def test_other_line_ends_marks_and_missing_ends_do_no_harm(content: bytes) -> None:
    (one,) = found(content).happenings
    assert one == Happening("Caf\u00e9", date(2026, 11, 24), date(2026, 11, 24))


def test_what_no_page_can_show_is_taken_out_of_titles() -> None:
    odd = calendar(all_day("Bad\x00\u202ename\x07", "20261124"))
    assert found(odd).happenings[0].title == "Badname"


LINES = st.sampled_from(
    [line for line in OWN_EXPORT.decode().split("\r\n") if line]
    + ["DTSTART:99991231", "DTEND:00010101", "DURATION:P99999999999D", "RRULE:", ":", ";=:"]
    + [
        "DTSTART;VALUE=PERIOD:20261124T000000Z/P1D",
        "EXDATE:,,",
        "RDATE:P1D",
        "BEGIN:",
        "END:",
    ]
    + ["RECURRENCE-ID:x", "DTSTART;VALUE=TIME:120000", "DTSTART:20261124T250000Z"]
)
ODD = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(st.lists(LINES | ODD, max_size=25))
@example(["BEGIN:VEVENT", "DTSTART:21000101T000000Z", "DTEND:99991231T235959Z"])
def test_no_lines_whatever_stop_the_reading(lines: list[str]) -> None:
    said = found("\r\n".join(["BEGIN:VCALENDAR", *lines]).encode())
    assert all(one.first_on <= one.last_on for one in said.happenings)


@given(st.binary(max_size=300))
def test_no_bytes_whatever_stop_the_reading(content: bytes) -> None:
    found(b"BEGIN:VCALENDAR\n" + content)
