"""Who changes no meeting, and which meetings nobody changes any more."""

from collections.abc import Callable
from datetime import date

import pytest
import time_machine

from clubs.meetings import services
from clubs.models.clubs import Club, ClubState
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from clubs.policy.permissions import NotAllowed
from tests.factories import Builder
from tests.meetings.reading import WEDNESDAY, again
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


DEEDS: dict[str, dict[str, str]] = {
    "edit": {"agenda": "Cake"},
    "move": {"on_date": "2026-11-19", "starts": "9:00", "ends": "9:30", "place": "Gym"},
    "room": {"room": "A" * 22},
    "later": {"how": "weekly", "last": "day", "until": "2026-12-16"},
    "end": {},
    "adult": {"adult": ""},
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
        deeds: list[Callable[[], object]] = [
            lambda: services.cancel(viewer, club, meeting, reason="x"),
            lambda: services.cancel_from(viewer, club, meeting, reason="x"),
            lambda: services.restore(viewer, club, meeting),
            lambda: services.count_heads(viewer, club, meeting, "x", 3),
            lambda: services.edit(viewer, club, meeting, agenda=""),
            lambda: services.end_series(viewer, club, meeting),
            lambda: services.name_adult(viewer, club, meeting, None, later=False),
        ]
        for deed in deeds:
            with pytest.raises(NotAllowed):
                deed()
