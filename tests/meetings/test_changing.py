"""Moving, cancelling and bringing back a meeting; how members come to know."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
import time_machine

from clubs import clock
from clubs.db import db
from clubs.meetings import services
from clubs.models.clubs import Club, ClubState, Step
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState
from clubs.models.notices import Mail
from clubs.models.people import Person
from clubs.policy.permissions import NotAllowed
from tests.factories import Builder
from tests.meetings.reading import part
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
WEDNESDAY = date(2026, 11, 18)
TODAY = date(2026, 11, 16)


def again(build: Builder, meeting: Meeting) -> Meeting:
    with build.site():
        return db.session.get_one(Meeting, meeting.id)


def mails(build: Builder) -> int:
    with build.site():
        return len(db.session.scalars(db.select(Mail)).all())


def series_of(build: Builder, club: Club, weeks: int = 4) -> list[Meeting]:
    last = WEDNESDAY + clock.days(7 * (weeks - 1))
    series = build.keep(
        MeetingSeries(
            school_id=club.school_id,
            club_id=club.id,
            weekday=2,
            first_on=WEDNESDAY,
            last_on=last,
        )
    )
    return [
        build.meeting(club, WEDNESDAY + clock.days(7 * week), series_id=series.id)
        for week in range(weeks)
    ]


@pytest.fixture
def leader(build: Builder) -> Person:
    return build.student()


@pytest.fixture
def club(build: Builder, leader: Person) -> Club:
    return build.club(Step.PRIVATE, leader=leader)


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


def test_cancelling_leaves_it_in_the_list_with_the_reason(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meeting.id}/cancel"), reason="The room is taken")
    now = again(build, meeting)
    assert (now.state, now.changed_on) == (MeetingState.CANCELLED, TODAY)
    classmate = visitor(build.student())
    page = classmate.get(f"/m/{meeting.id}").words
    assert "This meeting is cancelled. The room is taken" in page
    assert "Cancelled" in classmate.get(f"/c/{club.id}/meetings").words


def test_only_this_one_is_cancelled_unless_asked_otherwise(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meetings = series_of(build, club)
    visitor(leader).post(f"/m/{meetings[1].id}/cancel", {"reason": "Exams"})
    states = [again(build, one).state for one in meetings]
    assert states.count(MeetingState.CANCELLED) == 1


def test_this_and_all_later_ones_are_cancelled_with_one_mail(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meetings = series_of(build, club)
    single = build.meeting(club, WEDNESDAY + clock.days(60))
    build.member(club, build.student())
    fields = {"reason": "Exams", "later": "y"}
    visitor(leader).post(f"/m/{meetings[1].id}/cancel", fields)
    states = [again(build, one).state.value for one in [*meetings, single]]
    assert states == ["planned", "cancelled", "cancelled", "cancelled", "planned"]
    assert mails(build) == 1


def test_those_already_cancelled_keep_their_own_reason(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meetings = series_of(build, club)
    visit = visitor(leader)
    visit.post(f"/m/{meetings[3].id}/cancel", {"reason": "Snow"})
    visit.post(f"/m/{meetings[0].id}/cancel", {"reason": "Exams", "later": "y"})
    assert again(build, meetings[3]).change_words == "Snow"


def test_all_later_ones_of_a_single_meeting_is_itself(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting, other = build.meeting(club, WEDNESDAY), build.meeting(club, WEDNESDAY)
    assert "later ones" not in visitor(leader).get(f"/m/{meeting.id}/cancel").words
    visitor(leader).post(f"/m/{meeting.id}/cancel", {"reason": "Snow", "later": "y"})
    assert again(build, meeting).state is MeetingState.CANCELLED
    assert again(build, other).state is MeetingState.PLANNED


def test_a_cancelled_meeting_can_come_back(
    build: Builder, visitor: Visit, leader: Person, club: Club
) -> None:
    meeting = build.meeting(club, WEDNESDAY, state=MeetingState.CANCELLED)
    visit = visitor(leader)
    visit.submit(visit.get(f"/m/{meeting.id}"), f"/m/{meeting.id}/restore")
    now = again(build, meeting)
    assert (now.state, now.changed_on) == (MeetingState.PLANNED, TODAY)
    assert "It takes place after all." in visit.get(f"/m/{meeting.id}").words


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


DEEDS: dict[str, dict[str, str]] = {
    "edit": {"place": "Gym"},
    "move": {"on_date": "2026-11-19", "starts": "9:00", "ends": "9:30", "place": "Gym"},
    "cancel": {"reason": "Because"},
    "restore": {},
    "head-count": {"number": "3"},
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nobody_else_changes_anything(
    build: Builder, visitor: Visit, leader: Person, deed: str
) -> None:
    club, member = build.club(leader=leader), build.student()
    build.member(club, member)
    meeting = build.meeting(club, WEDNESDAY)
    for person in (
        member,
        build.student(),
        build.staff(),
        build.admin(),
        build.caregiver(),
    ):
        visitor(person).post(f"/m/{meeting.id}/{deed}", DEEDS[deed], expect=403)
        words = visitor(person).get(f"/m/{meeting.id}").words
        assert "Change this meeting" not in words
    assert again(build, meeting).place == "Room 12"
    assert again(build, meeting).state is MeetingState.PLANNED


@pytest.mark.parametrize("deed", ["edit", "move", "cancel", "restore"])
def test_what_is_over_stays_as_it_was(
    build: Builder, visitor: Visit, leader: Person, club: Club, deed: str
) -> None:
    state = MeetingState.CANCELLED if deed == "restore" else MeetingState.PLANNED
    meeting = build.meeting(club, date(2026, 11, 13), state=state)
    answer = visitor(leader).post(f"/m/{meeting.id}/{deed}", DEEDS[deed], expect=403)
    assert "is over" in answer.words
    assert again(build, meeting).state is state


def test_once_it_has_begun_it_can_be_edited_but_neither_moved_nor_cancelled(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    monday: time_machine.Traveller,
) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    monday.move_to("2026-11-18T18:05:00Z")  # 12:05 at the school
    visit = visitor(leader)
    visit.get(f"/m/{meeting.id}/edit")
    visit.get(f"/m/{meeting.id}/move", expect=403)
    visit.get(f"/m/{meeting.id}/cancel", expect=403)


@pytest.mark.parametrize(
    "deed, state, sentence",
    [
        ("move", MeetingState.CANCELLED, "Bring it back first."),
        ("cancel", MeetingState.CANCELLED, "is cancelled already"),
        ("restore", MeetingState.PLANNED, "is not cancelled"),
    ],
)
def test_what_does_not_fit_its_state_is_refused(
    build: Builder,
    visitor: Visit,
    leader: Person,
    club: Club,
    deed: str,
    state: MeetingState,
    sentence: str,
) -> None:
    meeting = build.meeting(club, WEDNESDAY, state=state)
    answer = visitor(leader).post(f"/m/{meeting.id}/{deed}", DEEDS[deed], expect=403)
    assert sentence in answer.words


def test_on_a_break_one_cancels_but_does_not_move(
    build: Builder, visitor: Visit, leader: Person
) -> None:
    club = build.club(leader=leader, state=ClubState.PAUSED)
    meeting = build.meeting(club, WEDNESDAY)
    visitor(leader).post(f"/m/{meeting.id}/move", DEEDS["move"], expect=403)
    visitor(leader).post(f"/m/{meeting.id}/cancel", DEEDS["cancel"])
    visitor(leader).post(f"/m/{meeting.id}/restore", expect=403)


def test_the_services_ask_by_themselves(build: Builder, club: Club) -> None:
    meeting = build.meeting(club, WEDNESDAY)
    with build.acting(build.student()) as viewer:
        deeds: list[Callable[[], None]] = [
            lambda: services.cancel(viewer, club, meeting, reason="x"),
            lambda: services.cancel_from(viewer, club, meeting, reason="x"),
            lambda: services.restore(viewer, club, meeting),
            lambda: services.count_heads(viewer, club, meeting, 3),
            lambda: services.edit(viewer, club, meeting, place="x", agenda=""),
        ]
        for deed in deeds:
            with pytest.raises(NotAllowed):
                deed()
