"""The school takes a room back: its meetings go on without one, and people are told."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from datetime import date

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy import select

from clubs import belonging, notices
from clubs.db import db, in_parts
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.meetings import Meeting, Sitting
from clubs.planning.having import give_back, lose, touch
from clubs.planning.loading import occurrences
from clubs.planning.sittings import Occurrence
from clubs.planning.telling import mail_clubs, mark_changed

_MOST_NAMED = 5


def lose_rooms(sitting_ids: Collection[str], reason: str, *, refused: bool = False) -> None:
    """The school takes back the rooms of these sittings' meetings, or (`refused`) says no
    to them, for a reason all may read. The bookings are released, members are told,
    leaders and sponsors get a notice."""
    lost = [one for one in _meetings_of(sitting_ids) if one.meeting.room_id is not None]
    if not lost:
        return
    give_back(lost)
    days: dict[str, list[date]] = defaultdict(list)
    for one in lost:
        words = _members_read(one.meeting.place, reason, refused=refused)
        lose(one.meeting)
        mark_changed(one.meeting, words)
        days[one.meeting.club_id].append(one.meeting.on_date)
    db.session.flush()
    touch(days)
    school_id = lost[0].meeting.school_id
    clubs = db.session.scalars(select(Club).where(Club.id.in_(days))).all()
    mail_clubs(school_id, clubs)
    tell_those_who_run(school_id, days, _runners_read(reason, refused=refused))


def _members_read(room: str, reason: str, *, refused: bool) -> str:
    if refused:
        return _("%(room)s cannot be had: %(why)s.", room=room, why=reason)
    return _("The school needs %(room)s: %(why)s.", room=room, why=reason)


def _runners_read(reason: str, *, refused: bool) -> Callable[[str], str]:
    return lambda when: (_refused if refused else _needed)(when, reason)


def _refused(when: str, reason: str) -> str:
    return _(
        "The school says no to the room of your meetings on %(days)s: %(reason)s. Choose "
        "another place.",
        days=when,
        reason=reason,
    )


def _needed(when: str, reason: str) -> str:
    return _(
        "The school needs the room of your meetings on %(days)s: %(reason)s. Choose "
        "another place.",
        days=when,
        reason=reason,
    )


def _meetings_of(sitting_ids: Collection[str]) -> list[Occurrence]:
    found: dict[str, Occurrence] = {}
    for some in in_parts(sitting_ids):
        meeting_ids = select(Sitting.meeting_id).where(Sitting.id.in_(some))
        found |= {one.meeting.id: one for one in occurrences(Meeting.id.in_(meeting_ids))}
    return list(found.values())


def tell_those_who_run(
    school_id: str, days: Mapping[str, Collection[date]], words: Callable[[str], str]
) -> None:
    """A notice to the leaders and sponsors of each of these clubs, in `words` made of its
    days. In the site, where only they read it; without a list it is pulled, under Today."""
    if not days:
        return
    clubs = {
        one.id: one for one in db.session.scalars(select(Club).where(Club.id.in_(days)))
    }
    for club_id, person_id in sorted(_who_run(school_id, clubs)):
        said = words(_in_words(sorted(set(days[club_id]))))
        notices.tell(school_id, person_id, said, clubs[club_id])


def _who_run(school_id: str, club_ids: Collection[str]) -> set[tuple[str, str]]:
    sponsors = select(Sponsorship.club_id, Sponsorship.person_id).where(
        Sponsorship.club_id.in_(club_ids),
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    people = belonging.in_clubs(school_id, frozenset(club_ids))
    leaders = {
        (one.club_id, one.person_id) for one in people if one.leads and one.person_id
    }
    return leaders | {(row[0], row[1]) for row in db.session.execute(sponsors)}


def _in_words(days: list[date]) -> str:
    """The first few by name: a notice is short."""
    words = ", ".join(format_date(day, "EEEE, MMMM d") for day in days[:_MOST_NAMED])
    more = len(days) - _MOST_NAMED
    if more <= 0:
        return words
    return str(
        ngettext(
            "%(days)s and one more day", "%(days)s and %(num)d more days", more, days=words
        )
    )
