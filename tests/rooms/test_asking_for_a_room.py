"""Rooms that need a yes: admins answer groups they may not know by name."""

from collections.abc import Callable
from datetime import date

import pytest

from clubs import booking
from clubs.booking import NotAvailable, Stretch
from clubs.db import db
from clubs.models.clubs import Club, Step
from clubs.models.meetings import MeetingSeries
from clubs.models.people import Person
from clubs.models.rooms import Booking, BookingState, Room
from clubs.policy.permissions import NotAllowed, TooLate
from clubs.rooms import answering
from tests.factories import Builder
from tests.factories_rooms import a_room, at, booked, bookings_of, meets_in
from tests.rooms.reading import meeting_now, record_of, told
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
TUESDAY, WEDNESDAY = date(2026, 11, 17), date(2026, 11, 18)


@pytest.fixture
def hall(build: Builder) -> Room:
    return a_room(build, "Great hall", needs_yes=True)


def series_in(build: Builder, room: Room, club: Club, days: list[date]) -> None:
    series = build.keep(
        MeetingSeries(
            school_id=club.school_id,
            club_id=club.id,
            first_on=days[0],
            last_on=days[-1],
            room_id=room.id,
        )
    )
    for day in days:
        meeting = build.meeting(
            club, day, series_id=series.id, starts=at(11), ends=at(13), place=room.name
        )
        booked(build, room, meeting)


def send(
    visit: Visitor, page: Answer, answer: str, reason: str, expect: int = 303
) -> Answer:
    """Press one of the two buttons of the page."""
    [seen] = page.page.select("input[name=seen]")
    fields = {"seen": str(seen["value"]), "answer": answer, "reason": reason}
    return visit.post(page.response.request.path, fields, expect)


def states(build: Builder, room: Room) -> list[BookingState]:
    return [one.state for one in bookings_of(build, room)]


def asked(build: Builder, room: Room) -> Booking:
    return bookings_of(build, room)[0]


def test_whom_the_ladder_hides_is_a_group_of_the_school(
    build: Builder, visitor: Visit, admin: Person
) -> None:
    for step in Step:
        room = a_room(build, f"Hall {step}", needs_yes=True)
        meets_in(build, room, build.club(step, name=f"Lanterns {step}"), TUESDAY)
    visit = visitor(admin)
    words = visit.get("/rooms/requests").words
    assert "Hall open · Tue, Nov 17 12:05–12:45 · Lanterns open" in words
    assert "Hall private · Tue, Nov 17 12:05–12:45 · Lanterns private" in words
    for step in (Step.CONFIDENTIAL, Step.UNLISTED):
        assert f"Hall {step} · Tue, Nov 17 12:05–12:45 · A group of the school" in words
        assert f"Lanterns {step}" not in words
    for link in visit.get("/rooms/requests").page.select(".waiting a"):
        page = visit.get(str(link["href"]))
        hidden = "confidential" in page.words or "unlisted" in page.words
        assert ("A group of the school" in page.words) is hidden
        assert ("Lanterns" in page.words) is not hidden


