"""The clubs of a demo school: those written with care first, then outlines."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import time
from itertools import cycle

from clubs import clock
from clubs.db import Model, new_id
from clubs.demo.content import DEMO_CLUBS
from clubs.demo.fill_names import BulkClub, club_names
from clubs.demo.filling.place import Place, Stood
from clubs.demo.people import PERSONAS
from clubs.demo.risk import RISK_CHECKS
from clubs.demo.shapes import DemoClub, RiskCheck
from clubs.models.clubs import (
    Audience,
    Club,
    ClubKind,
    ClubState,
    PartOfDay,
    RiskAnswer,
    RiskQuestion,
    Sponsorship,
    SponsorStanding,
    Step,
)

# Nobody stands by this one: the school's desk shows that somebody has to be found.
_WITHOUT_SPONSOR = "quiet-corner"
_PILOT_DAYS_LEFT = 45
_NEEDED = {
    key
    for persona in PERSONAS
    for key in (*persona.sponsors, *(key for key, _handle in persona.member_of))
}
FEWEST_CLUBS = len(_NEEDED)


def clubs_for(place: Place, count: int, seed: int, members: int) -> list[DemoClub]:
    """`count` clubs; the personas' own come first, so that even a small demo has them."""
    written: list[DemoClub] = []
    if place.first:
        written = sorted(DEMO_CLUBS, key=lambda club: club.key not in _NEEDED)[:count]
    outlines = club_names(count - len(written), seed)
    return written + [
        _from_outline(number, outline, members) for number, outline in enumerate(outlines)
    ]


def stand(place: Place, written: list[DemoClub]) -> Iterator[Model]:
    """The rows of clubs with their risk checks and sponsors; noted in the place."""
    spoken_for = {
        key: place.people.personas[persona.key]
        for persona in (PERSONAS if place.first else ())
        for key in persona.sponsors
    }
    others = cycle(place.people.staff)
    for club in written:
        row = club_row(place, club, ClubState(club.state))
        alone = club.key == _WITHOUT_SPONSOR or club.state == "closed"
        sponsor_id = None if alone else spoken_for.get(club.key) or next(others)
        place.clubs[club.key] = Stood(club, row, sponsor_id)
        yield row


def beside_clubs(place: Place) -> Iterator[Model]:
    """What points at a club's row."""
    for stood in place.clubs.values():
        if stood.sponsor_id:
            yield sponsorship(stood.row, stood.sponsor_id, SponsorStanding.ACCEPTED)
        risk = RISK_CHECKS.get(stood.written.key)
        yield from risk_answers(stood.row, risk)


def club_row(place: Place, club: DemoClub, state: ClubState) -> Club:
    pilot = state is ClubState.PILOT
    public = place.first and club.step in ("open", "private")
    return Club(
        school_id=place.school.id,
        state=state,
        kind=ClubKind(club.kind),
        audience=Audience(club.audience),
        step=Step(club.step),
        no_list=club.no_list,
        name=club.name,
        focus=club.focus,
        purpose=club.purpose,
        first_meeting=club.first_meeting,
        weekday=club.weekday,
        part_of_day=PartOfDay(club.lunch),
        capacity=club.capacity,
        review_on=place.today + clock.days(_PILOT_DAYS_LEFT) if pilot else None,
        feed_key=new_id() if public else None,
        school_year=clock.school_year(place.today),
    )


def sponsorship(club: Club, person_id: str, standing: SponsorStanding) -> Sponsorship:
    return Sponsorship(
        school_id=club.school_id, club_id=club.id, person_id=person_id, standing=standing
    )


def risk_answers(club: Club, risk: RiskCheck | None) -> Iterator[RiskAnswer]:
    if risk is None:
        return
    for question, answer in asdict(risk).items():
        yield RiskAnswer(
            school_id=club.school_id,
            club_id=club.id,
            question=RiskQuestion(question),
            answer=answer,
        )


def _from_outline(number: int, club: BulkClub, members: int) -> DemoClub:
    return DemoClub(
        key=f"outline-{number}",
        name=club.name,
        kind=club.kind,
        focus=club.focus,
        purpose=club.purpose,
        first_meeting=club.first_meeting,
        audience=club.audience,
        step=club.step,
        no_list=club.no_list,
        lunch=club.lunch,
        weekday=club.weekday,
        waves=(club.wave,) if club.wave else (),
        starts=None if club.wave else time(15, 30),
        minutes=35,
        place=club.place,
        agenda_ideas=("Say hello", "Try something new"),
        commitment_hints=(),
        members=members,
        usual_head_count=max(3, members // 6),
        handles=(),
    )
