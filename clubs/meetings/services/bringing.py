"""Bring the meetings of a series over to another rule, time and place."""

from dataclasses import dataclass

from flask_babel import gettext as _

from clubs import clock
from clubs.meetings.services.changing import before_words, forget_counts
from clubs.meetings.services.holding import Held
from clubs.meetings.services.when import Days
from clubs.models.meetings import MeetingSeries
from clubs.planning.before import Before
from clubs.planning.having import give_back, have_rooms
from clubs.planning.making import Template, make, sit
from clubs.planning.matching import match
from clubs.planning.rematching import existing_of, place
from clubs.planning.settling import settle
from clubs.planning.sittings import Occurrence, parts_on
from clubs.planning.telling import mark_changed
from clubs.timetable import timetable_of


@dataclass(frozen=True)
class _Was:
    """What members knew of a meeting."""

    before: Before
    place: str
    words: str


def bring_over(
    held: Held,
    meetings: list[Occurrence],
    series: MeetingSeries,
    days: Days,
    old_adult_id: str | None,
) -> None:
    """The same meetings on the new days, new ones where there are too few; their rooms.

    Raises booking.NotAvailable with all days on which the room cannot be had.
    """
    last = max([days.pattern.last, *(one.meeting.on_date for one in meetings)])
    today = clock.today(held.school.zone)
    timetable = timetable_of(held.school.id, today, last)
    was = {
        one.meeting.id: _Was(Before.of(one), one.meeting.place, before_words(one))
        for one in meetings
    }
    rows = [one.meeting for one in meetings]
    found = match(existing_of(rows), days.parts, lambda on: timetable.day(on).open)
    fits = {one.id: one.fits for one in found.placed}
    for one in meetings:
        one.meeting.series_id = series.id
        _take_from(series, one, old_adult_id)
    place(rows, {one.id: one for one in found.placed})
    for one in meetings:
        pattern, on = days.pattern, one.meeting.on_date
        sit(one, parts_on(timetable, on, pattern.slot_ids, pattern.own))
        forget_counts(one)
        no_place = "" if fits[one.meeting.id] else _("The club meets on other days now.")
        _mark(one, was[one.meeting.id], settle(one, timetable, no_place))
    template = Template.of(series, held.school.zone)
    made = make((template, {on: days.parts[on] for on in found.new}))
    give_back(one for one in meetings if not one.planned)
    have_rooms([one for one in [*meetings, *made] if one.planned])


def _take_from(series: MeetingSeries, one: Occurrence, old_adult_id: str | None) -> None:
    meeting = one.meeting
    meeting.room_id, meeting.place = series.room_id, series.place
    meeting.lost_room_id = None
    # A substitute who was named for one of them stays.
    if meeting.adult_id in (None, old_adult_id):
        meeting.adult_id = series.adult_id


def _mark(one: Occurrence, was: _Was, reason: str) -> None:
    now, meeting = Before.of(one), one.meeting
    if reason and was.before.planned:
        mark_changed(meeting, reason)
    elif now.planned and not was.before.planned:
        mark_changed(meeting, _("It takes place after all."))
    elif now.planned and (now, meeting.place) != (was.before, was.place):
        mark_changed(meeting, was.words)
    elif now != was.before:
        meeting.sequence += 1
