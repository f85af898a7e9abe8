"""A term of meetings: past ones with head counts, coming ones in rooms, some changed."""

from collections.abc import Iterable, Iterator
from datetime import date

from clubs import clock
from clubs.demo.bells import AFTER
from clubs.demo.filling.changes import change, extra_words
from clubs.demo.filling.days import next_school_day
from clubs.demo.filling.place import Place, Stood
from clubs.demo.filling.planned import Planned, adult_for, book, plan_on, slots_of
from clubs.demo.filling.rows import keep
from clubs.demo.filling.words import CANCELLED_BEFORE
from clubs.demo.head_counts import head_count
from clubs.models.meetings import MeetingSeries, MeetingState, Rule, SeriesSlot
from clubs.planning.recurrence import Recurs, days_of

_FELL_OUT = 0.04
_NOT_COUNTED_YET = 1 / 3


def clubs_that_meet(place: Place) -> list[Stood]:
    return [one for one in place.clubs.values() if one.written.state != "closed"]


def keep_meetings(place: Place, clubs: Iterable[Stood], first: date, last: date) -> None:
    """One series for each of these clubs, its meetings, and rooms for those to come."""
    everything: list[tuple[MeetingSeries, Stood]] = [
        (_series(place, stood, first, last), stood) for stood in clubs
    ]
    keep(series for series, _stood in everything)
    keep(slot for one in everything for slot in _series_slots(place, *one))
    planned = [one for each in everything for one in _meetings(place, *each)]
    keep(one.meeting for one in planned)
    keep(sitting for one in planned for sitting in one.sittings)
    keep(booking for one in planned for booking in one.bookings)
    keep(block for one in planned for block in one.blocks)


def _series(place: Place, stood: Stood, first: date, last: date) -> MeetingSeries:
    club = stood.written
    room = place.rooms.get(club.place)
    return MeetingSeries(
        school_id=place.school.id,
        club_id=stood.row.id,
        rule=Rule(club.rule),
        weekday=club.weekday,
        chosen=club.chosen,
        first_on=first,
        last_on=last if club.state != "paused" else place.today - clock.days(1),
        starts=club.starts,
        ends=club.ends,
        room_id=room.id if room else None,
        place=club.place,
        adult_id=stood.sponsor_id,
    )


def _series_slots(
    place: Place, series: MeetingSeries, stood: Stood
) -> Iterator[SeriesSlot]:
    for slot_id in slots_of(place, stood):
        yield SeriesSlot(series_id=series.id, slot_id=slot_id, school_id=place.school.id)


def _meetings(place: Place, series: MeetingSeries, stood: Stood) -> Iterator[Planned]:
    recurs = Recurs(series.rule, series.weekday, series.chosen)
    open_days = list(place.timetable.open_days(series.first_on, series.last_on))
    on_days = days_of(recurs, open_days, begins=series.first_on)
    past = [on for on in on_days if on < place.today]
    yield from _over(place, series, stood, past)
    for number, on in enumerate(one for one in on_days if one >= place.today):
        planned = plan_on(place, stood, on, len(past) + number, series.id)
        if planned is not None:
            planned.meeting.adult_id = adult_for(place, stood, planned)
            change(place, stood, planned, number)
            book(place, stood, planned)
            yield planned
    yield from _extra(place, stood)


def _over(
    place: Place, series: MeetingSeries, stood: Stood, on_days: list[date]
) -> Iterator[Planned]:
    """Most took place and were counted; a few fell out; the last may not be counted yet."""
    counted = place.rng.random() >= _NOT_COUNTED_YET
    for week, on in enumerate(on_days):
        planned = plan_on(place, stood, on, week, series.id)
        if planned is None:
            continue
        planned.meeting.adult_id = stood.sponsor_id
        if counted or on != on_days[-1]:
            _let_it_be_over(place, stood, planned, week)
        yield planned


def _let_it_be_over(place: Place, stood: Stood, planned: Planned, week: int) -> None:
    meeting = planned.meeting
    if place.rng.random() < _FELL_OUT:
        meeting.state = MeetingState.CANCELLED
        meeting.changed_on = meeting.on_date - clock.days(1)
        meeting.change_words = place.rng.choice(CANCELLED_BEFORE)
        return
    held = [one for one in planned.sittings if one.held]
    usual = stood.written.usual_head_count // len(held)
    for sitting in held:
        sitting.head_count = head_count(place.rng, usual, week)


def _extra(place: Place, stood: Stood) -> Iterator[Planned]:
    """One more meeting on the next school day, unless the club meets then anyway."""
    words = extra_words(place, stood)
    on = next_school_day(place.timetable, place.today)
    if words is None or on.weekday() == stood.written.weekday:
        return
    # Where it stays calm: a confidential club meets once more after school.
    slots = [place.slots[AFTER]] if stood.written.step == "confidential" else None
    planned = plan_on(place, stood, on, 0, None, slots)
    if planned is not None:
        planned.meeting.agenda = words
        planned.meeting.adult_id = adult_for(place, stood, planned)
        book(place, stood, planned)
        yield planned
