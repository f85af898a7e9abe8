"""Change the week and the cycle of days."""

from dataclasses import dataclass, fields

from clubs.policy.viewer import Viewer
from clubs.schooltime.services.following import follow, held_school, write_down


@dataclass(frozen=True)
class WantedWeek:
    """The weekdays with school ("01234"), and how days are counted."""

    week: str
    cycle_length: int | None
    cycle_letters: bool
    cycle_shifts: bool


def change_week(actor: Viewer, wanted: WantedWeek) -> None:
    school = held_school(actor)
    for one in fields(WantedWeek):
        setattr(school, one.name, getattr(wanted, one.name))
    write_down(actor, "week changed")
    follow(school)
