"""A cancelled event is news for a week, for those it was meant for, however far ahead."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from clubs import clock
from clubs.models.clubs import Step
from clubs.models.events import Event, EventAudience, EventState
from tests.factories import ZONE, Builder
from tests.visitor import Answer, Visitor

Visit = Callable[..., Visitor]
WHY = "The gym is closed"


def cancelled(build: Builder, days_ahead: int, days_ago: int) -> Event:
    today = clock.today(ZONE)
    return build.event(
        build.club(Step.CONFIDENTIAL, sponsor=build.staff()),
        today + timedelta(days=days_ahead),
        state=EventState.CANCELLED,
        audience=EventAudience.SCHOOL,
        title="Lantern Week",
        changed_on=today - timedelta(days=days_ago),
        cancelled_because=WHY,
    )


def headings(answer: Answer) -> list[str]:
    """Under which headings the event is shown."""
    return [
        section.h2.get_text(strip=True)
        for section in answer.page.select("main section")
        if section.h2 is not None and "Lantern Week" in section.get_text()
    ]


# days ahead, cancelled how many days ago, under which headings
NEWS = [
    (3, 0, ["What changed"]),
    (40, 7, ["What changed"]),
    (3, 8, ["Events in the next two weeks"]),
    (40, 8, []),
    (-1, 2, []),
]


@pytest.mark.parametrize("ahead, ago, shown", NEWS)
def test_a_cancelled_event_is_news_for_a_week(
    build: Builder, visitor: Visit, ahead: int, ago: int, shown: list[str]
) -> None:
    event = cancelled(build, ahead, ago)
    page = visitor(build.student()).get("/")
    assert headings(page) == shown
    if shown:
        assert page.page.select_one(f'main a[href="/e/{event.id}"]')
        assert page.words.count("Cancelled") == 1
    assert (WHY in page.words) == (shown == ["What changed"])


def test_those_it_was_not_meant_for_read_nothing(build: Builder, visitor: Visit) -> None:
    cancelled(build, 3, 0)
    assert headings(visitor(build.caregiver()).get("/")) == []


def test_many_events_do_not_push_it_out(build: Builder, visitor: Visit) -> None:
    club, tomorrow = build.club(), clock.today(ZONE) + timedelta(days=1)
    for _number in range(7):
        build.event(club, tomorrow)
    cancelled(build, 40, 0)
    assert headings(visitor(build.student()).get("/")) == ["What changed"]
