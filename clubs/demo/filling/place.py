"""One demo school while it is being filled: what later steps need of earlier ones."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from clubs.demo.filling.taking import Taken
from clubs.demo.shapes import WAVES, DemoClub, Wave
from clubs.models.clubs import Club
from clubs.models.people import School
from clubs.models.rooms import Room
from clubs.timetable import Timetable

_LARGE = 100  # clubs from which on not everything is filled to the brim


@dataclass
class People:
    """The ids of those who can be put into clubs, personas left out."""

    students: dict[Wave, list[str]] = field(
        default_factory=lambda: {wave: [] for wave in WAVES}
    )
    staff: list[str] = field(default_factory=list)
    caregivers: list[str] = field(default_factory=list)
    # The personas' ids by their keys; only the first school has them.
    personas: dict[str, str] = field(default_factory=dict)
    # Who decides on proposals; the second admin is somebody of the crowd.
    admins: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Stood:
    """A club that stands in the school, with what its meetings and people come from."""

    written: DemoClub
    row: Club
    sponsor_id: str | None


@dataclass
class Place:
    """A school, who and what is in it so far, and the chance it is filled by."""

    school: School
    # Its slots and kinds of days, by name.
    slots: dict[str, str]
    timetable: Timetable
    today: date
    rng: Random
    first: bool
    people: People = field(default_factory=People)
    clubs: dict[str, Stood] = field(default_factory=dict)
    rooms: dict[str, Room] = field(default_factory=dict)
    # When each room and each adult is taken.
    taken: Taken = field(default_factory=Taken)

    @property
    def large(self) -> bool:
        return len(self.clubs) > _LARGE
