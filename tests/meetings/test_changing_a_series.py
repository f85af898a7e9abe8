"""This meeting and all later ones: another rule, other times, another place, the end."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs.db import db
from clubs.models.clubs import Club
from clubs.models.meetings import MeetingSeries, MeetingState, Rule
from clubs.models.people import Person
from clubs.models.timetable import Term
from tests.factories import Builder
from tests.factories_rooms import a_room, bookings_of, meets_in
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import (
    ONCE,
    WEEKLY,
    again,
    mails,
    part,
    planned,
    series_of,
    sittings_of,
)
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
LATER: dict[str, Any] = {
    "how": "weekly",
    "day_of_week": "2",
    "last": "day",
    "until": "2026-12-09",
    "starts": "12:05",
    "ends": "12:45",
    "place": "Room 12",
}


def standing(build: Builder) -> list[str]:
    """The days of the meetings that take place."""
    rows = [one for one in planned(build) if one.state is MeetingState.PLANNED]
    return [one.on_date.strftime("%m-%d") for one in rows]


def test_the_form_begins_with_how_it_is(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    room = a_room(build, "Room 12")
    slot = build.wave("B", time(12))
    fields = {"how": "fortnightly", "slots": slot.id, "starts": "", "ends": ""}
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY | fields | {"room": room.id})
    page = visit.get(f"/m/{planned(build)[1].id}/later")
    assert part(page, "[name=how][checked]")["value"] == "fortnightly"
    assert part(page, "[name=day_of_week] [selected]")["value"] == "2"
    assert part(page, "[name=slots][checked]")["value"] == slot.id
    assert part(page, "[name=room] [selected]")["value"] == room.id
    assert part(page, "[name=until]")["value"] == "2026-12-16"
    assert not page.page.select("[name=how][value=once]")
    assert "From Wednesday, December 2 on." in page.words


@pytest.mark.parametrize(
    "planning, selector, value",
    [
        ({"how": "monthly", "weeks": ["3"]}, "[name=weeks][checked]", "3"),
        ({"how": "dates", "dates-0": "2026-12-01"}, "[name=dates-0]", "2026-12-01"),
    ],
)
def test_it_begins_with_what_the_rule_had_chosen(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    planning: dict[str, Any],
    selector: str,
    value: str,
) -> None:
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY | planning)
    page = visit.get(f"/m/{planned(build)[0].id}/later")
    assert part(page, selector)["value"] == value


def test_a_series_until_the_end_of_term_goes_on_so(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    days = {"first_on": date(2026, 9, 1), "last_on": date(2026, 12, 4)}
    term = build.keep(Term(school_id=build.school.id, name="Fall", **days))
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY | {"last": term.id})
    page = visit.get(f"/m/{planned(build)[0].id}/later")
    assert part(page, "[name=last][checked]")["value"] == term.id
    visit.submit(page, day_of_week="3")
    assert standing(build) == ["11-19", "11-26", "12-03"]


def test_from_here_on_another_day_of_the_week_at_another_time(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    build.member(club, build.student())
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", WEEKLY)
    second = planned(build)[1]
    fields: dict[str, Any] = {
        "day_of_week": "3",
        "starts": "15:00",
        "ends": "16:00",
        "place": "Gym",
    }
    visit.submit(visit.get(f"/m/{second.id}/later"), **fields)
    assert standing(build) == ["11-18", "11-26", "12-03", "12-10"]
    now = again(build, second)
    assert (now.on_date, now.starts, now.place) == (date(2026, 11, 26), time(15), "Gym")
    assert now.agenda == "We *say hello*."
    first = again(build, planned(build)[0])
    assert (first.starts, first.place) == (time(12, 5), "Room 12")


def test_from_here_on_in_two_lunches(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    meetings = series_of(build, club)
    slots = {"slots": [school.lunch["A"].id, school.lunch["C"].id]}
    fields = LATER | slots | {"starts": "", "ends": ""}
    visitor(leader).post(f"/m/{meetings[1].id}/later", fields)
    counts = [len(sittings_of(build, one)) for one in meetings]
    assert counts == [1, 2, 2, 2]


def test_a_mistake_keeps_the_words_and_changes_nothing(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meetings = series_of(build, club)
    fields = LATER | {"place": "", "day_of_week": "4"}
    page = visitor(leader).post(f"/m/{meetings[1].id}/later", fields, expect=422)
    assert "Say where." in part(page, ".error-summary").get_text()
    assert part(page, "[name=day_of_week] [selected]")["value"] == "4"
    assert standing(build) == ["11-18", "11-25", "12-02", "12-09"]


def test_a_room_that_cannot_be_had_every_time_changes_nothing(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    room, own = a_room(build, "Room 1"), a_room(build, "Room 2")
    meets_in(build, room, build.club(), date(2026, 12, 2))
    meetings = series_of(build, club)
    meets_in(build, own, build.club(), date(2027, 1, 6))
    fields = LATER | {"room": room.id, "place": ""}
    visit = visitor(leader)
    page = visit.post(f"/m/{meetings[1].id}/later", fields, expect=422)
    sentence = "Room 1 is not available on Wed, Dec 2."
    assert sentence in part(page, ".error-summary").get_text()
    assert again(build, meetings[1]).room_id is None
    visit.submit(page, room=own.id)
    assert len(bookings_of(build, own)) == 4


def test_the_rooms_it_has_do_not_stand_in_its_way(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    room, gone = a_room(build, "Room 1"), a_room(build, "Room 2")
    visit = visitor(leader)
    fields = WEEKLY | {"room": room.id, "place": ""}
    visit.post(f"/c/{club.id}/meetings/plan", fields)
    meets_in(build, gone, build.club(), date(2026, 12, 2))
    page = visit.get(f"/m/{planned(build)[0].id}/later")
    page = visit.submit(page, room=gone.id, expect=422)
    assert part(page, f"input[type=radio][value='{room.id}']")


def test_a_single_meeting_has_no_later_ones(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    visit = visitor(leader)
    visit.post(f"/c/{club.id}/meetings/plan", ONCE)
    [one] = planned(build)
    assert "all later ones" not in visit.get(f"/m/{one.id}").words
    for way in ("later", "end"):
        visit.get(f"/m/{one.id}/{way}", expect=404)


def test_ending_a_series_leaves_what_was(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    build.member(club, build.student())
    meetings = series_of(build, club)
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meetings[2].id}/end"))
    assert standing(build) == ["11-18", "11-25"]
    with build.site():
        series = db.session.scalars(db.select(MeetingSeries)).one()
    assert (series.rule, series.last_on < date(2026, 12, 2)) == (Rule.WEEKLY, True)
    assert mails(build) <= 1
    assert "The series has ended." in visit.get("/account").text
