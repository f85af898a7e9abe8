"""Who belongs to which demo club: personas as promised, a crowd, some who wait."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from clubs import belonging, clock
from clubs.belonging import Belonging, Commitment, Role, Standing
from clubs.demo.filling.place import Place, Stood
from clubs.demo.filling.words import ASKS
from clubs.demo.handles import any_handles
from clubs.demo.people import PERSONAS
from clubs.demo.shapes import WAVES
from clubs.models.clubs import Club, Step

_LEADERS = 2
# Clubs where somebody asks to join, and how many; the sponsor persona answers the first.
_ASKING = {"rainbow-room": 3, "page-turners": 2, "lantern": 1, "kitchen-table": 1}
# Full, with one place just offered and two people behind: the other sponsor sees it.
_FULL = "lunch-table-9"
# Where the member persona is asked to lead.
_OFFERED_LEAD = ("member", "page-turners")

Wanted = tuple[Club, Belonging]


def belongings(place: Place) -> Iterator[Wanted]:
    """Everybody in every club, and everybody who asks or waits."""
    for stood in place.clubs.values():
        if stood.written.state != "closed":
            yield from _of_club(place, stood)


def store(wanted: Sequence[Wanted]) -> None:
    belonging.begin_many(wanted)


def _of_club(place: Place, stood: Stood) -> Iterator[Wanted]:
    club = stood.written
    own = list(_personas(place, stood))
    yield from ((stood.row, one) for one in own)
    crowd = iter(_crowd(place, stood))
    handles = _handles(place, stood)
    leading = sum(one.leads for one in own)
    for number, person_id in enumerate(islice(crowd, max(0, club.members - len(own)))):
        leads = leading + number < _LEADERS
        yield stood.row, _member(place, person_id, next(handles), leads=leads)
    for number, person_id in enumerate(islice(crowd, _ASKING.get(club.key, 0))):
        yield stood.row, _asking(number, person_id, next(handles), Standing.ASKED)
    if club.key == _FULL:
        for number, person_id in enumerate(islice(crowd, 3)):
            standing = Standing.WAITING if number else Standing.OFFERED
            yield stood.row, _asking(number, person_id, "", standing)


def _personas(place: Place, stood: Stood) -> Iterator[Belonging]:
    for persona in PERSONAS if place.first else ():
        handle = dict(persona.member_of).get(stood.written.key)
        if handle is None:
            continue
        one = Belonging(
            club_id=stood.row.id,
            standing=Standing.MEMBER,
            role=Role.LEADER if stood.written.key in persona.leads else Role.MEMBER,
            commitment=Commitment.REGULAR,
            handle=handle,
            person_id=place.people.personas[persona.key],
        )
        yield replace(one, offered_lead=(persona.key, stood.written.key) == _OFFERED_LEAD)


def _crowd(place: Place, stood: Stood) -> list[str]:
    """Enough different people who may be in this club and have its lunch."""
    people, club = place.people, stood.written
    lunches = club.waves or WAVES
    students = [one for wave in lunches for one in people.students[wave]]
    pools = {
        "students": students,
        "caregivers": people.caregivers,
        "mixed": students + people.caregivers + people.staff,
    }
    pool = pools[club.audience]
    if stood.sponsor_id in pool:
        pool = [one for one in pool if one != stood.sponsor_id]
    most = club.members + _ASKING.get(club.key, 0) + 3
    return place.rng.sample(pool, min(len(pool), most))


def _handles(place: Place, stood: Stood) -> Iterator[str]:
    """Names show in open clubs; elsewhere each has a handle of their own."""
    if stood.row.step is Step.OPEN:
        while True:
            yield ""
    yield from stood.written.handles
    shift = place.rng.randrange(1_000)
    yield from islice(_many_handles(), shift, None)


@cache
def _many_handles() -> tuple[str, ...]:
    return tuple(islice(any_handles(1), 9_000))


def _member(place: Place, person_id: str, handle: str, *, leads: bool) -> Belonging:
    return Belonging(
        club_id="",
        standing=Standing.MEMBER,
        role=Role.LEADER if leads else Role.MEMBER,
        commitment=place.rng.choice(list(Commitment)),
        handle=handle,
        person_id=person_id,
    )


def _asking(number: int, person_id: str, handle: str, standing: Standing) -> Belonging:
    return Belonging(
        club_id="",
        standing=standing,
        commitment=list(Commitment)[number % 2],
        handle=handle,
        note=ASKS[number % len(ASKS)] if standing is Standing.ASKED else "",
        person_id=person_id,
        since=clock.now() - clock.hours(30 - 7 * number),
    )
