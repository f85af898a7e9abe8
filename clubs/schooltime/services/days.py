"""Say something about single dates: closed, of another kind, another cycle day."""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import delete

from clubs.db import db
from clubs.models.timetable import DayMark
from clubs.policy.permissions import TooLate
from clubs.policy.viewer import Viewer
from clubs.schooltime.services.following import follow, held_school, write_down
from clubs.timetable import ordinary_days


@dataclass(frozen=True)
class Said:
    """What an admin says of a date; see models.timetable.DayMark."""

    closed: bool | None = None
    words: str = ""
    day_type_id: str | None = None
    cycle_day: int | None = None
    keeps_count: bool = False

    @property
    def nothing(self) -> bool:
        only_words = self.closed is None and not (self.day_type_id or self.cycle_day)
        return only_words and not self.words


def mark_day(actor: Viewer, on: date, said: Said) -> None:
    """What was typed about this date before is replaced, perhaps by nothing."""
    school = held_school(actor)
    if said.nothing:
        _forget(school.id, on)
    else:
        _say(school.id, on, said)
    db.session.flush()
    write_down(actor, f"calendar changed: {on.isoformat()}")
    follow(school)


def clear_day(actor: Viewer, on: date) -> None:
    """Forget what was typed; what a calendar says of the date counts again."""
    school = held_school(actor)
    if not _forget(school.id, on):
        raise TooLate(_("Nothing is said about this day any more."))
    write_down(actor, f"calendar changed: {on.isoformat()}")
    follow(school)


def close_days(actor: Viewer, first: date, last: date, said: Said) -> int:
    """Close every day between the two that would have school; how many."""
    school = held_school(actor)
    days = ordinary_days(school, first, last)
    for on in days:
        _say(school.id, on, said)
    db.session.flush()
    if days:
        write_down(actor, f"calendar changed: {first.isoformat()} – {last.isoformat()}")
        follow(school)
    return len(days)


def _forget(school_id: str, on: date) -> bool:
    """Whether anything had been typed."""
    typed = delete(DayMark).where(
        DayMark.school_id == school_id, DayMark.on_date == on, DayMark.source == ""
    )
    return db.session.execute(typed.returning(DayMark.on_date)).first() is not None


def _say(school_id: str, on: date, said: Said) -> None:
    db.session.merge(
        DayMark(
            school_id=school_id,
            on_date=on,
            source="",
            closed=said.closed,
            words=said.words,
            day_type_id=said.day_type_id,
            cycle_day=said.cycle_day,
            keeps_count=said.keeps_count,
        )
    )
