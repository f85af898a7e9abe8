"""What the pages of proposals ask the database."""

from dataclasses import dataclass

from sqlalchemy import select

from clubs.db import db
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.people import Person, PersonKind
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import person_visible_to


@dataclass(frozen=True)
class Stands:
    """A member of staff who stands by a club, or is asked to."""

    person_id: str
    name: str
    accepted: bool


def staff(viewer: Viewer, besides: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """Staff one can ask to sponsor: id and name, in the order of family names."""
    rows = db.session.execute(
        select(Person.id, Person.given_name, Person.family_name)
        .where(
            person_visible_to(viewer),
            Person.kind == PersonKind.STAFF,
            Person.active,
            Person.id.not_in(besides | {viewer.person_id}),
        )
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return [(key, f"{family}, {given}") for key, given, family in rows]


def sponsors_of(club: Club) -> list[Stands]:
    """Whoever holds the club may know who stands by it."""
    rows = db.session.execute(
        select(Person.id, Person.given_name, Person.family_name, Sponsorship.standing)
        .join(Sponsorship, Sponsorship.person_id == Person.id)
        .where(Sponsorship.club_id == club.id, Person.school_id == club.school_id)
        .order_by(Person.family_name, Person.id)
    )
    return [
        Stands(key, f"{given} {family}", standing is SponsorStanding.ACCEPTED)
        for key, given, family, standing in rows
    ]


def open_revision_of(club: Club) -> str | None:
    """The id of the one change of a club's page that waits, if any."""
    return db.session.scalar(
        select(Proposal.id).where(
            Proposal.club_id == club.id,
            Proposal.event_id.is_(None),
            Proposal.stage.in_(OPEN_STAGES),
        )
    )
