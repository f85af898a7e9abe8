"""The people who run a club hear what became of a room."""

from datetime import date

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy import select

from clubs import belonging, notices
from clubs.booking import Lost
from clubs.db import db
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.events import Event
from clubs.planning import rooming


def tell_of_loss(lost: Lost, reason: str) -> None:
    """Clubs hear at once that the school has taken a room back, and why."""
    if lost.sitting_ids:
        rooming.lose_rooms(lost.sitting_ids, reason)
    for event_id, days in lost.events.items():
        event = db.session.get_one(Event, event_id)
        words = _(
            "The school has taken back the room of your event on %(days)s: %(reason)s",
            days=days_told(days),
            reason=reason,
        )
        tell_who_runs(db.session.get_one(Club, event.club_id), words)


def tell_who_runs(club: Club, words: str) -> None:
    """A sealed notice to sponsors, and to leaders where the club keeps a list."""
    leaders = {one.person_id for one in belonging.in_club(club) if one.leads}
    sponsors = db.session.scalars(
        select(Sponsorship.person_id).where(
            Sponsorship.club_id == club.id,
            Sponsorship.standing == SponsorStanding.ACCEPTED,
        )
    )
    for person_id in sorted({one for one in leaders if one} | set(sponsors)):
        notices.tell(club.school_id, person_id, words, club)


def days_told(days: list[date]) -> str:
    """Such as "Tue, Dec 1", or "Tue, Dec 1 and 12 more days"."""
    first = format_date(days[0], "EEE, MMM d")
    if len(days) == 1:
        return str(first)
    if len(days) == 2:
        return str(_("%(day)s and 1 more day", day=first))
    return str(_("%(day)s and %(count)s more days", day=first, count=len(days) - 1))
