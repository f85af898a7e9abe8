"""The sponsor or substitute who will be there."""

from flask_babel import format_date, format_time
from flask_babel import gettext as _
from sqlalchemy import select

from clubs import notices
from clubs.db import db
from clubs.meetings.services.holding import hold, occurrence, this_and_later
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.meetings import Meeting, MeetingSeries
from clubs.models.people import Person, PersonKind
from clubs.policy.permissions import NotAllowed, require
from clubs.policy.permissions import meetings as may
from clubs.policy.viewer import Viewer


def name_adult(
    actor: Viewer, club: Club, meeting: Meeting, person_id: str | None, *, later: bool
) -> None:
    """Say who will be there, or that nobody is named; for this one or all later ones too.

    Who is not a sponsor of the club is told what they have to know: when and where.
    """
    held = hold(actor, club)
    fresh = occurrence(meeting).meeting
    require(may.may_name_adult(actor, held.club, fresh))
    if person_id is not None:
        require_may_be_there(actor, held.club, person_id)
    named = this_and_later(fresh) if later else [occurrence(fresh)]
    for one in named:
        if may.may_name_adult(actor, held.club, one.meeting):
            one.meeting.adult_id = person_id
    if later and fresh.series_id is not None:
        db.session.get_one(MeetingSeries, fresh.series_id).adult_id = person_id
    if person_id is not None and person_id != actor.person_id:
        _tell(fresh, person_id)


def adult_for(actor: Viewer, club: Club, person_id: str | None) -> str | None:
    """Whom a plan names; if nobody, then the club's sponsor where it has just one."""
    if person_id is None:
        sponsors = _sponsors(club)
        return sponsors[0] if len(sponsors) == 1 else None
    require_may_be_there(actor, club, person_id)
    return person_id


def require_may_be_there(actor: Viewer, club: Club, person_id: str) -> None:
    """A sponsor of the club, or staff of its school as far as the actor may name them."""
    if person_id in _sponsors(club):
        return
    require(may.may_name_substitute(actor, club))
    works_here = select(Person.id).where(
        Person.id == person_id,
        Person.school_id == club.school_id,
        Person.kind == PersonKind.STAFF,
        Person.active,
    )
    if db.session.scalar(works_here) is None:
        raise NotAllowed(_("Only staff who work here can be there."))


def _sponsors(club: Club) -> list[str]:
    found = (
        select(Person.id)
        .join(Sponsorship, Sponsorship.person_id == Person.id)
        .where(
            Sponsorship.club_id == club.id,
            Sponsorship.standing == SponsorStanding.ACCEPTED,
            Person.active,
        )
    )
    return list(db.session.scalars(found.order_by(Person.id)))


def _tell(meeting: Meeting, person_id: str) -> None:
    """In the site, where only they read it: a substitute may not know the club."""
    words = _(
        "You are named as the adult at a meeting on %(day)s at %(time)s, %(place)s. "
        "You find it under Today.",
        day=format_date(meeting.on_date, "EEEE, MMMM d"),
        time=format_time(meeting.starts, "H:mm", rebase=False),
        place=meeting.place,
    )
    notices.tell(meeting.school_id, person_id, words)
