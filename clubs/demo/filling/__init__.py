"""Fill an empty database with a demo: one school as written, more and larger ones."""

from random import Random

from sqlalchemy import select

from clubs import clock
from clubs.db import db, new_id
from clubs.demo.bells import CYCLE_LENGTH
from clubs.demo.content import SCHOOL_NAME, SCHOOL_ZONE
from clubs.demo.fill_names import school_names
from clubs.demo.filling import (
    belongings,
    clubs,
    days,
    events,
    gathering,
    meetings,
    notices,
    people,
    rooms,
)
from clubs.demo.filling.bells import keep_time
from clubs.demo.filling.place import Place
from clubs.demo.filling.proposals import Proposed, proposed
from clubs.demo.filling.rows import Watch, batches, keep
from clubs.demo.filling.size import Size
from clubs.demo.filling.words import APPEAL_CONTACT, PRIVACY_CONTACT, TRUSTED_ADULT
from clubs.models.people import School

_CLUBS_OF_A_STUDENT = 2


def is_empty() -> bool:
    return db.session.scalar(select(School.id).limit(1)) is None


def fill(size: Size, watch: Watch) -> None:
    """Fill an empty database; nothing is committed."""
    used: set[str] = set()
    names = [SCHOOL_NAME, *school_names(len(size.people) - 1, size.seed)]
    for number, (name, share) in enumerate(zip(names, size.shares, strict=True)):
        place = _place(name, size.seed + number, first=number == 0)
        _fill_school(place, *share, size.seed + number, used, watch)


def _place(name: str, seed: int, *, first: bool) -> Place:
    school = School(
        name=name,
        zone=SCHOOL_ZONE,
        demo=True,
        trusted_adult=TRUSTED_ADULT,
        privacy_contact=PRIVACY_CONTACT,
        appeal_contact=APPEAL_CONTACT,
        decision_days=7,
        cycle_length=CYCLE_LENGTH,
        feed_key=new_id(),
    )
    keep([school])
    today = clock.today(school.zone)
    timetable, slots = keep_time(school, today)
    return Place(school, slots, timetable, today, Random(seed), first)


def _fill_school(
    place: Place,
    people_count: int,
    club_count: int,
    seed: int,
    used: set[str],
    watch: Watch,
) -> None:
    crowd = people.people_of(place, people_count, seed, used)
    for batch in watch(list(batches(crowd)), f"People of {place.school.name}"):
        keep(batch)
    keep(people.appointments(place))
    keep(people.other_lunches(place))
    members = _CLUBS_OF_A_STUDENT * people_count * 4 // 5 // max(club_count, 1)
    keep(clubs.stand(place, clubs.clubs_for(place, club_count, seed, members)))
    keep(clubs.beside_clubs(place))
    keep(rooms.rooms_of(place))
    keep(rooms.gym_block(place))
    wanted = list(belongings.belongings(place))
    new = proposed(place)
    keep(new.clubs)
    keep(new.rows)
    for some in watch(list(batches(wanted + new.leaders)), "Who belongs to which club"):
        belongings.store(some)
    _fill_calendar(place, watch)
    gathering.gather(place, wanted)
    _decide(place, new)
    notices.tell_personas(place)


def _fill_calendar(place: Place, watch: Watch) -> None:
    """A term, or in a large school a few weeks."""
    first, last = days.term_begins(place.today), days.plans_end(place.today)
    if place.large:
        first, last = place.today - clock.days(21), days.plans_end(place.today, 2)
    for batch in watch(list(batches(meetings.clubs_that_meet(place))), "Meetings"):
        meetings.keep_meetings(place, batch, first, last)


def _decide(place: Place, new: Proposed) -> None:
    """Events and all decisions, with what stands about them in the record."""
    held = events.events_of(place)
    keep(event for _written, event in held)
    for written, event in held:
        new.history.append(events.decision_on(place, written, event))
    keep(history.proposal for history in new.history if history.proposal.event_id)
    keep(entry for history in new.history for entry in history.rows(place.today))
    keep(events.coming_to(place, held))
    notices.record(new.history)
