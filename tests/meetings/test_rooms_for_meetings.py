"""A room for a meeting: which are offered, what is said when one cannot be had."""

import re
from collections.abc import Callable
from datetime import date, time

import pytest

from clubs.db import db
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.models.rooms import Room, RoomKind
from tests.factories import Builder
from tests.factories_rooms import a_room, booked, bookings_of, meets_in
from tests.meetings.reading import ONCE, WEDNESDAY, WEEKLY, again, part, planned
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]


@pytest.fixture
def room(build: Builder) -> Room:
    return a_room(build, "Room 12", capacity=30, step_free=True, quiet=True)


def in_room(room: Room) -> dict[str, str]:
    return {"room": room.id, "place": ""}


def hidden_club(build: Builder) -> Club:
    return build.club(Step.UNLISTED, name="Zephyrlamp")


def offered(answer: Answer) -> list[str]:
    """The rooms one can choose with a round button."""
    chosen = answer.page.select("input[type=radio][name=room]:not([value=''])")
    labels = [answer.page.select_one(f"label[for='{one['id']}']") for one in chosen]
    return [one.get_text() for one in labels if one]


def test_rooms_are_offered_with_what_one_needs_to_know(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    a_room(build, "Stage", near_exit=True, needs_yes=True)
    a_room(build, "Shut", in_use=False)
    page = visitor(leader).get(f"/c/{club.id}/meetings/plan")
    said = [one.get_text() for one in page.page.select("select[name=room] option")]
    assert said == [
        "No room from the list",
        "Room 12 · 30 places · step-free · quiet",
        "Stage · near an exit · somebody has to say yes",
    ]


def test_a_meeting_has_its_room_booked(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    visitor(leader).post(f"/c/{club.id}/meetings/plan", ONCE | in_room(room))
    [one] = planned(build)
    assert (one.room_id, one.place) == (room.id, "Room 12")
    assert [row.on_date for row in bookings_of(build, room)] == [WEDNESDAY]
    shown = visitor(build.student()).get(f"/m/{one.id}").words
    assert "Room 12 30 places · step-free · quiet" in shown


def test_a_clash_names_the_days_and_the_rooms_that_are_free_on_all_of_them(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    hidden = hidden_club(build)
    for on in (WEDNESDAY, date(2026, 12, 2)):
        meets_in(build, room, hidden, on)
    half_free, free = a_room(build, "Room 13"), a_room(build, "Room 14", capacity=8)
    meets_in(build, half_free, hidden, date(2026, 12, 9))
    a_room(build, "Gym", kind=RoomKind.GYM)
    visit, fields = visitor(leader), WEEKLY | in_room(room)
    page = visit.post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    sentence = "Room 12 is not available on Wed, Nov 18 and Wed, Dec 2."
    assert sentence in part(page, ".error-summary").get_text()
    assert offered(page) == ["Room 14 · 8 places", "Gym"]
    assert "Zephyrlamp" not in page.text
    assert [one.club_id for one in planned(build)] == [hidden.id] * 3
    visit.submit(page, room=free.id)
    assert {one.on_date for one in bookings_of(build, free)} >= {WEDNESDAY}
    assert len(bookings_of(build, free)) == 5


def test_a_clash_is_the_same_whoever_has_the_room(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    a_room(build, "Room 13")
    holders = {"2026-11-18": build.club(), "2026-11-25": hidden_club(build)}
    visit, pages = visitor(leader), set()
    for on, holder in holders.items():
        meets_in(build, room, holder, date.fromisoformat(on))
        fields = ONCE | in_room(room) | {"on_date": on}
        page = visit.post(f"/c/{club.id}/meetings/plan", fields, expect=422)
        plain = re.sub(r'(name="csrf_token" value=)"[^"]+"', r"\1", page.text)
        pages.add(re.sub(r"2026-11-\d\d|Nov \d\d", "a day", plain))
    assert len(pages) == 1


def test_an_offered_room_keeps_what_was_ticked(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    meets_in(build, room, hidden_club(build), WEDNESDAY)
    fields = ONCE | in_room(room) | {"agenda": "Tea"}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "Tea" in part(page, "textarea").get_text()
    assert part(page, "[name=starts]")["value"] == "12:05"


def test_without_any_free_room_another_place_can_be_said(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    meets_in(build, room, hidden_club(build), WEDNESDAY)
    visit, fields = visitor(leader), ONCE | in_room(room)
    page = visit.post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert offered(page) == []
    visit.submit(page, place="The yard")
    assert sorted(one.place for one in planned(build)) == ["Room 12", "The yard"]


def test_many_days_are_not_all_named(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    week = date(2026, 11, 25) - WEDNESDAY
    for number in range(10):
        meets_in(build, room, hidden_club(build), WEDNESDAY + week * number)
    fields = WEEKLY | in_room(room) | {"until": "2027-02-01"}
    page = visitor(leader).post(f"/c/{club.id}/meetings/plan", fields, expect=422)
    assert "and 2 more days." in part(page, ".error-summary").get_text()


def test_moving_to_where_the_room_is_taken_changes_nothing(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    meets_in(build, room, hidden_club(build), date(2026, 11, 19))
    meeting = meets_in(build, room, club, WEDNESDAY)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/move")
    assert part(page, "option[selected]")["value"] == room.id
    page = visit.submit(page, on_date="2026-11-19", expect=422)
    assert "Room 12 is not available on Thu, Nov 19." in page.words
    assert again(build, meeting).on_date == WEDNESDAY
    visit.submit(visit.get(f"/m/{meeting.id}/move"), on_date="2026-11-20")
    assert [one.on_date for one in bookings_of(build, room)][-1] == date(2026, 11, 20)


def test_a_meeting_does_not_stand_in_its_own_way(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    meeting = meets_in(build, room, club, WEDNESDAY)
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meeting.id}/move"), starts="12:15")
    assert again(build, meeting).starts == time(12, 15)
    assert len(bookings_of(build, room)) == 1


def test_another_room_at_the_same_time_of_the_same_kind_first(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    a_room(build, "A gym", kind=RoomKind.GYM)
    other = a_room(build, "Room 3")
    meets_in(build, a_room(build, "Room 4"), hidden_club(build), WEDNESDAY)
    meeting = meets_in(build, room, club, WEDNESDAY)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/room")
    assert offered(page) == ["Room 3", "A gym"]
    visit.submit(page, room=other.id)
    now = again(build, meeting)
    assert (now.room_id, now.place, now.starts) == (other.id, "Room 3", meeting.starts)
    assert now.change_words == "Before: Room 12."


def test_a_room_that_was_just_taken_is_not_available(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    other = a_room(build, "Room 3")
    meeting = meets_in(build, room, club, WEDNESDAY)
    meets_in(build, other, hidden_club(build), WEDNESDAY)
    wrong = visitor(leader).post(f"/m/{meeting.id}/room", {"room": other.id}, expect=422)
    assert "Room 3 is not available on Wed, Nov 18." in wrong.words
    assert again(build, meeting).room_id == room.id
    assert "Zephyrlamp" not in wrong.text


def test_what_comes_back_without_its_room_says_so(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    meeting = meets_in(build, room, club, WEDNESDAY)
    visit = visitor(leader)
    visit.post(f"/m/{meeting.id}/cancel", {"reason": "Snow"})
    meets_in(build, room, hidden_club(build), WEDNESDAY)
    visit.submit(visit.get(f"/m/{meeting.id}"), "/restore")
    assert "but its room is not available." in visit.get("/account").words
    assert "This meeting has lost its room" in visit.get(f"/m/{meeting.id}").words


def test_nowhere_to_go_offers_to_move(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    page = visitor(leader).get(f"/m/{meeting.id}/room")
    assert "No room is free then" in page.words


def lost(build: Builder, club: Club, room: Room) -> Meeting:
    words = "Room 12 is needed for exams."
    meeting = build.meeting(club, WEDNESDAY, place="", change_words=words)
    with build.site():
        row = db.session.get_one(Meeting, meeting.id)
        row.lost_room_id, row.changed_on = room.id, date(2026, 11, 16)
    return meeting


def test_who_lost_the_room_reads_why_and_chooses_another(
    build: Builder, visitor: Visit, leader: Person, club: Club, room: Room
) -> None:
    a_room(build, "A gym", kind=RoomKind.GYM)
    like = a_room(build, "Room 20")
    booked(build, room, build.meeting(build.club(), WEDNESDAY))
    meeting = lost(build, club, room)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}")
    assert "This meeting has lost its room, Room 12. Room 12 is needed" in page.words
    page = visit.get(str(part(page, ".note.stop a.button")["href"]))
    assert offered(page) == ["Room 20", "A gym"]
    visit.submit(page, room=like.id)
    now = again(build, meeting)
    assert (now.room_id, now.lost_room_id) == (like.id, None)
    assert "lost its room" not in visit.get(f"/m/{meeting.id}").words


def test_others_read_why_but_have_nothing_to_choose(
    build: Builder, visitor: Visit, club: Club, room: Room
) -> None:
    meeting = lost(build, club, room)
    page = visitor(build.student()).get(f"/m/{meeting.id}")
    assert "This meeting has lost its room" in page.words
    assert page.page.select_one(".note.stop a") is None
    visitor(build.student()).get(f"/m/{meeting.id}/room", expect=403)


def test_that_a_room_waits_for_a_yes_is_for_the_club(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    stage = a_room(build, "Stage", needs_yes=True)
    visitor(leader).post(f"/c/{club.id}/meetings/plan", ONCE | in_room(stage))
    [meeting] = planned(build)
    sentence = "Somebody at the school still has to say yes to this room."
    assert sentence in visitor(leader).get(f"/m/{meeting.id}").words
    assert sentence not in visitor(build.student()).get(f"/m/{meeting.id}").words
