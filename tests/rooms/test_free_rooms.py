"""Which rooms a club can have, on all the days it wants."""

from datetime import date, time
from typing import Any

from clubs import booking, clock
from clubs.booking import Stretch
from clubs.models.rooms import Room, RoomKind
from tests.factories import Builder
from tests.factories_rooms import a_room, at, blocked, booked, meets_in, sittings_of
from tests.visitor import queries_of

TODAY = date(2026, 11, 16)
TOMORROW = TODAY + clock.days(1)
NOON = Stretch(TOMORROW, at(12), at(13))


def free(
    build: Builder, *stretches: Stretch, club_id: str | None = None, **given: Any
) -> list[str]:
    with build.site():
        found = booking.free_rooms(
            build.school.id,
            list(stretches),
            club_id=club_id,
            **given,
        )
    return [one.name for one in found]


def three(build: Builder) -> list[Room]:
    return [a_room(build, name) for name in ("Room 12", "Room 2", "Annex")]


def test_rooms_come_as_people_would_order_them(build: Builder) -> None:
    three(build)
    assert free(build, NOON) == ["Annex", "Room 2", "Room 12"]


def test_a_room_somebody_has_for_a_part_of_it_is_not_free(build: Builder) -> None:
    room = three(build)[0]
    meets_in(build, room, build.club(), TOMORROW, starts=at(12, 59), ends=at(13, 30))
    assert free(build, NOON) == ["Annex", "Room 2"]


def test_one_may_begin_when_another_ends(build: Builder) -> None:
    room = three(build)[0]
    meets_in(build, room, build.club(), TOMORROW, starts=at(13), ends=at(13, 30))
    meets_in(build, room, build.club(), TOMORROW, starts=at(11), ends=at(12))
    assert free(build, NOON) == ["Annex", "Room 2", "Room 12"]


def test_a_room_has_to_be_free_on_every_one_of_the_days(build: Builder) -> None:
    room = three(build)[0]
    other = TOMORROW + clock.days(7)
    meets_in(build, room, build.club(), other, starts=at(12), ends=at(13))
    assert "Room 12" in free(build, NOON)
    assert "Room 12" not in free(build, NOON, Stretch(other, at(12), at(13)))


def test_what_the_club_itself_has_does_not_stand_in_its_way(build: Builder) -> None:
    room = three(build)[0]
    meeting = meets_in(build, room, build.club(), TOMORROW, starts=at(12), ends=at(13))
    own = [one.id for one in sittings_of(build, meeting)]
    assert "Room 12" not in free(build, NOON)
    assert "Room 12" in free(build, NOON, besides=own)


def test_the_room_of_an_event_is_not_free_besides_anything(build: Builder) -> None:
    room = three(build)[0]
    event = build.event(build.club(), TOMORROW)
    with build.site():
        booking.book(room, NOON, club_id=event.club_id, event_id=event.id)
    assert "Room 12" not in free(build, NOON, besides=["a sitting"])
    with build.site():
        booking.release_event(event.id)
    assert "Room 12" in free(build, NOON)


def test_rooms_out_of_use_of_another_kind_or_weekday_are_left_out(build: Builder) -> None:
    a_room(build, "Attic", in_use=False)
    a_room(build, "Gym", kind=RoomKind.GYM)
    others = "0123456".replace(str(TOMORROW.weekday()), "")
    a_room(build, "Weekly", weekdays=others)
    assert free(build, NOON) == ["Gym"]
    assert free(build, NOON, like=RoomKind.CLASSROOM) == []


def test_a_block_takes_a_room_from_all_but_those_who_may_stay(build: Builder) -> None:
    room, club = a_room(build, "Library"), build.club()
    blocked(build, room, club)
    assert free(build, NOON) == []
    assert free(build, NOON, club_id=build.club().id) == []
    assert free(build, NOON, club_id=club.id) == ["Library"]


def test_a_block_of_some_hours_leaves_the_others(build: Builder) -> None:
    room = a_room(build, "Library")
    blocked(build, room, starts=at(8), ends=at(12))
    assert free(build, NOON) == ["Library"]
    assert free(build, Stretch(TOMORROW, time(11, 59), at(13))) == []
    assert free(build, Stretch(TODAY + clock.days(2), at(8), at(9))) == ["Library"]


def test_another_schools_rooms_are_not_offered(build: Builder) -> None:
    a_room(build, "Far", school_id=build.another_school().id)
    assert free(build, NOON) == []


def test_a_year_of_days_is_asked_for_in_one_query(build: Builder) -> None:
    room = three(build)[0]
    days = [TODAY + clock.days(number) for number in range(1, 366)]
    wanted = [Stretch(day, at(12), at(13)) for day in days]
    meeting = build.meeting(build.club(), days[-1], starts=at(12, 30), ends=at(14))
    booked(build, room, meeting)
    with build.site():
        asked = queries_of(
            lambda: booking.free_rooms(build.school.id, wanted, club_id=None)
        )
    assert len(asked) == 1
    assert free(build, *wanted) == ["Annex", "Room 2"]


def test_thousands_of_stretches_are_asked_for_in_parts(build: Builder) -> None:
    three(build)
    days = [TODAY + clock.days(number) for number in range(400)]
    wanted = [Stretch(day, at(hour), at(hour + 1)) for day in days for hour in range(14)]
    assert len(wanted) > 5_000
    assert len(free(build, *wanted)) == 3
