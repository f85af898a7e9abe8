"""What has become of meetings after their days changed: who is told, which rooms go."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club
from clubs.planning.before import Before, change_words
from clubs.planning.having import give_back, keep_rooms, touch
from clubs.planning.rooming import tell_those_who_run
from clubs.planning.sittings import Occurrence
from clubs.planning.telling import mail_clubs, mark_changed
from clubs.timetable import Timetable


@dataclass
class Outcome:
    """Collects what differs, and at the end acts on all of it at once."""

    timetable: Timetable
    touched: set[str] = field(default_factory=set)
    elsewhere: list[Occurrence] = field(default_factory=list)
    given_back: list[Occurrence] = field(default_factory=list)

    def note(self, one: Occurrence, before: Before, reason: str) -> None:
        """A meeting that was settled; `reason` is why it does not take place, or ""."""
        if not one.planned and not before.planned:
            self._note_off(one, before, reason)
        elif reason:
            self.given_back.append(one)
            self._tell(one, reason)
        elif words := change_words(before, one, self.timetable):
            self.elsewhere.append(one)
            self._tell(one, words)

    def _note_off(self, one: Occurrence, before: Before, reason: str) -> None:
        """It did not take place before either: only calendars may have to know."""
        meeting, now = one.meeting, Before.of(one)
        if meeting.by_calendar:
            meeting.change_words = reason
        if now != before:
            meeting.sequence += 1
            self.touched.add(meeting.club_id)

    def note_new(self, made: list[Occurrence]) -> None:
        self.elsewhere += made
        self.touched |= {one.meeting.club_id for one in made}

    def _tell(self, one: Occurrence, words: str) -> None:
        mark_changed(one.meeting, words)
        self.touched.add(one.meeting.club_id)

    def act(self, school_id: str) -> None:
        """Rooms first go back and are then booked anew; each member gets one mail."""
        db.session.flush()
        give_back(self.given_back)
        without = keep_rooms(self.elsewhere)
        days: dict[str, list[date]] = defaultdict(list)
        for one in without:
            mark_changed(one.meeting, _("Its room is not available at the new time."))
            days[one.meeting.club_id].append(one.meeting.on_date)
        db.session.flush()
        touch(self.touched)
        clubs = db.session.scalars(select(Club).where(Club.id.in_(self.touched))).all()
        mail_clubs(school_id, clubs)
        tell_those_who_run(school_id, days, no_room_any_more)


def no_room_any_more(days: str) -> str:
    return _(
        "The days or times of your meetings have changed, and there is no room on "
        "%(days)s. Choose another place.",
        days=days,
    )
