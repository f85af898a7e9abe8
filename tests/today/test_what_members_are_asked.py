"""What members are asked waits on their own page, also where a club keeps no list."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from clubs import clock
from clubs.belonging import Standing
from clubs.models.clubs import Step
from tests.factories import ZONE, Builder
from tests.today.reading import button, waiting
from tests.visitor import Visitor

Visit = Callable[..., Visitor]


# how a student belongs, what they are asked, where they answer
OWN = [
    ({"standing": Standing.OFFERED}, {}, "There is a place for you.", "join"),
    ({"offered_lead": True}, {}, "You are asked to lead it.", "hand-over"),
    ({}, {"loosen_to": Step.OPEN}, "Do you want to stay?", "step"),
    ({"stays": True}, {"loosen_to": Step.OPEN}, "", ""),
    ({"standing": Standing.WAITING}, {}, "", ""),
    ({"standing": Standing.ASKED}, {"loosen_to": Step.OPEN}, "", ""),
    ({}, {}, "", ""),
]


@pytest.mark.parametrize("given, club_given, asked, end", OWN)
@pytest.mark.parametrize("step", [Step.PRIVATE, Step.CONFIDENTIAL, Step.UNLISTED])
def test_what_a_member_is_asked_waits_on_their_own_page(
    build: Builder,
    visitor: Visit,
    given: dict[str, Any],
    club_given: dict[str, Any],
    asked: str,
    end: str,
    step: Step,
) -> None:
    student, soon = build.student(), clock.today(ZONE) + timedelta(days=9)
    club = build.club(step, **club_given, loosen_on=soon if club_given else None)
    build.member(club, student, **given)
    answer = visitor(student).get("/")
    assert bool(waiting(answer)) == bool(asked)
    if asked:
        assert asked in waiting(answer)[0]
        assert button(answer) == f"/c/{club.id}/{end}"


def test_an_event_of_the_club_does_not_hide_the_question_to_stay(
    build: Builder, visitor: Visit
) -> None:
    student, soon = build.student(), clock.today(ZONE) + timedelta(days=9)
    club = build.club(Step.PRIVATE, loosen_to=Step.OPEN, loosen_on=soon)
    build.member(club, student)
    build.meeting(club, clock.today(ZONE) + timedelta(days=1))
    build.event(club, clock.today(ZONE) + timedelta(days=3))
    assert "Do you want to stay?" in waiting(visitor(student).get("/"))[0]


def test_what_waits_without_a_date_claims_none(build: Builder, visitor: Visit) -> None:
    student, club = build.student(), build.club()
    build.member(club, student, offered_lead=True)
    page = visitor(student).get("/")
    assert page.page.select_one(".waiting .icon") is None
    assert waiting(page) == [f"{club.name} You are asked to lead it. Answer – {club.name}"]


@pytest.mark.parametrize("given, club_given, asked, end", OWN[:3])
@pytest.mark.parametrize("step", [Step.CONFIDENTIAL, Step.UNLISTED])
def test_a_club_without_a_list_asks_its_members_here_too(
    build: Builder,
    visitor: Visit,
    given: dict[str, Any],
    club_given: dict[str, Any],
    asked: str,
    end: str,
    step: Step,
) -> None:
    student, soon = build.student(), clock.today(ZONE) + timedelta(days=9)
    club = build.club(
        step, no_list=True, **club_given, loosen_on=soon if club_given else None
    )
    build.member(club, student, **given)
    answer = visitor(student).get("/")
    assert asked in waiting(answer)[0]
    assert button(answer) == f"/c/{club.id}/{end}"
