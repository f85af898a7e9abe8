"""The people who run a club hear what became of a room."""

from datetime import date

from flask_babel import format_date, ngettext
from flask_babel import gettext as _

from clubs.booking import Lost
from clubs.db import db
from clubs.models.events import Event
from clubs.planning.rooming import lose_rooms, tell_those_who_run


def tell_of_loss(lost: Lost, reason: str) -> None:
    """Clubs hear at once that the school has taken a room back, and why."""
    if lost.sitting_ids:
        lose_rooms(lost.sitting_ids, reason)
    for event_id, days in lost.events.items():
        event = db.session.get_one(Event, event_id)

        def words(when: str) -> str:
            return str(
                _(
                    "The school needs the room of your event on %(days)s: %(reason)s.",
                    days=when,
                    reason=reason,
                )
            )

        tell_those_who_run(event.school_id, {event.club_id: days}, words)


def days_told(days: list[date]) -> str:
    """Such as "Tue, Dec 1", or "Tue, Dec 1 and 12 more days"."""
    first = format_date(days[0], "EEE, MMM d")
    if len(days) == 1:
        return str(first)
    more = len(days) - 1
    return str(
        ngettext(
            "%(day)s and %(num)d more day",
            "%(day)s and %(num)d more days",
            more,
            day=first,
        )
    )
