"""Meetings are brought to their new days: none lost, none twice."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as some

from clubs import clock
from clubs.planning.matching import Existing, Matching, match

FIRST = date(2026, 11, 16)
DAYS = [FIRST + clock.days(number) for number in range(40)]
days = some.sampled_from(DAYS)


@some.composite
def rows(draw: some.DrawFn) -> list[Existing]:
    """Meetings for different days; some moved by hand, some off."""
    return [
        Existing(
            str(number),
            on,
            draw(days) if draw(some.booleans()) else on,
            draw(some.booleans()),
        )
        for number, on in enumerate(draw(some.lists(days, unique=True, max_size=20)))
    ]


closures = some.sets(days, max_size=15)
wishes = some.sets(days, max_size=20)


def matched(existing: list[Existing], wanted: set[date], closed: set[date]) -> Matching:
    return match(existing, wanted - closed, lambda on: on not in closed)


@given(rows(), wishes, closures)
def test_none_is_lost_and_none_is_made_twice(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    found = matched(existing, wanted, closed)
    assert sorted(one.id for one in found.placed) == sorted(one.id for one in existing)
    planned = [one.planned_for for one in found.placed] + found.new
    assert len(planned) == len(set(planned))
    assert wanted - closed <= set(planned)


@given(rows(), wishes, closures)
def test_nothing_takes_place_on_a_day_without_school(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    found = matched(existing, wanted, closed)
    assert not {one.on_date for one in found.placed if one.fits} & closed
    assert not set(found.new) & closed


@given(rows(), wishes, closures)
def test_what_was_moved_by_hand_stays_there_while_there_is_school(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    found = {one.id: one for one in matched(existing, wanted, closed).placed}
    for one in existing:
        if one.moved:
            assert found[one.id].on_date == one.on_date
            assert found[one.id].fits == (one.on_date not in closed)


@given(rows(), wishes, closures)
def test_a_meeting_whose_day_is_still_wanted_keeps_it(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    found = {one.id: one for one in matched(existing, wanted, closed).placed}
    for one in existing:
        if one.planned_for in wanted - closed:
            assert found[one.id].planned_for == one.planned_for


@given(rows(), wishes, closures)
def test_only_what_fits_no_wanted_day_has_no_place(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    for one in matched(existing, wanted, closed).placed:
        if not one.fits:
            assert one.planned_for not in wanted - closed or one.on_date in closed


@given(rows(), wishes, closures)
def test_matching_again_changes_nothing(
    existing: list[Existing], wanted: set[date], closed: set[date]
) -> None:
    first = matched(existing, wanted, closed)
    off = {one.id: one.off for one in existing}
    again = [Existing(p.id, p.planned_for, p.on_date, off[p.id]) for p in first.placed]
    again += [Existing(f"new {on}", on, on) for on in first.new]
    second = matched(again, wanted, closed)
    assert second.new == []
    assert {(p.id, p.planned_for, p.on_date) for p in second.placed} == {
        (one.id, one.planned_for, one.on_date) for one in again
    }


def on(*numbers: int) -> list[date]:
    return [FIRST + clock.days(number) for number in numbers]


def test_a_shift_moves_each_meeting_on_in_order() -> None:
    existing = [Existing(str(n), day, day) for n, day in enumerate(on(1, 9, 17))]
    found = match(existing, on(2, 10, 18), lambda day: True)
    assert [(one.id, one.on_date) for one in found.placed] == list(
        zip("012", on(2, 10, 18), strict=True)
    )


def test_a_day_that_falls_out_does_not_push_the_others_on() -> None:
    existing = [Existing(str(n), day, day) for n, day in enumerate(on(1, 8, 15))]
    found = match(existing, on(8, 15, 22), lambda day: day not in on(1))
    assert [one.fits for one in found.placed] == [False, True, True]
    assert found.new == on(22)


def test_with_fewer_days_those_that_take_place_go_first() -> None:
    first, second = on(1, 3)
    existing = [Existing("off", first, first, off=True), Existing("on", second, second)]
    found = match(existing, on(4), lambda day: True)
    assert [(one.id, one.fits) for one in found.placed] == [("off", False), ("on", True)]
