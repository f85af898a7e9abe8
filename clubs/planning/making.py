"""New meetings, and the sittings of those that get others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clubs.db import db
from clubs.models.meetings import Meeting, MeetingSeries, SeriesSlot, Sitting
from clubs.planning.sittings import Occurrence, Part


@dataclass(frozen=True)
class Template:
    """What new meetings of a club begin with."""

    school_id: str
    club_id: str
    zone: str
    place: str
    room_id: str | None = None
    adult_id: str | None = None
    agenda: str = ""
    series_id: str | None = None

    @classmethod
    def of(cls, series: MeetingSeries, zone: str) -> "Template":
        return cls(
            series.school_id,
            series.club_id,
            zone,
            series.place,
            series.room_id,
            series.adult_id,
            series_id=series.id,
        )


def make(*wanted: tuple[Template, dict[date, list[Part]]]) -> list[Occurrence]:
    """A meeting on each of a template's days, with its sittings; two inserts for all."""
    made = [
        _meeting(template, on, parts)
        for template, days in wanted
        for on, parts in days.items()
    ]
    db.session.add_all(one.meeting for one in made)
    db.session.flush()
    db.session.add_all(sitting for one in made for sitting in one.sittings)
    db.session.flush()
    return made


def _meeting(template: Template, on: date, parts: list[Part]) -> Occurrence:
    meeting = Meeting(
        school_id=template.school_id,
        club_id=template.club_id,
        series_id=template.series_id,
        planned_for=on,
        on_date=on,
        zone=template.zone,
        place=template.place,
        room_id=template.room_id,
        adult_id=template.adult_id,
        agenda=template.agenda,
        sequence=0,
    )
    one = Occurrence(meeting, [_sitting(meeting, part) for part in parts])
    one.span()
    return one


def _sitting(meeting: Meeting, part: Part) -> Sitting:
    return Sitting(
        school_id=meeting.school_id,
        meeting_id=meeting.id,
        slot_id=part.slot_id,
        starts=part.starts,
        ends=part.ends,
        held=part.held,
    )


def sit(one: Occurrence, parts: Iterable[Part]) -> None:
    """Give a meeting these sittings; one whose slot stays goes on being the same."""
    before = {sitting.slot_id: sitting for sitting in one.sittings}
    one.sittings = []
    for part in parts:
        sitting = before.pop(part.slot_id, None) or _sitting(one.meeting, part)
        sitting.starts, sitting.ends, sitting.held = part.starts, part.ends, part.held
        one.sittings.append(sitting)
    for sitting in before.values():
        db.session.delete(sitting)
    db.session.add_all(one.sittings)
    one.span()


def say_slots(series: MeetingSeries, slot_ids: Iterable[str]) -> None:
    """The slots in which a new series has its sittings."""
    db.session.add_all(
        SeriesSlot(series_id=series.id, slot_id=slot_id, school_id=series.school_id)
        for slot_id in dict.fromkeys(slot_ids)
    )
