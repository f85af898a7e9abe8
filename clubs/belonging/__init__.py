"""Who belongs to which club: the only door to memberships, open or sealed.

Open clubs keep a row anyone inside may read. All others keep a token, which answers "am I
in?", and a sealed body, which the club's own people may list (PRIVACY.md, "The seal").
With *no list at all* the body holds no person: nobody can be listed, only recognised.
"""

import secrets
from collections.abc import Collection, Iterator
from dataclasses import replace

from sqlalchemy import and_, delete, or_, select, update

from clubs.belonging.kinds import (
    HANDLE_LENGTH,
    NOTE_LENGTH,
    Belonging,
    Commitment,
    Role,
    Standing,
    Ties,
)
from clubs.belonging.many import begin_many
from clubs.belonging.storage import (
    as_row,
    close_body,
    fresh_handle,
    from_row,
    open_body,
    open_those_of,
    token_of,
)
from clubs.db import db, forget_bytes, in_parts, insert_once, locked
from clubs.models.belonging import Membership, SealedMembership
from clubs.models.clubs import Club, Sponsorship, SponsorStanding, Step
from clubs.seal import seal

__all__ = [
    "HANDLE_LENGTH",
    "NOTE_LENGTH",
    "Belonging",
    "Commitment",
    "Role",
    "Standing",
    "Ties",
    "begin",
    "begin_many",
    "by_ref",
    "change",
    "end",
    "forget_people",
    "forget_person",
    "fresh_handle",
    "in_club",
    "in_clubs",
    "move",
    "of_one",
    "ties",
]


def ties(school_id: str, person_id: str) -> Ties:
    """Two queries, whatever the number of clubs: rows, then one look-up of tokens."""
    rows = db.session.execute(_clubs_with_ties(school_id, person_id)).all()
    belongs: dict[str, Belonging] = {}
    tokens: dict[bytes, str] = {}
    make = seal().tokens("member")
    for club_id, step, _standing, membership in rows:
        if step is not Step.OPEN:
            tokens[make(club_id, person_id)] = club_id
        elif membership is not None:
            belongs[club_id] = from_row(membership)
    for token, body in db.session.execute(
        select(SealedMembership.token, SealedMembership.body).where(
            SealedMembership.school_id == school_id, SealedMembership.token.in_(tokens)
        )
    ):
        belongs[tokens[token]] = replace(
            open_body(school_id, token, body), person_id=person_id
        )
    return Ties(
        belongs,
        frozenset(row[0] for row in rows if row[2] is SponsorStanding.ACCEPTED),
        frozenset(row[0] for row in rows if row[2] is SponsorStanding.ASKED),
    )


def _clubs_with_ties(school_id: str, person_id: str):  # type: ignore[no-untyped-def]  # a Select of four kinds
    mine = and_(Membership.club_id == Club.id, Membership.person_id == person_id)
    stand = and_(Sponsorship.club_id == Club.id, Sponsorship.person_id == person_id)
    tied = or_(Membership.id.is_not(None), Sponsorship.id.is_not(None))
    return (
        select(Club.id, Club.step, Sponsorship.standing, Membership)
        .outerjoin(Membership, mine)
        .outerjoin(Sponsorship, stand)
        # Of open clubs only those with a row; of all others a token will tell.
        .where(Club.school_id == school_id, or_(Club.step != Step.OPEN, tied))
    )


def of_one(club: Club, person_id: str) -> Belonging | None:
    """How this person belongs to this club, if at all."""
    if club.step is Step.OPEN:
        row = db.session.scalar(
            select(Membership).where(
                Membership.club_id == club.id, Membership.person_id == person_id
            )
        )
        return from_row(row) if row else None
    token = token_of(club.id, person_id)
    body = db.session.scalar(
        select(SealedMembership.body).where(
            SealedMembership.school_id == club.school_id, SealedMembership.token == token
        )
    )
    return (
        None
        if body is None
        else replace(open_body(club.school_id, token, body), person_id=person_id)
    )


def in_club(club: Club) -> list[Belonging]:
    """Everybody who belongs or wants to, those who wait in fair order, others by name."""
    return sorted(_all_in(club), key=_fair_order)


def in_clubs(school_id: str, club_ids: frozenset[str]) -> list[Belonging]:
    """The same for several clubs of a school in two queries."""
    if not club_ids:
        return []
    rows = db.session.scalars(
        select(Membership).where(
            Membership.school_id == school_id, Membership.club_id.in_(club_ids)
        )
    )
    found = [from_row(row) for row in rows]
    return sorted([*found, *in_sealed_clubs(school_id, club_ids)], key=_fair_order)


def in_sealed_clubs(school_id: str, club_ids: frozenset[str]) -> list[Belonging]:
    """The same where none of the clubs is open, in one query."""
    if not club_ids:
        return []
    return sorted(_all_sealed(school_id, club_ids), key=_fair_order)


