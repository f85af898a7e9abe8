"""Proposals in any stage, made at once."""

from datetime import date
from typing import Any

from clubs import clock
from clubs.models.clubs import Club, ClubState, SponsorStanding, Step
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Stage, Wording
from tests.factories import ZONE, Builder


def made(
    build: Builder,
    stage: Stage,
    *,
    leader: Person,
    sponsor: Person | None = None,
    standing: SponsorStanding = SponsorStanding.ASKED,
    about: About = About.CLUB,
    since: date | None = None,
    handle: str = "Copper Wren",
    **club_given: Any,
) -> Proposal:
    """A proposal with its club, leader, texts and perhaps a sponsor."""
    state = ClubState.PROPOSED if about is About.CLUB else ClubState.ACTIVE
    club = build.club(club_given.pop("step", Step.CONFIDENTIAL), state=state, **club_given)
    build.member(club, leader, handle=handle, role="leader")
    if sponsor is not None:
        build.sponsorship(club, sponsor, standing)
    event_id = None
    if about is About.EVENT:
        event_id = build.event(club, state="proposed").id
    return proposal_of(build, club, stage, about, since, event_id)


def proposal_of(
    build: Builder,
    club: Club,
    stage: Stage,
    about: About = About.CHANGE,
    since: date | None = None,
    event_id: str | None = None,
) -> Proposal:
    began = since or clock.today(ZONE)
    one = build.keep(
        Proposal(
            school_id=club.school_id,
            club_id=club.id,
            event_id=event_id,
            about=about,
            stage=stage,
            returns_to=Stage.WITH_SCHOOL if stage is Stage.CHANGES_ASKED else None,
            waiting_since=began,
            due_on=began + clock.days(7),
        )
    )
    if about is not About.EVENT:
        build.keep(
            Wording(
                proposal_id=one.id,
                school_id=club.school_id,
                name=f"{club.name} anew" if about is About.CHANGE else club.name,
                focus=club.focus,
                purpose=club.purpose,
                first_meeting=club.first_meeting,
            )
        )
    return one
