"""An admin says when it rings: lunches and other slots, on every kind of day at once."""

from collections.abc import Callable
from datetime import time

import pytest

from clubs.clock import days
from clubs.db import db
from clubs.models.meetings import MeetingSeries, MeetingState, Rule, SeriesSlot
from clubs.models.people import Person
from clubs.models.timetable import DayType, Slot, SlotKind, SlotTime
from tests.factories import Builder
from tests.schooltime.conftest import WEDNESDAY
from tests.schooltime.reading import at, meeting_now, recorded, sitting_now
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
ADD = "/school/bells/slots/add"


def slots(build: Builder) -> list[Slot]:
    with build.site():
        return db.session.query(Slot).order_by(Slot.name).all()


def kind_called(build: Builder, name: str) -> DayType:
    with build.site():
        return db.session.query(DayType).filter_by(name=name).one()


def test_lunches_are_added_changed_and_removed(build: Builder, admin: Visitor) -> None:
    page = admin.get(ADD)
    admin.submit(page, name="A", **at("regular", "11:20", "12:00"))
    (wave,) = slots(build)
    person = build.student(wave_id=wave.id)
    regular = kind_called(build, "Regular")
    assert regular.regular
    page = admin.get(f"/school/bells/slots/{wave.id}")
    admin.submit(page, name="First", **at(regular.id, "11:25", "12:00"))
    assert "First Lunch 11:25–12:00" in admin.get("/school/bells").words
    assert "First, 11:25 to 12:00" in admin.get("/school/time").words
    admin.submit(admin.get(f"/school/bells/slots/{wave.id}"), "/remove")
    admin.get(f"/school/bells/slots/{wave.id}", expect=404)
    admin.get("/school/bells/slots/short", expect=404)
    with build.site():
        assert db.session.get_one(Person, person.id).wave_id is None
    assert "the bells" in recorded(admin)


def test_two_lunches_may_overlap(build: Builder, admin: Visitor) -> None:
    build.wave("A", time(11, 20))
    times = at(build.regular.id, "11:40", "12:20")
    admin.submit(admin.get(ADD), name="B", **times)
    assert "B Lunch 11:40–12:20" in admin.get("/school/bells").words


@pytest.mark.parametrize(
    "starts, ends, sentence",
    [
        ("13:00", "12:00", "It must end after it begins."),
        ("12:00", "12:00", "It must end after it begins."),
        ("noon", "12:00", "Write the time as hours and minutes"),
        ("12:00", "", "Say when it ends as well."),
        ("", "12:00", "Say when it begins as well."),
        ("", "", "Say when it is on at least one kind of day."),
    ],
)
def test_times_that_make_no_sense_are_not_kept(
    build: Builder, admin: Visitor, starts: str, ends: str, sentence: str
) -> None:
    fields = {"starts_regular": starts, "ends_regular": ends, "name": "C", "kind": "lunch"}
    assert sentence in admin.post(ADD, fields, expect=422).words
    assert slots(build) == []


def test_a_name_is_given_once(build: Builder, admin: Visitor) -> None:
    build.wave("A")
    other = build.wave("B", time(12, 30))
    again = admin.submit(admin.get(ADD), name="A", kind="after", expect=422)
    assert "Say when it is" in again.words
    times = at(build.regular.id, "12:00", "12:40")
    told = admin.submit(again, expect=422, name="A", **times).words
    assert "Another one has this name" in told
    change = admin.get(f"/school/bells/slots/{other.id}")
    assert "Another one has this name" in admin.submit(change, expect=422, name="A").words
    admin.submit(change, name="", expect=422)


def test_a_slot_has_its_times_on_every_kind_of_day_or_is_not_held(
    build: Builder, admin: Visitor
) -> None:
    wave, regular = build.wave("A", time(11, 20)), build.regular
    admin.submit(admin.get("/school/bells/kinds/add"), name="Early closing")
    early = kind_called(build, "Early closing")
    assert not early.regular
    page = admin.get(f"/school/bells/slots/{wave.id}")
    admin.submit(page, **at(early.id, "10:50", "11:20"))
    assert "A Lunch 11:20–12:20 10:50–11:20" in admin.get("/school/bells").words
    page = admin.get(f"/school/bells/slots/{wave.id}")
    admin.submit(page, **at(regular.id, "", ""))
    assert "A Lunch not held 10:50–11:20" in admin.get("/school/bells").words


def test_meetings_follow_the_bells_and_past_ones_stay(
    build: Builder, admin: Visitor
) -> None:
    wave, club = build.wave("A", time(11, 20)), build.club()
    when = {"starts": time(11, 20), "ends": time(12, 20), "wave_id": wave.id}
    coming = build.meeting(club, WEDNESDAY + days(1), **when)
    past = build.meeting(club, WEDNESDAY - days(1), **when)
    regular = build.regular.id
    page = admin.get(f"/school/bells/slots/{wave.id}")
    admin.submit(page, **at(regular, "11:45", "12:30"))
    assert meeting_now(build, coming).starts == time(11, 45)
    assert sitting_now(build, coming).ends == time(12, 30)
    assert meeting_now(build, past).starts == time(11, 20)


def test_a_removed_lunch_leaves_its_series_their_time(
    build: Builder, admin: Visitor
) -> None:
    gone, stays = build.wave("A", time(11, 20)), build.wave("B", time(12, 30))
    club = build.club()
    first, both = (
        build.keep(
            MeetingSeries(
                school_id=club.school_id,
                club_id=club.id,
                rule=Rule.WEEKLY,
                weekday=2,
                first_on=WEDNESDAY,
                last_on=WEDNESDAY,
            )
        )
        for _n in range(2)
    )
    for series, slot in ((first, gone), (both, gone), (both, stays)):
        build.keep(
            SeriesSlot(series_id=series.id, slot_id=slot.id, school_id=club.school_id)
        )
    admin.post(f"/school/bells/slots/{gone.id}/remove")
    with build.site():
        alone = db.session.get_one(MeetingSeries, first.id)
        assert (alone.starts, alone.ends) == (time(11, 20), time(12, 20))
        assert db.session.get_one(MeetingSeries, both.id).starts is None


