"""The demo school's content covers everything, repeats nothing and reads plainly."""

import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import get_args

import pytest

from clubs.demo import shapes
from clubs.demo.content import DEMO_CLUBS
from clubs.demo.events import DEMO_EVENTS
from clubs.demo.fill_names import club_names, school_names
from clubs.demo.handles import any_handles
from clubs.demo.head_counts import head_count
from clubs.demo.names import FAMILY_NAMES, GIVEN_NAMES, email_for, person_names
from clubs.demo.occasions import event_date
from clubs.demo.people import PERSONAS
from clubs.demo.proposals import DEMO_PROPOSALS
from clubs.demo.risk import RISK_CHECKS
from clubs.demo.shapes import DemoClub
from clubs.models.clubs import Audience, ClubKind, ClubState, PartOfDay, RiskQuestion, Step
from clubs.models.events import EventAudience
from clubs.models.people import PersonKind
from clubs.models.review import Act, Reason

CLUBS = {club.key: club for club in DEMO_CLUBS}
EVERYTHING = (*DEMO_CLUBS, *DEMO_PROPOSALS, *DEMO_EVENTS, *PERSONAS, *RISK_CHECKS.values())
WEEKDAYS = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri)days?\b")


def texts(value: object) -> Iterator[str]:
    """Every string in the content, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))


def long_texts() -> Iterator[str]:
    return (text for text in texts(EVERYTHING) if len(text) > 60)


def sentences(text: str) -> list[int]:
    """How many words each sentence has."""
    return [len(part.split()) for part in re.split(r"(?<=[.!?])\s+", text) if part.strip()]


def test_every_kind_step_audience_and_state_of_a_club_is_there() -> None:
    assert len(DEMO_CLUBS) == 30
    assert {club.kind for club in DEMO_CLUBS} == set(get_args(shapes.Kind))
    assert {club.state for club in DEMO_CLUBS} == set(get_args(shapes.ClubState))
    assert {club.audience for club in DEMO_CLUBS} == set(get_args(shapes.Audience))
    steps = Counter(club.step for club in DEMO_CLUBS)
    assert steps["open"] >= 8
    assert steps["private"] >= 5
    assert steps["confidential"] >= 8
    assert steps["unlisted"] >= 4


def test_only_the_two_highest_steps_keep_no_list() -> None:
    listless = [club for club in DEMO_CLUBS if club.no_list]
    assert {club.step for club in listless} == {"confidential", "unlisted"}


def test_every_state_of_a_proposal_and_of_an_event_is_there() -> None:
    states = {proposal.state for proposal in DEMO_PROPOSALS}
    assert states == set(get_args(shapes.ProposalState))
    assert {event.state for event in DEMO_EVENTS} == set(get_args(shapes.EventState))
    assert len(DEMO_EVENTS) >= 10


def test_nothing_is_there_twice() -> None:
    for keys in (DEMO_CLUBS, DEMO_PROPOSALS, DEMO_EVENTS, PERSONAS):
        assert len({item.key for item in keys}) == len(keys)
    assert len({club.name for club in DEMO_CLUBS}) == len(DEMO_CLUBS)
    assert len({club.purpose for club in DEMO_CLUBS}) == len(DEMO_CLUBS)
    assert len({event.title for event in DEMO_EVENTS}) == len(DEMO_EVENTS)
    assert len(set(GIVEN_NAMES)) == len(GIVEN_NAMES) >= 160
    assert len(set(FAMILY_NAMES)) == len(FAMILY_NAMES) >= 160


def test_no_room_is_booked_twice() -> None:
    times = [
        (club.place, club.weekday, slot)
        for club in DEMO_CLUBS
        for slot in club.waves or (club.lunch, club.starts)
    ]
    assert max(Counter(times).values()) == 1


@pytest.mark.parametrize("club", DEMO_CLUBS, ids=lambda club: club.key)
def test_a_club_is_complete_and_within_its_limits(club: DemoClub) -> None:
    assert len(club.name) <= 80
    assert len(club.focus) <= 120
    assert len(club.purpose) <= 1000
    assert len(club.first_meeting) <= 1500
    assert 2 <= len(sentences(club.purpose)) <= 4
    assert 3 <= len(sentences(club.first_meeting)) <= 5
    assert len(club.agenda_ideas) >= 5
    assert club.commitment_hints
    assert bool(club.waves) == (club.lunch == "lunch")
    assert club.weekday is not None or club.rule == "cycle"
    assert len(set(club.handles)) == len(club.handles) >= max(12, club.members)
    assert all(len(handle) <= 40 for handle in club.handles)
    assert club.members <= (club.capacity or club.members)


@pytest.mark.parametrize("club", DEMO_CLUBS, ids=lambda club: club.key)
def test_the_page_of_a_confidential_club_does_not_tell_when_or_where(
    club: DemoClub,
) -> None:
    if club.step in ("open", "private"):
        return
    told = " ".join((club.focus, club.purpose, club.first_meeting, *club.commitment_hints))
    assert not WEEKDAYS.search(told)
    assert club.place not in told


def test_a_handle_is_not_a_name() -> None:
    names = {*GIVEN_NAMES, *FAMILY_NAMES}
    words = {word for handle in islice(any_handles(1), 4800) for word in handle.split()}
    assert not names & words


def test_every_club_above_open_has_a_risk_check() -> None:
    assert set(RISK_CHECKS) == {club.key for club in DEMO_CLUBS if club.step != "open"}
    for proposal in DEMO_PROPOSALS:
        assert proposal.risk is not None or proposal.step == "open"


def test_a_change_of_a_page_starts_from_the_page_that_shows() -> None:
    for proposal in DEMO_PROPOSALS:
        for change in proposal.changes:
            assert proposal.club_key is not None
            assert getattr(CLUBS[proposal.club_key], change.field) == change.before
            assert getattr(proposal, change.field) == change.after


def test_a_refusal_gives_a_reason_and_never_meets_peer_support() -> None:
    refused = [p for p in DEMO_PROPOSALS if p.state in ("declined", "appeal")]
    assert all(p.reason_code and p.reason_words for p in refused)
    assert {p.kind for p in refused} == {"interest"}


@pytest.mark.parametrize("today", [date(2026, 11, 21), date(2027, 2, 24), date(2027, 7, 1)])
def test_past_events_are_past_and_coming_ones_come_on_school_days(today: date) -> None:
    for event in DEMO_EVENTS:
        day = event_date(event, today)
        assert day.weekday() < 5
        assert (day < today) == (event.weeks < 0)


def test_events_belong_to_clubs_that_everybody_may_know() -> None:
    for event in DEMO_EVENTS:
        assert len(event.title) <= 100
        for key in (event.club_key, *event.cohosts):
            assert CLUBS[key].step != "unlisted"


def test_the_words_are_those_of_the_tables() -> None:
    pairs: tuple[tuple[object, type[StrEnum]], ...] = (
        (shapes.Kind, ClubKind),
        (shapes.Step, Step),
        (shapes.Audience, Audience),
        (shapes.EventAudience, EventAudience),
        (shapes.PersonKind, PersonKind),
    )
    for literal, enum in pairs:
        assert set(get_args(literal)) == set(enum)
    assert set(get_args(shapes.ClubState)) < set(ClubState)
    assert set(get_args(shapes.When)) < set(PartOfDay)
    assert set(get_args(shapes.Reason)) < set(Reason)
    assert set(get_args(shapes.Act)) < set(Act)
    assert {field.name for field in fields(shapes.RiskCheck)} == set(RiskQuestion)


def test_what_is_said_fits_where_it_is_sealed() -> None:
    for proposal in DEMO_PROPOSALS:
        words = [turn.words for turn in proposal.conversation]
        for said in (*words, proposal.reason_words, proposal.appeal_words):
            assert len(said.encode()) <= 400


def test_the_personas_are_the_eight_agreed_ones_and_fit_their_clubs() -> None:
    personas = {persona.key: persona for persona in PERSONAS}
    assert list(personas) == [
        "student", "member", "leader", "sponsor",
        "other-sponsor", "admin", "caregiver", "district-admin",
    ]  # fmt: skip
    steps = [CLUBS[key].step for key, _ in personas["member"].member_of]
    assert steps == ["open", "private", "confidential", "unlisted"]
    assert not personas["student"].member_of
    assert personas["leader"].leads == personas["sponsor"].sponsors
    assert CLUBS[personas["leader"].leads[0]].step == "confidential"
    for persona in PERSONAS:
        for key, handle in persona.member_of:
            assert (handle == "") == (CLUBS[key].step == "open")
            assert not CLUBS[key].waves or persona.wave in CLUBS[key].waves
            assert handle not in CLUBS[key].handles


def test_nothing_looks_like_an_address_or_a_phone_number() -> None:
    for text in texts(EVERYTHING):
        assert "@" not in text
        assert "http" not in text
        assert not re.search(r"\d{3}[-. ]\d{4}|\d{7}", text)


def test_it_reads_plainly() -> None:
    lengths = [words for text in long_texts() for words in sentences(text)]
    assert sum(lengths) / len(lengths) < 14
    assert max(lengths) <= 30


def test_people_are_always_the_same_for_a_seed_and_none_repeats_early() -> None:
    assert list(person_names(500, 7)) == list(person_names(500, 7))
    assert list(person_names(500, 7)) != list(person_names(500, 8))
    pairs = len(GIVEN_NAMES) * len(FAMILY_NAMES)
    assert len(set(person_names(pairs, 1))) == pairs


def test_an_address_is_plain_letters_and_nobody_elses() -> None:
    used: set[str] = set()
    host = "maplecrest.school.example"
    assert email_for("Siobhán", "O'Brien", used) == f"siobhan.obrien@{host}"
    assert email_for("Dong-hyun", "Sørensen", used) == f"donghyun.sorensen@{host}"
    assert email_for("Siobhán", "O'Brien", used) == f"siobhan.obrien2@{host}"
    pattern = re.compile(rf"[a-z]+\.[a-z]+@{re.escape(host)}")
    for given, family in person_names(30_000, 3):
        assert pattern.fullmatch(email_for(given, family, set()))


def test_a_hundred_thousand_people_are_named_in_seconds() -> None:
    started = time.process_time()
    used: set[str] = set()
    for given, family in person_names(100_000, 1):
        email_for(given, family, used)
    assert len(used) == 100_000
    assert time.process_time() - started < 3


def test_any_number_of_clubs_and_schools_have_names_of_their_own() -> None:
    clubs = list(club_names(20_000, 4))
    assert len({club.name for club in clubs}) == len(clubs)
    assert clubs == list(club_names(20_000, 4))
    assert {club.kind for club in clubs} == set(get_args(shapes.Kind))
    assert {club.step for club in clubs} == set(get_args(shapes.Step))
    assert all(len(club.name) <= 80 for club in clubs)
    rooms = {(club.place, club.weekday, club.wave) for club in clubs}
    assert len(rooms) == len(clubs)
    assert len(set(school_names(500, 4))) == 500
    assert list(school_names(50, 4)) == list(school_names(50, 4))


def test_head_counts_are_believable() -> None:
    rng = random.Random(1)
    counts = [head_count(rng, 12, week) for week in range(15)]
    assert all(2 <= count <= 25 for count in counts)
    assert len(set(counts)) > 4


def test_handles_never_repeat() -> None:
    assert len(set(islice(any_handles(2), 12_000))) == 12_000
