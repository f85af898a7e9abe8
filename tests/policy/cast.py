"""The cast of the policy tests: a club on each step, and all who could look at it."""

from dataclasses import dataclass, field
from datetime import date

from clubs import clock
from clubs.belonging import Standing
from clubs.models.clubs import Club, Step
from clubs.models.events import Event
from clubs.models.meetings import Meeting
from clubs.models.people import Person
from clubs.models.review import About, Proposal, Stage, Wording
from clubs.models.rooms import Booking, Room, RoomBlock
from tests.factories import ZONE, Builder
from tests.factories_gathering import job, says_so
from tests.factories_rooms import a_room, blocked, booked, bookings_of

# What must not be read where the ladder says no. Words nobody would write by chance.
NAME, PURPOSE, FIRST_MEETING = "Zephyrlamp", "Quorvane purpose", "Bellwick beginning"
HANDLES = {"leader": "Oboe", "member": "Viola", "asked": "Cello"}
AGENDA, REWORDING = "Thistledrift agenda", "Brackenlow rewording"
PLACE, HANDLE, NOTE = "Ostrava room", "Kestrelwing", "Notewyre"


@dataclass
class Cast:
    """Who is who. `asked` waits for an answer of every club that takes requests."""

    classmate: Person
    member: Person
    leader: Person
    asked: Person
    sponsor: Person
    other_sponsor: Person
    teacher: Person
    admin: Person
    caregiver: Person
    foreign_student: Person
    foreign_admin: Person
    clubs: dict[Step, Club] = field(default_factory=dict)
    meetings: dict[Step, Meeting] = field(default_factory=dict)
    events: dict[Step, Event] = field(default_factory=dict)
    proposals: dict[Step, Proposal] = field(default_factory=dict)
    rooms: dict[Step, Room] = field(default_factory=dict)
    blocks: dict[Step, RoomBlock] = field(default_factory=dict)
    bookings: dict[Step, Booking] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        person = getattr(self, name)
        assert isinstance(person, Person)
        return person


OUTSIDERS = ("classmate", "other_sponsor", "teacher", "admin", "caregiver")
FOREIGNERS = ("foreign_student", "foreign_admin")
INSIDERS = ("member", "leader", "sponsor")
EVERYBODY = (*OUTSIDERS, *INSIDERS, "asked", *FOREIGNERS)


def gather(build: Builder) -> Cast:
    """A school with one club on each step, as it is in the middle of a term."""
    far = build.another_school("Far Away High School").id
    cast = Cast(
        classmate=build.student(),
        member=build.student(given_name="Membrina"),
        leader=build.student(given_name="Leadora"),
        asked=build.student(given_name="Askwell"),
        sponsor=build.staff(),
        other_sponsor=build.staff(),
        teacher=build.staff(),
        admin=build.admin(),
        caregiver=build.caregiver(),
        foreign_student=build.student(school_id=far),
        foreign_admin=build.admin(school_id=far),
    )
    for step in Step:
        _found(build, cast, step)
    build.club(Step.OPEN, sponsor=cast.other_sponsor, name="Chess at noon")
    return cast


def _found(build: Builder, cast: Cast, step: Step) -> None:
    club = build.club(
        step,
        sponsor=cast.sponsor,
        name=f"{NAME} {step}",
        purpose=f"{PURPOSE} {step}",
        first_meeting=f"{FIRST_MEETING} {step}",
    )
    build.member(
        club, cast.leader, role="leader", handle=f"{HANDLES['leader']} {HANDLE} {step}"
    )
    build.member(club, cast.member, handle=f"{HANDLES['member']} {HANDLE} {step}")
    build.member(
        club,
        cast.asked,
        handle=f"{HANDLES['asked']} {HANDLE} {step}",
        note=f"{NOTE} {step}",
        standing=Standing.ASKED,
    )
    cast.clubs[step] = club
    cast.meetings[step] = build.meeting(
        club, place=f"{PLACE} {step}", agenda=f"{AGENDA} {step}"
    )
    _get_ready(build, cast, step)
    cast.events[step] = build.event(club)
    _have_room(build, cast, step)
    cast.proposals[step] = _revision(build, club)


def _get_ready(build: Builder, cast: Cast, step: Step) -> None:
    """Some say that they come, and member and leader each have a job at the meeting."""
    meeting = cast.meetings[step]
    for who, name in (("member", "Greeter"), ("leader", "Snacks")):
        says_so(build, meeting, cast[who])
        handle = f"{HANDLES[who]} {HANDLE} {step}"
        shown = cast[who].name if step is Step.OPEN else handle
        job(build, meeting, name, by=cast[who], handle=shown)
    job(build, meeting, "Set-up")


def _have_room(build: Builder, cast: Cast, step: Step) -> None:
    """Each club has asked for a room, and may stay in it while it is blocked."""
    room = a_room(build, f"Room of Gables {step}", needs_yes=True)
    booked(build, room, cast.meetings[step])
    cast.rooms[step] = room
    cast.blocks[step] = blocked(build, room, cast.clubs[step])
    [cast.bookings[step]] = bookings_of(build, room)


def _revision(build: Builder, club: Club) -> Proposal:
    today: date = clock.today(ZONE)
    proposal = build.keep(
        Proposal(
            school_id=club.school_id,
            club_id=club.id,
            about=About.CHANGE,
            stage=Stage.WITH_SCHOOL,
            waiting_since=today,
            due_on=today,
        )
    )
    build.keep(
        Wording(
            proposal_id=proposal.id,
            school_id=club.school_id,
            name=club.name,
            focus=club.focus,
            purpose=f"{REWORDING} {club.step}",
            first_meeting=club.first_meeting,
        )
    )
    return proposal
