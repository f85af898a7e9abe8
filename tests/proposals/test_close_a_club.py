"""Closing a club leaves nothing behind that anybody would decide about, or come to."""

from datetime import time

import pytest

from clubs import clock, notices
from clubs.db import db
from clubs.models.clubs import Club, ClubState, SponsorStanding, Step
from clubs.models.events import Event, EventState
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Stage
from tests.factories import ZONE
from tests.proposals.conftest import Cast
from tests.proposals.making import made, proposal_of


def close(cast: Cast, person: Person, club_id: str) -> None:
    school = "/school/clubs" if person is cast.admin else "/c"
    visitor = cast.visit(person)
    page = visitor.get(f"{school}/{club_id}/state")
    visitor.submit(page, go="close", sure="y")
    with cast.build.site():
        assert db.session.get_one(Club, club_id).state is ClubState.CLOSED


def stage_of(cast: Cast, proposal: Proposal) -> Stage:
    with cast.build.site():
        return db.session.get_one(Proposal, proposal.id).stage


def told(cast: Cast, person: Person) -> list[str]:
    with cast.build.acting(person) as viewer:
        return [one.words for one in notices.told(viewer)]


@pytest.mark.parametrize("who", ["student", "sponsor", "admin"])
def test_what_waits_is_withdrawn_with_an_entry(cast: Cast, who: str) -> None:
    person: Person = getattr(cast, who)
    change = made(
        cast.build,
        Stage.WITH_SCHOOL,
        leader=cast.student,
        sponsor=cast.sponsor,
        standing=SponsorStanding.ACCEPTED,
        about=About.CHANGE,
    )
    with cast.build.site():
        club = db.session.get_one(Club, change.club_id)
    event = cast.build.event(club, state="proposed")
    asked = proposal_of(
        cast.build, club, Stage.CHANGES_ASKED, About.EVENT, event_id=event.id
    )
    close(cast, person, club.id)
    for one in (change, asked):
        assert stage_of(cast, one) is Stage.WITHDRAWN
        page = cast.visit(cast.admin).get(f"/p/{one.id}").words
        assert "The club has closed." in page
        # Staff answer by name for what they do; a student's never stands there.
        assert ("Ida Principal" in page) == (who == "admin")
        assert "Marisol" not in page
    with cast.build.site():
        assert db.session.get_one(Event, event.id).state is EventState.WITHDRAWN


def test_what_was_decided_stays_decided(cast: Cast) -> None:
    club = cast.build.club(leader=cast.student)
    one = proposal_of(cast.build, club, Stage.ACCEPTED)
    close(cast, cast.student, club.id)
    assert stage_of(cast, one) is Stage.ACCEPTED


def test_coming_meetings_are_cancelled_and_past_ones_stay(cast: Cast) -> None:
    club, member = cast.build.club(Step.CONFIDENTIAL, leader=cast.student), cast.stranger
    cast.build.member(club, member)
    today = clock.today(ZONE)
    past = cast.build.meeting(club, today - clock.days(7), head_count=9)
    begun = cast.build.meeting(club, today, starts=time(0, 0), ends=time(0, 1))
    coming = cast.build.meeting(club, today + clock.days(7))
    elsewhere = cast.build.meeting(cast.build.club(), today + clock.days(7))
    close(cast, cast.student, club.id)
    with cast.build.site():
        for one in (past, begun, elsewhere):
            assert db.session.get_one(Meeting, one.id).state is MeetingState.PLANNED
        cancelled = db.session.get_one(Meeting, coming.id)
        assert cancelled.state is MeetingState.CANCELLED
        assert cancelled.changed_on == today
    assert "The club has closed." in cast.visit(member).get(f"/m/{coming.id}").words


def test_coming_events_are_called_off_without_a_word_about_the_club(cast: Cast) -> None:
    club = cast.build.club(Step.UNLISTED, leader=cast.student)
    today = clock.today(ZONE)
    past = cast.build.event(club, today - clock.days(7))
    begun = cast.build.event(club, today, starts=time(0, 0), ends=time(0, 1))
    coming = cast.build.event(club, today + clock.days(7))
    close(cast, cast.student, club.id)
    with cast.build.site():
        for one in (past, begun):
            assert db.session.get_one(Event, one.id).state is EventState.APPROVED
        assert db.session.get_one(Event, coming.id).state is EventState.CANCELLED
        assert db.session.get_one(Event, coming.id).changed_on == today
    page = cast.visit(cast.stranger).get(f"/e/{coming.id}")
    assert "It could not go ahead as planned." in page.words
    assert club.name not in page.text
    assert "closed" not in page.words


@pytest.mark.parametrize("step", list(Step), ids=str)
def test_members_are_told(cast: Cast, step: Step) -> None:
    club, member = cast.build.club(step, leader=cast.student), cast.stranger
    cast.build.member(club, member)
    close(cast, cast.student, club.id)
    assert told(cast, member) == [f"{club.name} has closed."]
    assert told(cast, cast.student) == []


def test_without_a_list_nobody_is_written_to(cast: Cast) -> None:
    club = cast.build.club(Step.UNLISTED, leader=cast.student, no_list=True)
    cast.build.member(club, cast.stranger)
    close(cast, cast.student, club.id)
    assert told(cast, cast.stranger) == []
