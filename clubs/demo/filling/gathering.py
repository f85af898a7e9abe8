"""Who comes to the next meetings and who has a job there; a screen; who can come when."""

from collections.abc import Iterable, Iterator
from secrets import token_bytes

from sqlalchemy import select

from clubs import clock
from clubs.belonging import Belonging
from clubs.db import Model, db
from clubs.demo.filling.belongings import Wanted
from clubs.demo.filling.place import Place
from clubs.demo.filling.rows import keep
from clubs.demo.filling.words import JOBS, SCREEN
from clubs.demo.people import PERSONAS
from clubs.models.gathering import MeetingComing, MeetingJob
from clubs.models.meetings import Meeting, MeetingState
from clubs.models.screens import Screen
from clubs.planning.gathering import (
    claim_token,
    claimed_as,
    coming_body,
    coming_token,
    nobody,
)
from clubs.planning.reach import refresh_school

_DAYS_AHEAD = 21


def gather(place: Place, wanted: Iterable[Wanted]) -> None:
    """Only in the first school: nobody looks at the others so closely."""
    if not place.first:
        return
    people: dict[str, list[Belonging]] = {}
    for club, one in wanted:
        if one.member and one.person_id:
            people.setdefault(club.id, []).append(one)
    for meeting, names in _next_meetings(place):
        inside = people.get(meeting.club_id, [])
        keep(_comings(place, meeting, inside))
        keep(_jobs(place, meeting, names, inside))
    keep([_screen(place)])
    if not place.large:  # else it takes seconds, and `flask tidy` does it as well
        refresh_school(place.school.id)


def _next_meetings(place: Place) -> list[tuple[Meeting, tuple[str, ...]]]:
    """The coming meetings of the clubs with jobs, and which jobs."""
    clubs = {
        place.clubs[key].row.id: names for key, names in JOBS.items() if key in place.clubs
    }
    soon = Meeting.on_date.between(place.today, place.today + clock.days(_DAYS_AHEAD))
    found = select(Meeting).where(
        Meeting.club_id.in_(clubs), soon, Meeting.state == MeetingState.PLANNED
    )
    rows = db.session.scalars(found.order_by(Meeting.on_date, Meeting.starts)).all()
    return [(meeting, clubs[meeting.club_id]) for meeting in rows]


def _comings(
    place: Place, meeting: Meeting, inside: list[Belonging]
) -> Iterator[MeetingComing]:
    for one in place.rng.sample(inside, len(inside) * 2 // 3):
        token = coming_token(meeting.id, one.person_id or "")
        body = coming_body(place.school.id, token, meeting.id)
        yield MeetingComing(token=token, school_id=place.school.id, body=body)


def _jobs(
    place: Place, meeting: Meeting, names: tuple[str, ...], inside: list[Belonging]
) -> Iterator[Model]:
    """The first job is somebody's already, under the name they go by there."""
    for number, name in enumerate(names):
        job = MeetingJob(school_id=place.school.id, meeting_id=meeting.id, name=name)
        values = nobody(place.school.id, job.id)
        if number == 0 and inside:
            values = _claimed(place, job, place.rng.choice(inside))
        job.claim, job.claimed_as = values["claim"], values["claimed_as"]
        yield job


def _claimed(place: Place, job: MeetingJob, one: Belonging) -> dict[str, bytes]:
    """By the personas where names show: the names of the crowd are not known here."""
    names = {
        place.people.personas[persona.key]: f"{persona.given} {persona.family}"
        for persona in PERSONAS
    }
    handle = one.handle or names.get(one.person_id or "", "")
    if not handle:
        return nobody(place.school.id, job.id)
    return {
        "claim": claim_token(job.meeting_id, one.person_id or ""),
        "claimed_as": claimed_as(place.school.id, job.id, handle),
    }


def _screen(place: Place) -> Screen:
    """Nobody knows its address: who wants to see a screen puts one up."""
    return Screen(school_id=place.school.id, name=SCREEN, secret_hash=token_bytes(32))
