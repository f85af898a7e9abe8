"""When could we meet: what suits most members, and how many rooms are free then."""

from collections.abc import Callable
from datetime import date, time

import pytest
from bs4 import Tag

from clubs.models.clubs import Club, ClubState, Step
from clubs.models.people import Person
from clubs.models.timetable import SlotKind
from clubs.planning import reach
from tests.factories import Builder
from tests.factories_rooms import a_room, blocked, meets_in
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import part
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]


def rows(page: Answer) -> dict[str, list[str]]:
    """What the table says, by slot: the rooms on each day of the week."""
    return {
        first_words(row.select_one("th")): [
            first_words(cell.select_one("a") or cell.select_one("div"))
            for cell in row.select("td")
        ]
        for row in page.page.select("tbody tr")
    }


def first_words(one: Tag | None) -> str:
    """What stands before anything else begins in it."""
    return str(one.contents[0]).strip() if one else ""


def test_each_slot_with_the_rooms_that_are_free_every_time(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    build.wave("A", time(11))
    build.wave("After school", time(15), kind=SlotKind.AFTER)
    build.wave("Math", time(9), kind=SlotKind.PERIOD)
    room = a_room(build, weekdays="01234")
    a_room(build, weekdays="01")
    a_room(build, in_use=False)
    hidden = build.club(Step.UNLISTED, name="Zephyrlamp")
    second_wednesday = date(2026, 11, 25)
    meets_in(build, room, hidden, second_wednesday, starts=time(11, 30), ends=time(12))
    page = visitor(leader).get(f"/c/{club.id}/meetings/suggest")
    assert rows(page) == {
        "Lunch A": ["2 rooms", "2 rooms", "no room", "1 room", "1 room"],
        "After school": ["2 rooms", "2 rooms", "1 room", "1 room", "1 room"],
    }
    assert "Zephyrlamp" not in page.text


def test_a_room_the_school_took_back_is_not_free_but_for_those_who_may_stay(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    build.wave("A", time(11))
    room = a_room(build)
    tuesday = {"first_on": date(2026, 11, 17), "last_on": date(2026, 11, 17)}
    blocked(build, room, club, **tuesday)
    address = f"/c/{club.id}/meetings/suggest"
    assert rows(visitor(leader).get(address))["Lunch A"][1] == "1 room"
    other = build.club(leader=leader)
    found = rows(visitor(leader).get(f"/c/{other.id}/meetings/suggest"))
    assert found["Lunch A"][:2] == ["1 room", "no room"]


def test_what_suits_most_comes_first_and_only_in_words(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    for lunch in "BBBBBBBBBCC":
        build.member(club, school.student(lunch), commitment="regular")
    with build.site():
        reach.refresh(club)
    page = visitor(leader).get(f"/c/{club.id}/meetings/suggest")
    assert list(rows(page)) == ["Lunch B", "Lunch A", "Lunch C"]
    assert "Lunch B 12:00–13:00 Most regular members can come" in page.words
    assert "Few regular members can come" in page.words
    assert "9" not in part(page, "table").get_text()


def test_of_a_few_members_nothing_is_said(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    for lunch in "BBBBBBBC":
        build.member(club, school.student(lunch), commitment="regular")
    with build.site():
        reach.refresh(club)
    page = visitor(leader).get(f"/c/{club.id}/meetings/suggest")
    assert "There are not enough regular members yet" in page.words
    assert "members can come" not in page.words


def test_each_links_to_the_form_filled_in(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    wave = build.wave("A", time(11))
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/meetings/suggest")
    links = page.page.select("td a")
    form = visit.get(str(links[1]["href"]))
    assert part(form, "[name=on_date]")["value"] == "2026-11-17"
    assert part(form, "[name=how][checked]")["value"] == "weekly"
    assert part(form, "[name=slots][checked]")["value"] == wave.id


def test_on_an_early_closing_day_with_that_days_times(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    for ahead in (2, 9, 16, 23):
        school.closes_early(ahead)
    found = rows(visitor(leader).get(f"/c/{club.id}/meetings/suggest"))
    assert found["Lunch A"][2] == "–"
    page = visitor(leader).get(f"/c/{club.id}/meetings/suggest")
    assert "10:30–11:00" in page.words


def test_days_without_school_and_hours_that_are_over_are_not_counted(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    school = SchoolTime(build)
    build.wave("Early", time(8), kind=SlotKind.BEFORE)
    school.no_school(1)
    visit = visitor(leader)
    page = visit.get(f"/c/{club.id}/meetings/suggest")
    links = [str(one["href"]) for one in page.page.select("tbody tr:first-child a")]
    assert "on_date=2026-11-24" in links[1]
    early = page.page.select("tbody tr:last-child a")
    assert "on_date=2026-11-23" in str(early[0]["href"])


def test_a_school_without_bells_has_nothing_to_suggest(
    visitor: Visit, leader: Person, club: Club
) -> None:
    page = visitor(leader).get(f"/c/{club.id}/meetings/suggest")
    assert "Nothing to suggest yet" in page.words


@pytest.mark.parametrize("step", list(Step))
def test_only_those_who_run_the_club_are_shown_it(
    build: Builder, visitor: Visit, step: Step
) -> None:
    member = build.student()
    club = build.club(step)
    build.member(club, member)
    outside = 404 if step is Step.UNLISTED else 403
    for person, expect in (
        (member, 403),
        (build.student(), outside),
        (build.staff(), outside),
        (build.admin(), outside),
    ):
        visitor(person).get(f"/c/{club.id}/meetings/suggest", expect=expect)


def test_on_a_break_nothing_is_suggested(build: Builder, visitor: Visit) -> None:
    leader = build.student()
    club = build.club(leader=leader, state=ClubState.PAUSED)
    visitor(leader).get(f"/c/{club.id}/meetings/suggest", expect=403)
