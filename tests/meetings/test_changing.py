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
from tests.meetings.reading import TODAY, WEDNESDAY, again, mails, part, series_of
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
        club, WEDNESDAY, wave_id=first.id, starts=first.starts, ends=first.ends
    )
    visit = visitor(leader)
    page = visit.get(f"/m/{meeting.id}/move")
    assert part(page, "input[name=starts]")["value"] == ""
    visit.submit(page, lunch=second.id)
    now = again(build, meeting)
    assert (now.wave_id, now.starts, now.ends) == (second.id, time(12, 30), time(13, 30))


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
    page = visit.get(f"/m/{meeting.id}/edit")
    visit.submit(page, agenda="Bring a game")
    now = again(build, meeting)
    assert (now.agenda, now.changed_on, mails(build)) == ("Bring a game", None, 0)
    visit.submit(page, agenda="Bring a game", place="Gym")
    now = again(build, meeting)
    assert (now.place, now.change_words) == ("Gym", "Before: Room 12.")
    assert mails(build) == 1


def test_old_words_never_outgrow_their_column(
    build: Builder, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY, place="x" * 200)
    with build.acting(leader) as viewer:
        held = db.session.get_one(Meeting, meeting.id)
        services.edit(viewer, club, held, place="Gym", agenda="")
    words = again(build, meeting).change_words
    assert len(words) == 200
    assert words.endswith("…")


@pytest.mark.parametrize(
    "way, fields",
    [("edit", {"place": " "}), ("edit", {"place": "x" * 121}), ("cancel", {"reason": ""})],
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


@pytest.mark.parametrize("step, told", [(s, s in (Step.OPEN, Step.PRIVATE)) for s in Step])
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
