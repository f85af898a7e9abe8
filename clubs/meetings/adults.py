"""Who could be the adult at a meeting."""

from dataclasses import dataclass

from sqlalchemy import and_, select

from clubs.db import db
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.people import Person, PersonKind
from clubs.policy.permissions.meetings import may_name_substitute
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import person_visible_to


@dataclass(frozen=True)
class Adults:
    """Ids and names: the sponsors of a club, and other staff of its school."""

    sponsors: list[tuple[str, str]]
    others: list[tuple[str, str]]


def adults_for(viewer: Viewer, club: Club, named_id: str | None) -> Adults:
    """Whom the viewer may name, and who is named now; in one query, by name."""
    substitutes = bool(may_name_substitute(viewer, club))
    stands_by = and_(
        Sponsorship.person_id == Person.id,
        Sponsorship.club_id == club.id,
        Sponsorship.standing == SponsorStanding.ACCEPTED,
    )
    rows = db.session.execute(
        select(Person.id, Person.given_name, Person.family_name, Sponsorship.id)
        .outerjoin(Sponsorship, stands_by)
        .where(person_visible_to(viewer), Person.kind == PersonKind.STAFF, Person.active)
        .order_by(Person.family_name, Person.given_name, Person.id)
    ).all()
    named = [(row[0], f"{row[1]} {row[2]}".strip(), bool(row[3])) for row in rows]
    return Adults(
        [(key, name) for key, name, sponsor in named if sponsor],
        [
            (key, name)
            for key, name, sponsor in named
            if not sponsor and (substitutes or key == named_id)
        ],
    )