def test_a_slot_that_is_never_held_can_be_removed(build: Builder, admin: Visitor) -> None:
    slot = build.keep(Slot(school_id=build.school.id, name="Z", kind=SlotKind.FLEX))
    assert "Z Flex time" in admin.get("/school/bells").words
    admin.post(f"/school/bells/slots/{slot.id}/remove")
    assert slots(build) == []


def test_kinds_of_day_are_renamed_and_removed_but_not_the_regular_one(
    build: Builder, admin: Visitor
) -> None:
    add = "/school/bells/kinds/add"
    admin.post(add, {"name": "Regular"})
    admin.post(add, {"name": "Assembly"})
    assert "Another kind of day" in admin.post(add, {"name": "Regular"}, expect=422).words
    admin.post(add, {"name": ""}, expect=422)
    regular, other = kind_called(build, "Regular"), kind_called(build, "Assembly")
    page = admin.get(f"/school/bells/kinds/{other.id}")
    assert "Another kind" in admin.submit(page, name="Regular", expect=422).words
    admin.submit(page, name="Long assembly")
    assert "Long assembly" in admin.get("/school/bells").words
    refused = admin.post(f"/school/bells/kinds/{regular.id}/remove", expect=409)
    assert "Make another kind of day the regular one first." in refused.words
    admin.post(f"/school/bells/kinds/{other.id}/remove")
    admin.get(f"/school/bells/kinds/{other.id}", expect=404)
    assert (
        "This is the regular kind" in admin.get(f"/school/bells/kinds/{regular.id}").words
    )


def test_another_kind_becomes_the_regular_one_and_meetings_follow(
    build: Builder, admin: Visitor
) -> None:
    wave = build.wave("A", time(11, 20))
    early = build.keep(DayType(school_id=build.school.id, name="Early"))
    build.slot_time(wave, early, time(10, 50), time(11, 20))
    club = build.club()
    when = {"starts": time(11, 20), "ends": time(12, 20), "wave_id": wave.id}
    meeting = build.meeting(club, WEDNESDAY + days(1), **when)
    page = admin.get(f"/school/bells/kinds/{early.id}")
    admin.submit(page, "/regular")
    assert meeting_now(build, meeting).starts == time(10, 50)
    refused = admin.post(f"/school/bells/kinds/{early.id}/regular", expect=409)
    assert "regular kind of day already" in refused.words


def test_a_weekday_is_of_a_kind_of_its_own(build: Builder, admin: Visitor) -> None:
    wave = build.wave("A", time(11, 20))
    early = build.keep(DayType(school_id=build.school.id, name="Early"))
    build.slot_time(wave, early, time(10, 50), time(11, 20))
    when = {"starts": time(11, 20), "ends": time(12, 20), "wave_id": wave.id}
    club, thursday = build.club(), WEDNESDAY + days(1)
    meeting = build.meeting(club, thursday, **when)
    elsewhere = build.wave("D", time(13))
    without = build.meeting(club, thursday, **{**when, "wave_id": elsewhere.id})
    admin.submit(admin.get("/school/bells/weekdays"), day_3=early.id)
    assert "Early – Thursday" in admin.get("/school/bells").words
    assert meeting_now(build, meeting).starts == time(10, 50)
    assert meeting_now(build, without).state is MeetingState.CANCELLED
    admin.submit(admin.get("/school/bells/weekdays"), day_3="")
    assert meeting_now(build, meeting).starts == time(11, 20)
    assert meeting_now(build, without).state is MeetingState.PLANNED
    admin.post("/school/bells/weekdays", {"day_0": "nonsense"}, expect=422)
    # Removing the kind does the same as saying that no weekday is of it.
    admin.submit(admin.get("/school/bells/weekdays"), day_3=early.id)
    admin.post(f"/school/bells/kinds/{early.id}/remove")
    assert meeting_now(build, meeting).starts == time(11, 20)


def test_the_bells_of_another_school_are_unknown(build: Builder, visitor: Visit) -> None:
    wave, kind = build.wave(), build.regular
    stranger = visitor(build.admin(school_id=build.another_school().id))
    for address in (f"slots/{wave.id}", f"kinds/{kind.id}"):
        stranger.get(f"/school/bells/{address}", expect=404)
        stranger.post(f"/school/bells/{address}/remove", expect=404)
    with build.site():
        assert db.session.query(SlotTime).count() == 1


def test_only_admins_see_and_change_the_school_s_time(
    build: Builder, visitor: Visit
) -> None:
    wave = build.wave()
    pages = ("time", "bells", "time/week", "terms", "calendar", "calendar/import")
    for person in (build.student(), build.staff(), build.caregiver()):
        somebody = visitor(person)
        for page in pages:
            somebody.get(f"/school/{page}", expect=404)
        somebody.post(f"/school/bells/slots/{wave.id}/remove", expect=404)
    assert len(slots(build)) == 1


def test_of_two_who_remove_the_same_one_comes_too_late(
    build: Builder, admin: Visitor
) -> None:
    """Both have the page open; the second is told in a sentence."""
    wave = build.wave()
    admin.post(f"/school/bells/slots/{wave.id}/remove")
    admin.post(f"/school/bells/slots/{wave.id}/remove", expect=404)
