"""The demo school is filled as promised: everything is there, and nobody is real."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from clubs import audit, belonging, clock
from clubs.belonging import Standing
from clubs.db import db
from clubs.demo.filling import days
from clubs.demo.filling.words import NOTICES
from clubs.demo.queries import persona_id
from clubs.models.audit import AuditEntry
from clubs.models.clubs import Club, ClubKind, ClubState, Step
from clubs.models.events import Coming, Event, EventState
from clubs.models.meetings import Meeting, MeetingState, Sitting
from clubs.models.notices import Notice
from clubs.models.people import Person, PersonKind, School
from clubs.models.review import OPEN_STAGES, Proposal, Review, Stage
from clubs.policy.viewer import Viewer, viewer_of_person
from clubs.review.history import entries
from clubs.timetable import timetable_of
from tests.demo.told import clubs_named, count

ZONE = "America/Edmonton"


def viewer(key: str) -> Viewer:
    found = viewer_of_person(persona_id(key) or "")
    assert found is not None
    return found


@pytest.fixture(autouse=True)
def _inside(school: Flask) -> Iterator[None]:
    """The tests here ask the filled school itself."""
    with school.app_context():
        yield


def test_the_school_has_the_people_that_were_asked_for() -> None:
    assert count(Person) == 200
    assert db.session.scalars(select(School.demo)).all() == [True]
    kinds = Counter(db.session.scalars(select(Person.kind)))
    assert kinds[PersonKind.STUDENT] > kinds[PersonKind.STAFF] > 10
    assert kinds[PersonKind.CAREGIVER] > 10


def test_clubs_of_every_kind_stand_on_every_step() -> None:
    live = db.session.scalars(select(Club).where(Club.state != ClubState.PROPOSED)).all()
    assert {club.kind for club in live} == set(ClubKind)
    assert {club.step for club in live} == set(Step)
    assert {club.state for club in live} >= {"pilot", "active", "paused", "closed"}


def test_all_living_clubs_but_one_have_a_sponsor() -> None:
    everybody = [viewer_of_person(key) for key in db.session.scalars(select(Person.id))]
    sponsored = {club for one in everybody if one for club in one.sponsors}
    live = select(Club.name).where(Club.state.in_(["active", "pilot", "paused"]))
    alone = db.session.scalars(live.where(Club.id.not_in(sponsored))).all()
    assert alone == ["Quiet Corner"]


def test_a_club_that_keeps_no_list_names_nobody() -> None:
    for club in db.session.scalars(select(Club).where(Club.no_list)):
        people = belonging.in_club(club)
        assert people
        assert {one.person_id for one in people} == {None}


def test_no_handle_is_there_twice_in_a_club() -> None:
    for club in db.session.scalars(select(Club).where(Club.step != Step.OPEN)):
        handles = Counter(one.handle for one in belonging.in_club(club))
        assert set(handles.values()) <= {1}
        assert "" not in handles


def test_no_club_has_more_people_than_places() -> None:
    for club in db.session.scalars(select(Club).where(Club.capacity.is_not(None))):
        standings = Counter(one.standing for one in belonging.in_club(club))
        taken = standings[Standing.MEMBER] + standings[Standing.OFFERED]
        assert taken <= (club.capacity or 0)
        if standings[Standing.WAITING]:
            assert taken == club.capacity


def test_somebody_waits_for_the_sponsors_and_for_the_member() -> None:
    (rainbow,) = clubs_named(viewer("sponsor").sponsors)
    (table,) = clubs_named(viewer("other-sponsor").sponsors)
    asked = [one for one in belonging.in_club(rainbow) if one.standing is Standing.ASKED]
    assert [bool(one.note and one.since) for one in asked] == [True] * 3
    assert any(one.standing is Standing.WAITING for one in belonging.in_club(table))
    assert any(one.offered_lead for one in viewer("member").ties.belongs.values())
    assert viewer("sponsor").ties.asked_to_sponsor


def test_proposals_are_in_every_stage_with_their_histories() -> None:
    proposals = db.session.scalars(select(Proposal)).all()
    assert {one.stage for one in proposals} == set(Stage)
    today = clock.today(ZONE)
    waiting = [one for one in proposals if one.stage in OPEN_STAGES]
    assert any(one.due_on < today for one in waiting), "one is overdue"
    assert any(one.appealed for one in waiting)
    for one in proposals:
        history = entries(one)
        assert [entry.number for entry in history] == list(range(1, len(history) + 1))
        on_dates = [entry.on_date for entry in history]
        assert on_dates == sorted(on_dates)
        assert on_dates[-1] <= today


def test_a_proposer_is_nobody_in_the_history() -> None:
    nameless = db.session.scalars(select(Review).where(Review.staff_id.is_(None))).all()
    assert {entry.act for entry in nameless} >= {"proposed", "answered", "appealed"}
    staff = {
        key
        for (key,) in db.session.execute(select(Person.id).where(Person.kind == "staff"))
    }
    named = db.session.scalars(select(Review.staff_id).where(Review.staff_id.is_not(None)))
    assert set(named) <= staff


def test_the_record_agrees_with_the_decisions_and_is_whole() -> None:
    for school_id in db.session.scalars(select(School.id)):
        assert audit.first_break(school_id) is None
    accepted = select(func.count()).where(Review.act == "accepted")
    recorded = select(func.count()).where(AuditEntry.act == "accepted")
    assert db.session.scalar(accepted) == db.session.scalar(recorded)


def test_a_term_of_meetings_was_counted_and_goes_on() -> None:
    today = clock.today(ZONE)
    past = db.session.scalars(select(Meeting).where(Meeting.on_date < today)).all()
    coming = db.session.scalars(select(Meeting).where(Meeting.on_date >= today)).all()
    counted = set(
        db.session.scalars(select(Sitting.meeting_id).where(Sitting.head_count > 0))
    )
    assert sum(one.id in counted for one in past) > len(past) * 0.8
    assert not any(one.id in counted for one in coming)
    assert max(one.on_date for one in coming) > today + timedelta(days=40)
    assert not any(days.no_school(one.on_date) for one in [*past, *coming])
    assert all(one.on_date.weekday() < 5 for one in [*past, *coming])
    assert {one.state for one in coming} == set(MeetingState)


@pytest.mark.parametrize("key", ["member", "sponsor", "other-sponsor", "caregiver"])
def test_something_of_theirs_is_on_the_next_school_day(key: str) -> None:
    today = clock.today(ZONE)
    school_id = db.session.scalars(select(School.id)).one()
    timetable = timetable_of(school_id, today, days.plans_end(today))
    day = days.next_school_day(timetable, today)
    meeting = select(Meeting.id).where(
        Meeting.on_date == day, Meeting.club_id.in_(viewer(key).inside)
    )
    assert db.session.scalars(meeting).first() is not None


def test_events_are_past_and_coming_and_still_decided_on() -> None:
    today = clock.today(ZONE)
    events = db.session.scalars(select(Event)).all()
    assert {one.state for one in events} >= set(EventState) - {EventState.WITHDRAWN}
    approved = [one for one in events if one.state is EventState.APPROVED]
    assert any(one.on_date < today for one in approved)
    assert any(one.on_date >= today for one in approved)
    assert count(Coming) > 50
    old = today - timedelta(days=7)
    over = [one.id for one in events if one.on_date < old]
    kept = select(func.count()).where(Coming.event_id.in_(over))
    assert db.session.scalar(kept) == 0, "who came is forgotten"


def test_notices_wait_for_the_personas() -> None:
    assert count(Notice) == len(NOTICES)
