"""Moving and editing a meeting; how members come to know."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest

from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club, Step
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import Person
from tests.factories import Builder
from tests.factories_school_time import SchoolTime
from tests.meetings.reading import (
    TODAY,
    WEDNESDAY,
    again,
    mails,
    part,
    series_of,
    sittings_of,
)
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


def test_moving_keeps_for_when_it_was_planned_and_tells(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting, *others = series_of(build, club)
    build.member(club, build.student())
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/move")
    moved: dict[str, Any] = {
        "on_date": "2026-11-19",
        "starts": "15:10",
        "ends": "16:00",
        "place": "Library",
    }
    assert visit.submit(page, "", **moved).location == f"/m/{meeting.id}"
    now = again(build, meeting)
    assert (now.on_date, now.planned_for) == (date(2026, 11, 19), WEDNESDAY)
    assert (now.starts, now.ends, now.place) == (time(15, 10), time(16), "Library")
    assert now.changed_on == TODAY
    assert now.change_words == "Before: Wednesday, November 18, 12:05, Room 12."
    assert [again(build, one).on_date for one in others] == [one.on_date for one in others]
    shown = visitor(build.student()).get(f"/m/{meeting.id}").words
    assert "Thursday, November 19" in shown
    assert "Before: Wednesday, November 18, 12:05, Room 12." in shown
    assert mails(build) == 1  # the other member; who moved it knows


def test_to_another_lunch_with_that_lunchs_times(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    first, second = build.wave("A", time(11, 0)), build.wave("B", time(12, 30))
    meeting = build.meeting(
        club, WEDNESDAY, wave_id=first.id, starts=time(11), ends=time(12)
    )
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/move")
    assert part(page, "input[name=starts]")["value"] == ""
    assert part(page, "input[name=slots][checked]")["value"] == first.id
    visit.submit(page, slots=second.id)
    now = again(build, meeting)
    assert (now.starts, now.ends) == (time(12, 30), time(13, 30))
    assert [one.slot_id for one in sittings_of(build, meeting)] == [second.id]


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({"on_date": "2026-11-20"}, "There is no school on Friday, November 20. (Snow)"),
        ({"on_date": "2026-11-19", "lunch": "A"}, "There is no such time on Thu, Nov 19."),
        ({"on_date": "2026-11-16", "starts": "9:00"}, "That time is over already."),
        ({"ends": "12:00"}, "It has to end after it starts."),
        ({"place": ""}, "Say where."),
        ({"on_date": ""}, "Choose a day."),
    ],
)
def test_a_move_that_cannot_be_says_why_and_keeps_the_words(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    fields: dict[str, str],
    sentence: str,
) -> None:
    school = SchoolTime(build)
    school.no_school(4, "Snow")
    school.closes_early(3)
    fields = {"starts": "12:05", "ends": "12:45", "place": "Gym"} | fields
    if "lunch" in fields:
        slot = school.lunch[fields.pop("lunch")]
        fields |= {"slots": slot.id, "starts": "", "ends": ""}
    meeting = build.meeting(club, WEDNESDAY)
    fields = {"on_date": "2026-11-18"} | fields
    page = visitor(leader).post(f"/m/{meeting.id}/move", fields, expect=422)
    assert sentence in part(page, ".error-summary").get_text()
    assert part(page, "input[name=place]")["value"] == fields["place"]
    assert again(build, meeting).on_date == WEDNESDAY


def test_times_of_its_own_are_shown_when_moving(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    page = visitor(leader).get(f"/m/{meeting.id}/move")
    assert part(page, "input[name=starts]")["value"] == "12:05"


def test_a_move_into_the_past_is_refused(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/move")
    bad = visit.submit(page, on_date="2026-11-13", place="Kept words", expect=422)
    assert "That day is over." in bad.words
    assert part(bad, "input[name=place]")["value"] == "Kept words"
    assert again(build, meeting).on_date == WEDNESDAY


def test_another_place_is_news_and_another_agenda_is_not(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    build.member(club, build.student())
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meeting.id}/edit"), agenda="Bring a game")
    now = again(build, meeting)
    assert (now.agenda, now.changed_on, mails(build)) == ("Bring a game", None, 0)
    visit.submit(visit.get(f"/m/{meeting.id}/move"), place="Gym")
    now = again(build, meeting)
    assert (now.place, now.change_words) == ("Gym", "Before: Room 12.")
    assert (now.agenda, mails(build)) == ("Bring a game", 1)


def test_old_words_never_outgrow_their_column(
    build: Builder, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY, place="x" * 200)
    with build.acting(leader) as viewer:
        held = db.session.get_one(Meeting, meeting.id)
        gym = services.Occasion(starts=time(12, 5), ends=time(12, 45), place="Gym")
        services.move(viewer, club, held, WEDNESDAY, gym)
    words = again(build, meeting).change_words
    assert len(words) == 200
    assert words.endswith("…")


@pytest.mark.parametrize(
    "way, fields",
    [("edit", {"agenda": "x" * 4001}), ("cancel", {"reason": ""})],
)
def test_a_change_without_its_words_is_refused(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    way: str,
    fields: dict[str, str],
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    page = visitor(leader).post(f"/m/{meeting.id}/{way}", fields, expect=422)
    assert page.page.select_one(".error-summary a") is not None
    assert again(build, meeting).state is MeetingState.PLANNED


@pytest.mark.parametrize("step, told", [(s, s is Step.OPEN) for s in Step])
def test_mail_goes_out_only_on_the_steps_that_mail(
    build: Builder, visitor: Visit, leader: Person, step: Step, told: bool
) -> None:
    club = build.club(step, leader=leader)
    build.member(club, build.student())
    build.member(club, build.student(), standing="asked")
    meeting = build.meeting(club, WEDNESDAY)
    visitor(leader).post(f"/m/{meeting.id}/cancel", {"reason": "Snow"})
    assert mails(build) == (1 if told else 0)
    assert again(build, meeting).changed_on == TODAY
