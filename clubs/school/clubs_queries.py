"""Every club of a school as an entry for its admins; never a figure about people."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, or_, select, tuple_

from clubs.db import db, is_id
from clubs.models.clubs import (
    LIVE,
    Club,
    ClubKind,
    ClubState,
    Sponsorship,
    SponsorStanding,
    Step,
)
from clubs.models.people import Person
from clubs.models.review import OPEN_STAGES, Proposal
from clubs.policy.viewer import Viewer
from clubs.policy.visibility import club_overseen_by

PAGE = 50
APPROVED = (*LIVE, ClubState.CLOSED)
_ORDER = (func.lower(Club.name), Club.id)


@dataclass(frozen=True)
class ClubEntry:
    """One club. Of an unlisted one only the name, and that it was approved."""

    id: str
    name: str
    state: ClubState
    kind: ClubKind | None
    sponsors: str
    waiting_since: date | None
    approved: bool
    listed: bool


@dataclass(frozen=True)
class ClubEntries:
    """One page, and where the next begins if there is one."""

    entries: list[ClubEntry]
    after: str = ""


def clubs_of(viewer: Viewer, state: ClubState | None, after: str) -> ClubEntries:
    statement = (
        select(Club.id, Club.name, Club.state, Club.kind, Club.step)
        .where(_known_to_the_school(viewer))
        .order_by(*_ORDER)
        .limit(PAGE + 1)
    )
    if state is not None:
        statement = statement.where(Club.state == state)
    if place := _place(viewer, after):
        statement = statement.where(tuple_(*_ORDER) > place)
    rows = db.session.execute(statement).all()
    listed = [row.id for row in rows[:PAGE] if row.step is not Step.UNLISTED]
    sponsors, waits = _sponsors(listed), _waits(listed)
    entries = [
        _entry(*row, sponsors.get(row.id, ""), waits.get(row.id)) for row in rows[:PAGE]
    ]
    return ClubEntries(entries, entries[-1].id if len(rows) > PAGE else "")


def _entry(
    club_id: str,
    name: str,
    state: ClubState,
    kind: ClubKind,
    step: Step,
    sponsors: str,
    waiting_since: date | None,
) -> ClubEntry:
    listed = step is not Step.UNLISTED
    return ClubEntry(
        id=club_id,
        name=name,
        state=state,
        kind=kind if listed else None,
        sponsors=sponsors,
        waiting_since=waiting_since,
        approved=state in APPROVED,
        listed=listed,
    )


def _known_to_the_school(viewer: Viewer) -> ColumnElement[bool]:
    """Of unlisted clubs only that they were approved (the ladder)."""
    shown = or_(Club.step != Step.UNLISTED, Club.state.in_(APPROVED))
    return club_overseen_by(viewer) & shown


def _sponsors(club_ids: list[str]) -> dict[str, str]:
    rows = db.session.execute(
        select(Sponsorship.club_id, Person.given_name, Person.family_name)
        .join(Person, Person.id == Sponsorship.person_id)
        .where(
            Sponsorship.club_id.in_(club_ids),
            Sponsorship.standing == SponsorStanding.ACCEPTED,
        )
        .order_by(Person.family_name, Person.given_name, Person.id)
    )
    names: dict[str, list[str]] = {}
    for club_id, given, family in rows:
        names.setdefault(club_id, []).append(f"{given} {family}".strip())
    return {club_id: ", ".join(found) for club_id, found in names.items()}


def _waits(club_ids: list[str]) -> dict[str, date]:
    rows = db.session.execute(
        select(Proposal.club_id, func.min(Proposal.waiting_since))
        .where(Proposal.club_id.in_(club_ids), Proposal.stage.in_(OPEN_STAGES))
        .group_by(Proposal.club_id)
    )
    return {club_id: since for club_id, since in rows}


def _place(viewer: Viewer, club_id: str) -> tuple[str, str] | None:
    if not is_id(club_id):
        return None
    row = db.session.execute(
        select(*_ORDER).where(Club.id == club_id, _known_to_the_school(viewer))
    ).first()
    return (row[0], row[1]) if row else None
