"""A proposal with all it is about, in one query: a page costs at most eight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select

from clubs.models.clubs import Club, RiskAnswer, RiskQuestion, Sponsorship, SponsorStanding
from clubs.models.events import Event
from clubs.models.people import Person
from clubs.models.review import Proposal, Wording
from clubs.proposals.queries import Stands


@dataclass(frozen=True)
class Papers:
    proposal: Proposal
    club: Club
    wording: Wording | None
    event: Event | None
    risk: dict[RiskQuestion, str]
    stands: list[Stands]


def papers_query() -> Any:  # a Select of seven kinds
    """Few rows: at most seven answers for each of a club's few sponsors."""
    stand = and_(Sponsorship.club_id == Club.id, Sponsorship.school_id == Club.school_id)
    return (
        select(Proposal, Club, Wording, Event, RiskAnswer, Sponsorship.standing, Person)
        .join(Club, Club.id == Proposal.club_id)
        .outerjoin(Wording, Wording.proposal_id == Proposal.id)
        .outerjoin(Event, Event.id == Proposal.event_id)
        .outerjoin(RiskAnswer, RiskAnswer.club_id == Club.id)
        .outerjoin(Sponsorship, stand)
        .outerjoin(Person, Person.id == Sponsorship.person_id)
    )


def papers_of(rows: Sequence[Any]) -> Papers | None:
    if not rows:
        return None
    proposal, club, wording, event, *_rest = rows[0]
    given = {row[4].question: row[4].answer for row in rows if row[4] is not None}
    people = {row[6].id: (row[5], row[6]) for row in rows if row[6] is not None}
    stands = [
        Stands(one.id, one.name, standing is SponsorStanding.ACCEPTED)
        for standing, one in people.values()
    ]
    risk = {one: given[one] for one in RiskQuestion if one in given}
    return Papers(
        proposal, club, wording, event, risk, sorted(stands, key=lambda one: one.name)
    )
