"""Who belongs, who asks, and my clubs, as pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import and_, select

from clubs import belonging
from clubs.belonging import Belonging, Commitment, Standing
from clubs.db import db
from clubs.membership.next_meetings import Next, next_meetings
from clubs.models.clubs import Club, ClubState
from clubs.models.people import Person
from clubs.policy.ladder import People, wants_mail
from clubs.policy.permissions.joining import may_remove_this
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_visible_to


@dataclass(frozen=True)
class Shown:
    """Somebody in a club, by the name the viewer may know them by."""

    ref: str
    name: str
    leads: bool
    offered_lead: bool
    removable: bool
    commitment: Commitment


@dataclass(frozen=True)
class Asking:
    """Somebody who asks to join, or waits for a place."""

    ref: str
    handle: str
    note: str
    commitment: Commitment
    since: date | None


@dataclass(frozen=True)
class Mine:
    """A club of the viewer's, and how they stand to it. No standing: they sponsor it."""

    id: str
    name: str
    standing: Standing | None
    leads: bool
    offered_lead: bool
    asked_to_stay: bool
    # Whether they are mailed about it; None where they are no member.
    reminded: bool | None
    listed: bool
    state: ClubState
    next: Next | None


def people_of(viewer: Viewer, club: Club) -> list[Shown]:
    """The members as the ladder lets the viewer see them; leaders first."""
    return _shown(viewer, club, [one for one in belonging.in_club(club) if one.member])


def removable(viewer: Viewer, club: Club) -> list[tuple[str, str]]:
    """Members the viewer may remove, and those who wait for a place."""
    in_or_near = (Standing.MEMBER, Standing.WAITING, Standing.OFFERED)
    people = [one for one in belonging.in_club(club) if one.standing in in_or_near]
    shown = _shown(viewer, club, people)
    return [(one.ref, one.name) for one in shown if one.removable]


def at_the_door(viewer: Viewer, club: Club) -> tuple[list[Asking], list[Asking]]:
    """Those who ask, and those who wait for a place; oldest first."""
    people = [one for one in belonging.in_club(club) if one.since]
    names = _names_seen(viewer, club, people)
    found = {
        standing: [
            _asking(one, names, viewer.zone) for one in people if one.standing is standing
        ]
        for standing in (Standing.ASKED, Standing.WAITING)
    }
    return found[Standing.ASKED], found[Standing.WAITING]


def alone_in_leading(viewer: Viewer, club: Club) -> bool:
    """Whether the club would be left without a leader if the viewer went."""
    leaders = [one for one in belonging.in_club(club) if one.leads]
    return club.id in viewer.leads and len(leaders) == 1


def my_clubs(viewer: Viewer) -> list[Mine]:
    """All clubs the viewer has to do with, by name, with what is next in each."""
    known = and_(club_visible_to(viewer), Club.id.in_(viewer.knows))
    clubs = db.session.scalars(select(Club).where(known).order_by(Club.name, Club.id)).all()
    coming = next_meetings(viewer)
    return [
        _mine(viewer.belonging_to(club.id), club, coming.get(club.id)) for club in clubs
    ]


def _mine(one: Belonging | None, club: Club, coming: Next | None) -> Mine:
    return Mine(
        club.id,
        club.name,
        one.standing if one else None,
        leads=one is not None and one.leads,
        offered_lead=one is not None and one.offered_lead,
        asked_to_stay=one is not None and club.loosen_to is not None and not one.stays,
        reminded=wants_mail(club.step, said=one.reminders) if one and one.member else None,
        listed=not club.no_list,
        state=club.state,
        next=coming,
    )


def _shown(viewer: Viewer, club: Club, people: list[Belonging]) -> list[Shown]:
    names = _names_seen(viewer, club, people)
    shown = [
        Shown(
            one.ref,
            names.get(one.person_id or "", one.handle),
            one.leads,
            one.offered_lead,
            bool(may_remove_this(viewer, club, one)),
            one.commitment,
        )
        for one in people
    ]
    return sorted(shown, key=lambda one: (not one.leads, one.name.casefold()))


def _asking(one: Belonging, names: dict[str, str], zone: str) -> Asking:
    name = names.get(one.person_id or "", one.handle)
    day = one.since.astimezone(ZoneInfo(zone)).date() if one.since else None
    return Asking(one.ref, name, one.note, one.commitment, day)


def _names_seen(viewer: Viewer, club: Club, people: list[Belonging]) -> dict[str, str]:
    """Names, where the ladder shows them: on an open club one gives no handle."""
    by_name = viewer.sight_of(club).people is People.NAMES
    return _names(people) if by_name else {}


def _names(members: Iterable[Belonging]) -> dict[str, str]:
    ids = [one.person_id for one in members if one.person_id]
    rows = db.session.execute(
        select(Person.id, Person.given_name, Person.family_name).where(Person.id.in_(ids))
    )
    return {person_id: f"{given} {family}".strip() for person_id, given, family in rows}
