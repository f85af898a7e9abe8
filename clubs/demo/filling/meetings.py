"""A term of meetings: past ones with head counts, coming ones, a few that changed."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from clubs import clock
from clubs.db import Model
from clubs.demo.filling.days import meeting_days, next_school_day
from clubs.demo.filling.place import Place, Stood
from clubs.demo.filling.words import CANCELLED, CANCELLED_BEFORE, EXTRA, MOVED, MOVED_TO
from clubs.demo.head_counts import head_count
from clubs.models.meetings import Meeting, MeetingSeries, MeetingState, Sitting

_AFTER_SCHOOL = time(15, 30)
_FELL_OUT = 0.04
# The last meeting of every third club still waits to be counted.
_UNCOUNTED = 3


def series_of(place: Place, first: date, last: date) -> list[MeetingSeries]:
    """One weekly series for each club that is not closed."""
    return [
        MeetingSeries(
            school_id=place.school.id,
            club_id=stood.row.id,
            weekday=stood.written.weekday,
            first_on=first,
            last_on=last,
        )
        for stood in place.clubs.values()
        if stood.written.state != "closed"
    ]


def meetings_of(place: Place, series: list[MeetingSeries]) -> Iterator[Model]:
    by_club = {stood.row.id: stood for stood in place.clubs.values()}
    for number, one in enumerate(series):
        stood = by_club[one.club_id]
        yield from _occurrences(place, stood, one, counted=number % _UNCOUNTED != 0)
        if place.first and stood.written.key in EXTRA:
            yield from _extra(place, stood)


def _occurrences(
    place: Place, stood: Stood, series: MeetingSeries, *, counted: bool
) -> Iterator[Model]:
    last = series.last_on if stood.written.state != "paused" else place.today
    days = list(meeting_days(series.weekday or 0, series.first_on, last))
    coming = [day for day in days if day >= place.today]
    past = [day for day in days if day < place.today]
    for week, day in enumerate(past):
        meeting = _meeting(place, stood, day, week, series.id)
        sitting = _sitting(place, stood, meeting)
        if counted or day != past[-1]:
            _let_it_be_over(place, stood, meeting, sitting, week)
        yield meeting
        yield sitting
    for week, day in enumerate(coming, start=len(past)):
        meeting = _meeting(place, stood, day, week, series.id)
        if day == coming[0]:
            _change(place, stood, meeting)
        yield meeting
        yield _sitting(place, stood, meeting)


def _meeting(
    place: Place, stood: Stood, day: date, week: int, series_id: str | None
) -> Meeting:
    club = stood.written
    ideas = club.agenda_ideas
    return Meeting(
        school_id=place.school.id,
        club_id=stood.row.id,
        series_id=series_id,
        planned_for=day,
        on_date=day,
        starts=club.starts,
        ends=_later(club.starts, club.minutes),
        zone=place.school.zone,
        place=club.place,
        agenda=ideas[week % len(ideas)] if ideas else "",
        state=MeetingState.PLANNED,
        change_words="",
    )


def _sitting(place: Place, stood: Stood, meeting: Meeting) -> Sitting:
    wave = stood.written.wave
    return Sitting(
        school_id=place.school.id,
        meeting_id=meeting.id,
        slot_id=place.waves[wave] if wave else None,
        starts=meeting.starts,
        ends=meeting.ends,
    )


def _let_it_be_over(
    place: Place, stood: Stood, meeting: Meeting, sitting: Sitting, week: int
) -> None:
    """Most took place and were counted; a few fell out."""
    if place.rng.random() < _FELL_OUT:
        meeting.state = MeetingState.CANCELLED
        meeting.changed_on = meeting.on_date - clock.days(1)
        meeting.change_words = place.rng.choice(CANCELLED_BEFORE)
        return
    sitting.head_count = head_count(place.rng, stood.written.usual_head_count, week)


def _change(place: Place, stood: Stood, meeting: Meeting) -> None:
    """Move or cancel the next meeting of the clubs that are named for it."""
    key = stood.written.key
    if key in CANCELLED:
        meeting.state = MeetingState.CANCELLED
    elif key in MOVED:
        meeting.place = MOVED_TO[key]
    else:
        return
    meeting.changed_on = place.today
    meeting.change_words = (CANCELLED | MOVED)[key]


def _extra(place: Place, stood: Stood) -> Iterator[Model]:
    """One more meeting on the next school day, unless the club meets then anyway."""
    day = next_school_day(place.today)
    club = stood.written
    if day.weekday() == club.weekday:
        return
    meeting = _meeting(place, stood, day, 0, None)
    meeting.agenda = EXTRA[club.key]
    if club.step == "confidential":
        meeting.starts, meeting.ends = _AFTER_SCHOOL, _later(_AFTER_SCHOOL, 60)
    yield meeting
    sitting = _sitting(place, stood, meeting)
    if club.step == "confidential":
        sitting.slot_id = None
    yield sitting


def _later(start: time, minutes: int) -> time:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
