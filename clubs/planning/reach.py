"""Which lunches a club's regular members can come to: most, some or few of them.

It is worked out at most once a month, never as somebody looks. A leader who watched live
figures change as a new handle appears would have learned that person's lunch, and with it
half of who they are. For the same reason nothing is said of fewer than ten people.
"""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import delete, select

from clubs import belonging, clock
from clubs.belonging import Commitment
from clubs.db import db, in_parts
from clubs.models.clubs import LIVE, Club
from clubs.models.gathering import ClubReach
from clubs.models.people import Person, School
from clubs.seal import seal
from clubs.timetable import bells_of, own_lunch

FEWEST = 10
_SIZE = 1024


class Share(StrEnum):
    """How many of a club's regular members a lunch suits."""

    MOST = "most"
    SOME = "some"
    FEW = "few"


@dataclass(frozen=True)
class Reach:
    """A share for each lunch, as it was on one day."""

    as_of: date
    shares: dict[str, Share]


def reach_of(club: Club) -> dict[str, Share] | None:
    """The share for each lunch, by slot; None where nothing may or can be said."""
    known = known_reach(club)
    return known.shares if known else None


def known_reach(club: Club) -> Reach | None:
    """The same with its day, in one query. Only for pages of those who run the club."""
    if club.no_list:
        return None
    row = db.session.execute(
        select(ClubReach.as_of, ClubReach.body).where(ClubReach.club_id == club.id)
    ).first()
    if row is None:
        return None
    said = json.loads(seal().open(row[1], *_place(club.school_id, club.id)))
    if said is None:
        return None
    return Reach(row[0], {slot_id: Share(word) for slot_id, word in said.items()})


def refresh(club: Club) -> None:
    """Work it out for one club, unless that was done within the month."""
    _refresh(club.school_id, [club])


def refresh_school(school_id: str) -> int:
    """The same for all living clubs of a school; for how many it was time."""
    living = select(Club).where(Club.school_id == school_id, Club.state.in_(LIVE))
    return _refresh(school_id, db.session.scalars(living).all())


def share_of(some: int, everybody: int) -> Share:
    if 3 * some >= 2 * everybody:
        return Share.MOST
    return Share.SOME if 4 * some >= everybody else Share.FEW


def _refresh(school_id: str, clubs: Sequence[Club]) -> int:
    zone = db.session.scalars(select(School.zone).where(School.id == school_id)).one()
    today = clock.today(zone)
    due = {club.id for club in _due(school_id, clubs, today)}
    if not due:
        return 0
    listed = frozenset(club.id for club in clubs if club.id in due and not club.no_list)
    lunches, theirs = _lunches(school_id, listed)
    for some in in_parts(due):
        db.session.execute(delete(ClubReach).where(ClubReach.club_id.in_(some)))
    for club_id in sorted(due):
        # Every club has a row of the same size, also where nothing can be said: having
        # one must not tell a thief which clubs have ten members.
        body = json.dumps(_shares(lunches, theirs.get(club_id, ())))
        closed = seal().close(body, *_place(school_id, club_id), size=_SIZE)
        row = ClubReach(club_id=club_id, school_id=school_id, as_of=today, body=closed)
        db.session.add(row)
    db.session.flush()
    return len(due)


def _due(school_id: str, clubs: Sequence[Club], today: date) -> list[Club]:
    """Those last worked out in an earlier month, and not only a few days ago."""
    rows = db.session.execute(
        select(ClubReach.club_id, ClubReach.as_of).where(ClubReach.school_id == school_id)
    )
    last = {club_id: as_of + clock.days(27) for club_id, as_of in rows}
    month = today.replace(day=1)
    return [club for club in clubs if last.get(club.id, date.min) < month]


def _lunches(
    school_id: str, club_ids: frozenset[str]
) -> tuple[list[str], dict[str, list[str]]]:
    """All lunches of a regular day, and those of each club's regular members."""
    regular = bells_of(school_id).regular
    members = [
        (one.club_id, one.person_id)
        for one in belonging.in_clubs(school_id, club_ids)
        if one.member and one.commitment is Commitment.REGULAR and one.person_id
    ]
    waves = _waves({person_id for _club_id, person_id in members})
    theirs: dict[str, list[str]] = {}
    for club_id, person_id in members:
        lunch = own_lunch(regular, waves[person_id]) if person_id in waves else None
        if lunch is not None:
            theirs.setdefault(club_id, []).append(lunch)
    return [one.id for one in regular if one.lunch], theirs


def _waves(person_ids: Collection[str]) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for some in in_parts(person_ids):
        here = Person.id.in_(some) & Person.active
        rows = db.session.execute(select(Person.id, Person.wave_id).where(here))
        found |= {person_id: wave_id for person_id, wave_id in rows}
    return found


def _shares(lunches: Sequence[str], theirs: Sequence[str]) -> dict[str, Share] | None:
    if len(theirs) < FEWEST:
        return None
    return {one: share_of(theirs.count(one), len(theirs)) for one in lunches}


def _place(school_id: str, club_id: str) -> tuple[str, str, str, str]:
    return school_id, ClubReach.__tablename__, "body", club_id