def test_an_admin_who_sponsors_the_club_reads_its_name(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    club = build.club(Step.UNLISTED, sponsor=admin, name="Hidden lanterns")
    meets_in(build, hall, club, TUESDAY)
    assert "Hidden lanterns" in visitor(admin).get("/rooms/requests").words


def test_a_series_asks_once_for_all_its_days(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    days = [date(2026, 11, day) for day in (17, 24)] + [date(2026, 12, 1)]
    series_in(build, hall, build.club(), days)
    meets_in(build, hall, build.club(), WEDNESDAY)
    visit = visitor(admin)
    page = visit.get("/rooms/requests")
    assert "Great hall · Tue, Nov 17 and 2 more days" in page.words
    links = page.page.select(".waiting a")
    assert len(links) == 2
    words = visit.get(str(links[0]["href"])).words
    assert "Tue, Nov 17; Tue, Nov 24; Tue, Dec 1" in words
    assert "11:00–13:00" in words


def test_what_is_over_or_at_another_school_waits_for_nobody(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    meets_in(build, hall, build.club(), date(2026, 11, 13))
    far = build.another_school().id
    there = a_room(build, school_id=far, needs_yes=True)
    meets_in(build, there, build.club(school_id=far), TUESDAY)
    visit = visitor(admin)
    assert "Nobody waits" in visit.get("/rooms/requests").words
    for room in (hall, there):
        visit.get(f"/rooms/requests/{asked(build, room).id}", 404)


def test_a_yes_gives_the_room_and_tells_who_runs_the_club(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    leader, sponsor, member = build.student(), build.staff(), build.student()
    club = build.club(Step.CONFIDENTIAL, leader=leader, sponsor=sponsor)
    build.member(club, member)
    meeting = meets_in(build, hall, club, TUESDAY)
    visit = visitor(admin)
    assert visit.get("/rooms").page.select("aside .tag")
    page = visit.get(f"/rooms/requests/{asked(build, hall).id}")
    send(visit, page, "yes", "Lock up, please.")
    assert states(build, hall) == [BookingState.GIVEN]
    assert meeting_now(build, meeting).room_id == hall.id
    for person in (leader, sponsor):
        [words] = told(build, person)
        assert "Great hall is yours on Tuesday, November 17. Lock up, please." in words
    assert told(build, member) == []
    assert not visit.get("/rooms").page.select("aside .tag")
    assert record_of(build) == [
        f"room_request_answered room:{hall.id} Great hall: accepted"
    ]


def test_a_no_frees_the_room_and_says_why(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    leader = build.student()
    club = build.club(Step.UNLISTED, leader=leader)
    meeting = meets_in(build, hall, club, TUESDAY)
    visit = visitor(admin)
    page = visit.get(f"/rooms/requests/{asked(build, hall).id}")
    answer = send(visit, page, "no", " ", 422)
    assert "Say why, in a few words." in answer.words
    send(visit, page, "no", "The play needs it")
    assert bookings_of(build, hall) == []
    lost = meeting_now(build, meeting)
    assert (lost.room_id, lost.lost_room_id) == (None, hall.id)
    assert lost.change_words == "Great hall cannot be had: The play needs it."
    assert any("says no" in said and "play" in said for said in told(build, leader))
    assert record_of(build) == [
        f"room_request_answered room:{hall.id} Great hall: declined"
    ]


@pytest.mark.parametrize("answer, words", [("yes", "is yours"), ("no", "says no")])
def test_an_events_request_is_answered_too(
    build: Builder, visitor: Visit, admin: Person, hall: Room, answer: str, words: str
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), TUESDAY)
    with build.site():
        stretch = Stretch(TUESDAY, event.starts, event.ends)
        booking.book(hall, stretch, club_id=event.club_id, event_id=event.id)
    visit = visitor(admin)
    page = visit.get(f"/rooms/requests/{asked(build, hall).id}")
    send(visit, page, answer, "Gladly")
    [said] = told(build, leader)
    assert words in said
    assert "Gladly" in said
    assert len(bookings_of(build, hall)) == (answer == "yes")


def test_a_request_is_answered_once(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    meets_in(build, hall, build.club(), TUESDAY)
    visit = visitor(admin)
    page = visit.get(f"/rooms/requests/{asked(build, hall).id}")
    send(visit, page, "yes", "")
    send(visit, page, "no", "Late", 404)
    assert states(build, hall) == [BookingState.GIVEN]


def test_days_the_page_did_not_show_are_not_answered(
    build: Builder, visitor: Visit, admin: Person, hall: Room
) -> None:
    club = build.club()
    series_in(build, hall, club, [TUESDAY])
    visit = visitor(admin)
    page = visit.get(f"/rooms/requests/{asked(build, hall).id}")
    with build.site():
        [series] = db.session.query(MeetingSeries).all()
    more = build.meeting(club, WEDNESDAY, series_id=series.id)
    booked(build, hall, more)
    answer = send(visit, page, "yes", "", 409)
    assert "This request has changed." in answer.words
    assert states(build, hall) == [BookingState.WAITING] * 2


def test_an_answer_that_comes_too_late_changes_nothing(
    build: Builder, admin: Person, hall: Room
) -> None:
    meets_in(build, hall, build.club(), TUESDAY)
    with build.acting(admin) as actor:
        [request] = booking.requests_of(actor)
        answering.say_yes(actor, request, "")
        for answer in (answering.say_yes, answering.say_no):
            with pytest.raises(TooLate):
                answer(actor, request, "Late")
    assert states(build, hall) == [BookingState.GIVEN]


def test_only_admins_answer(
    build: Builder, visitor: Visit, teacher: Person, admin: Person, hall: Room
) -> None:
    meets_in(build, hall, build.club(), TUESDAY)
    address = f"/rooms/requests/{asked(build, hall).id}"
    visitor(teacher).get(address, 404)
    visitor(teacher).post(address, {"answer": "yes", "seen": "1"}, 404)
    with build.acting(admin) as actor:
        [request] = booking.requests_of(actor)
    with build.acting(teacher) as actor:
        assert booking.requests_of(actor) == []
        with pytest.raises(NotAllowed):
            answering.say_yes(actor, request, "")
    assert states(build, hall) == [BookingState.WAITING]


def test_a_room_that_waits_for_a_yes_is_not_to_be_had(build: Builder, hall: Room) -> None:
    meets_in(build, hall, build.club(), TUESDAY)
    with pytest.raises(NotAvailable):
        meets_in(build, hall, build.club(), TUESDAY)


def test_the_desk_says_that_somebody_asks_until_it_is_answered(
    build: Builder, visitor: Visit, hall: Room
) -> None:
    admin, sponsor = build.admin(), build.staff()
    club = build.club(Step.UNLISTED, leader=build.student(), sponsor=sponsor)
    meeting = build.meeting(
        club, WEDNESDAY, starts=at(11), ends=at(13), adult_id=sponsor.id
    )
    assert "asks for a room" not in visitor(admin).get("/school").words
    booked(build, hall, meeting)
    desk = visitor(admin).get("/school")
    assert "Somebody asks for a room" in desk.words
    assert club.name not in desk.words
    [booking_row] = bookings_of(build, hall)
    answer = f"/rooms/requests/{booking_row.id}"
    send(visitor(admin), visitor(admin).get(answer), "yes", "")
    assert "asks for a room" not in visitor(admin).get("/school").words
