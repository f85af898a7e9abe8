"""Whatever a school does to its days: none on a day without school, none lost, none twice,
what has begun untouched, and noon stays noon."""

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from clubs import clock
from clubs.models.meetings import Rule
from clubs.planning.recurrence import Recurs, days_of
from clubs.timetable import Day
from tests.factories import Builder
from tests.planning.world import DAYS, World

ZONES = ["America/Edmonton", "America/Vancouver", "America/New_York", "Europe/London"]
EXAMPLES = settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
days = some.sampled_from(DAYS)
weekdays = some.integers(0, 4)
numbers = some.integers(0, 9)


def chosen(dates: set[date]) -> str:
    return ",".join(sorted(one.isoformat() for one in dates))


rules = some.one_of(
    some.builds(Recurs, some.sampled_from([Rule.WEEKLY, Rule.FORTNIGHTLY]), weekdays),
    some.builds(Recurs, some.just(Rule.MONTHLY), weekdays, some.sampled_from(["1,3", "5"])),
    some.builds(
        Recurs, some.just(Rule.CYCLE), some.none(), some.sampled_from(["1", "2,5"])
    ),
    some.builds(
        Recurs,
        some.just(Rule.DATES),
        some.none(),
        some.sets(days, min_size=1, max_size=6).map(chosen),
    ),
)
closed = some.sampled_from([True, True, False, None])
changes = some.one_of(
    some.tuples(some.just("mark"), days, closed, some.booleans()),
    some.tuples(some.just("mark"), days, closed, some.booleans()),
    some.tuples(some.just("clear"), days),
    some.tuples(some.just("end_term"), some.sampled_from(DAYS[12:])),
    some.tuples(some.just("ring"), some.sampled_from([0, 10])),
    some.tuples(some.just("move"), numbers, days),
    some.tuples(some.just("cancel"), numbers),
    some.tuples(some.just("wait"), some.integers(0, 6)),
)


@EXAMPLES
@given(
    zone=some.sampled_from(ZONES),
    recurs=rules,
    slots=some.sampled_from(["a", "c", "ac"]),
    happens=some.lists(changes, min_size=1, max_size=7),
)
def test_a_series_follows_whatever_happens(
    app: Flask,
    request: pytest.FixtureRequest,
    monday: time_machine.Traveller,
    zone: str,
    recurs: Recurs,
    slots: str,
    happens: list[tuple[Any, ...]],
) -> None:
    request.getfixturevalue("_empty_again")()
    world = World(Builder(app), monday, zone)
    if not world.plan(recurs, slots):
        return
    world.check()
    for what, *how in happens:
        getattr(world, what)(*how)
        world.check()


@given(some.sampled_from(ZONES), some.integers(0, 6), some.times(min_value=time(4)))
def test_a_series_is_at_the_same_time_of_the_wall_all_year(
    zone: str, weekday: int, at: time
) -> None:
    """Whether its clocks change twice a year or, as in some provinces, no more."""
    first, at = date(2026, 9, 1), at.replace(microsecond=0)
    year = [Day(first + clock.days(number)) for number in range(300)]
    for on in days_of(Recurs(Rule.WEEKLY, weekday), year):
        shown = clock.moment(on, at, zone).astimezone(ZoneInfo(zone))
        assert (shown.date(), shown.time()) == (on, at)