def by_ref(club: Club, ref: str) -> Belonging | None:
    """The belonging a form points at."""
    for one in _all_in(club):
        if secrets.compare_digest(one.ref.encode(), ref.encode()):
            return one
    return None


def begin(club: Club, person_id: str, wanted: Belonging) -> bool:
    """Store a new belonging; False if this person already has one in this club."""
    forget = replace(wanted, club_id=club.id, person_id=person_id)
    if club.step is Step.OPEN:
        return insert_once(Membership, **as_row(club, forget))
    token = token_of(club.id, person_id)
    return insert_once(
        SealedMembership,
        token=token,
        school_id=club.school_id,
        body=close_body(club, replace(forget, token=token)),
    )


def change(club: Club, old: Belonging, new: Belonging) -> bool:
    """Replace a belonging by its changed self; False if it had changed meanwhile."""
    forget_bytes()
    if club.step is Step.OPEN:
        values = as_row(club, new)
        done = db.session.execute(
            update(Membership)
            .where(
                Membership.club_id == club.id,
                Membership.person_id == old.person_id,
                Membership.standing == old.standing,
            )
            .values(**{name: values[name] for name in values if name != "id"})
            .returning(Membership.id)
        )
        return done.first() is not None
    held = db.session.scalar(
        locked(select(SealedMembership.body).where(SealedMembership.token == old.token))
    )
    if (
        held is None
        or open_body(club.school_id, old.token, held).standing is not old.standing
    ):
        return False
    db.session.execute(
        update(SealedMembership)
        .where(SealedMembership.token == old.token)
        .values(body=close_body(club, replace(new, token=old.token)))
    )
    return True


def end(club: Club, one: Belonging) -> None:
    """Delete a belonging: no row, no event, and after the commit no byte of it."""
    forget_bytes()
    db.session.execute(
        delete(Membership).where(
            Membership.club_id == club.id, Membership.person_id == one.person_id
        )
    )
    db.session.execute(delete(SealedMembership).where(SealedMembership.token == one.token))


def forget_person(school_id: str, person_id: str) -> None:
    """End all a person's belongings, as when they leave the school."""
    forget_people(school_id, [person_id])


def forget_people(school_id: str, person_ids: Collection[str]) -> None:
    """The same for many at once: only tokens that are there are looked for."""
    forget_bytes()
    make = seal().tokens("member")
    clubs = select(Club.id).where(Club.school_id == school_id, Club.step != Step.OPEN)
    club_ids = db.session.scalars(clubs).all()
    held = select(SealedMembership.token).where(SealedMembership.school_id == school_id)
    tokens = set(db.session.scalars(held))
    theirs = [
        token
        for person_id in person_ids
        for club_id in club_ids
        if (token := make(club_id, person_id)) in tokens
    ]
    for some in in_parts(theirs):
        sealed = delete(SealedMembership).where(SealedMembership.token.in_(some))
        db.session.execute(sealed)
    for several in in_parts(person_ids):
        rows = delete(Membership).where(Membership.person_id.in_(several))
        db.session.execute(rows)


def move(club: Club, step: Step, *, no_list: bool) -> None:
    """Bring a club and its people to another step of the ladder.

    Upwards everybody comes along at once. Downwards, or from no list to a list, only those
    who said yes themselves; the others leave without a trace.
    """
    people = _all_in(club)
    looser = step.height < club.step.height or (club.no_list and not no_list)
    for one in people:
        end(club, one)
    club.step, club.no_list = step, no_list
    db.session.flush()
    handles = {one.handle for one in people}
    for one in people:
        if one.person_id and (one.stays or not looser):
            handle = one.handle or fresh_handle(handles)
            handles.add(handle)
            begin(club, one.person_id, replace(one, stays=False, handle=handle))
        elif not looser:
            # There was no list and there is none: the token alone goes on recognising.
            _keep_token(club, one)


def _keep_token(club: Club, one: Belonging) -> None:
    body = close_body(club, one)
    insert_once(SealedMembership, token=one.token, school_id=club.school_id, body=body)


def _all_in(club: Club) -> list[Belonging]:
    if club.step is Step.OPEN:
        rows = db.session.scalars(select(Membership).where(Membership.club_id == club.id))
        return [from_row(row) for row in rows]
    return list(_all_sealed(club.school_id, (club.id,)))


def _all_sealed(school_id: str, club_ids: Collection[str]) -> Iterator[Belonging]:
    sealed = select(SealedMembership.token, SealedMembership.body).where(
        SealedMembership.school_id == school_id
    )
    return open_those_of(club_ids, school_id, db.session.execute(sealed))


def _fair_order(one: Belonging) -> tuple[bool, float, str, str]:
    since = one.since.timestamp() if one.since else 0.0
    return one.role is not Role.LEADER, since, one.handle.casefold(), one.token.hex()
