"""What a viewer may know of a club: the one source of its page and of "view as…" (P4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from clubs.db import db
from clubs.directory.ahead import MeetingAhead, meetings_ahead
from clubs.directory.words import STATES, usually
from clubs.models.clubs import Club, Sponsorship, SponsorStanding
from clubs.models.people import Person
from clubs.policy.ladder import Sight
from clubs.policy.viewer import Viewer

_NEXT = 3


@dataclass(frozen=True)
class Times:
    """When and where: usually, as it was written down once, and all that is planned."""

    usually: str
    written_when: str
    written_where: str
    ahead: Sequence[MeetingAhead]

    @property
    def next(self) -> Sequence[MeetingAhead]:
        return self.ahead[:_NEXT]


@dataclass(frozen=True)
class About:
    """A club's page as one pair of eyes sees it. What it may not see is not in here."""

    club: Club
    sight: Sight
    state: str
    purpose: str = ""
    sponsors: Sequence[str] = ()
    times: Times | None = None


def about(viewer: Viewer, club: Club) -> About:
    """The page for this viewer, real or imagined; the policy alone says what is in it."""
    sight = viewer.sight_of(club)
    return About(
        club,
        sight,
        str(STATES.get(club.state, "")),
        # Who waits at the door of a club they could not find knows its name, no more.
        purpose=club.purpose if sight.finds else "",
        sponsors=_sponsors(club) if sight.page else (),
        times=_times(viewer, club) if sight.when else None,
    )


def _sponsors(club: Club) -> list[str]:
    rows = db.session.execute(
        select(Person.given_name, Person.family_name)
        .join(Sponsorship, Sponsorship.person_id == Person.id)
        .where(
            Sponsorship.club_id == club.id,
            Sponsorship.standing == SponsorStanding.ACCEPTED,
        )
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    return [f"{given} {family}".strip() for given, family in rows]


def _times(viewer: Viewer, club: Club) -> Times:
    return Times(
        usually(club.weekday, club.part_of_day),
        club.imported_when,
        club.imported_where,
        meetings_ahead(viewer, club.id) if club.live else (),
    )
