"""Cancelling an event, with notice."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import time_machine

from clubs.db import db
from clubs.events import services
from clubs.models.audit import AuditEntry
from clubs.models.events import EventState
from clubs.policy.permissions import NotAllowed
from tests.events.reading import again, part
from tests.factories import Builder
from tests.visitor import Visitor

Visit = Callable[..., Visitor]
DAY = date(2026, 11, 30)
WHY: dict[str, Any] = {"because": "The gym is closed"}


def record(build: Builder) -> list[tuple[str, str]]:
    with build.site():
        entries = db.session.scalars(db.select(AuditEntry))
        return [(one.act, one.subject) for one in entries]


@pytest.mark.parametrize("who", ["leader", "sponsor"])
def test_those_who_run_the_club_call_it_off(
    build: Builder, visitor: Visit, who: str
) -> None:
    person = build.student() if who == "leader" else build.staff()
    given: dict[str, Any] = {who: person}
    event = build.event(build.club(**given), DAY)
    visit = visitor(person)
    visit.submit(visit.get(f"/e/{event.id}/cancel"), **WHY)
    now = again(build, event)
    assert now.state is EventState.CANCELLED
    assert (now.cancelled_because, now.changed_on) == (WHY["because"], date(2026, 11, 16))
    classmate = visitor(build.student())
    shown = classmate.get(f"/e/{event.id}").words
    assert "This event is cancelled. The gym is closed" in shown
    assert "Cancelled" in classmate.get("/events").words
    assert record(build) == []


def test_the_school_calls_it_off_on_the_record(build: Builder, visitor: Visit) -> None:
    event = build.event(build.club(), DAY)
    visitor(build.admin()).post(f"/e/{event.id}/cancel", WHY)
    assert again(build, event).state is EventState.CANCELLED
    assert record(build) == [("event_cancelled", f"event:{event.id}")]


def test_who_said_they_come_sees_it_and_can_take_it_back(
    build: Builder, visitor: Visit
) -> None:
    leader, student = build.student(), build.student()
    event = build.event(build.club(leader=leader), DAY)
    visit = visitor(student)
    visit.post(f"/e/{event.id}/come")
    visitor(leader).post(f"/e/{event.id}/cancel", WHY)
    page = visit.get(f"/e/{event.id}")
    assert "cancelled" in page.words
    visit.submit(page, "/stay-away")


def test_nobody_else_calls_it_off(build: Builder, visitor: Visit) -> None:
    club, member = build.club(), build.student()
    build.member(club, member)
    event = build.event(club, DAY, audience="families")
    for person in (member, build.student(), build.staff(), build.caregiver()):
        visitor(person).get(f"/e/{event.id}/cancel", expect=403)
        visitor(person).post(f"/e/{event.id}/cancel", WHY, expect=403)
        assert "Cancel it" not in visitor(person).get(f"/e/{event.id}").words
        with build.acting(person) as viewer, pytest.raises(NotAllowed):
            services.cancel(viewer, event, because="x")
    assert again(build, event).state is EventState.APPROVED


@pytest.mark.parametrize("because", ["", "  ", "x" * 201])
def test_a_reason_is_needed_and_kept_short(
    build: Builder, visitor: Visit, because: str
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), DAY)
    fields = {"because": because}
    page = visitor(leader).post(f"/e/{event.id}/cancel", fields, expect=422)
    assert part(page, ".error-summary a")
    assert again(build, event).state is EventState.APPROVED


@pytest.mark.parametrize("state", [one for one in EventState if one != "approved"])
def test_only_what_takes_place_can_be_called_off(
    build: Builder, visitor: Visit, state: EventState
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), DAY, state=state)
    visitor(leader).post(f"/e/{event.id}/cancel", WHY, expect=403)
    assert again(build, event).state is state


def test_what_is_over_cannot_be_called_off(
    build: Builder, visitor: Visit, monday: time_machine.Traveller
) -> None:
    leader = build.student()
    event = build.event(build.club(leader=leader), date(2026, 11, 16))
    assert "Cancel it" in visitor(leader).get(f"/e/{event.id}").words
    monday.move_to("2026-11-16T18:45:00Z")
    visitor(leader).post(f"/e/{event.id}/cancel", WHY, expect=403)
