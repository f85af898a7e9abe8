"""Cancelling a meeting, or a whole series, and bringing one back."""

from collections.abc import Callable

from clubs import clock
from clubs.models.clubs import Club
from clubs.models.meetings import MeetingState
from clubs.models.people import Person
from tests.factories import Builder
from tests.meetings.reading import TODAY, WEDNESDAY, again, mails, series_of
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


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
