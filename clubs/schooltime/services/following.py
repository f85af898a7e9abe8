"""What every change of the school's time begins and ends with."""

from collections.abc import Collection, Iterable
from datetime import date

from clubs import clock, timetable
from clubs.audit import AuditAct, record
from clubs.models.people import School
from clubs.planning.following import follow_calendar
from clubs.policy.permissions import require
from clubs.policy.permissions.school import may_manage_school
from clubs.policy.viewer import Viewer


class NameTaken(Exception):
    """Another one has this name already."""


def held_school(actor: Viewer) -> School:
    """The actor's school, held until the change is done."""
    require(may_manage_school(actor))
    return timetable.held(actor.school_id)


def follow(school: School, also: Iterable[date] = ()) -> None:
    """Work out the days anew; meetings of all that changed, and of `also`, follow."""
    changed = {*timetable.rebuild(school), *also}
    if changed:
        follow_calendar(school.id, sorted(changed))


def coming_days_of(school: School, kinds: Collection[str]) -> list[date]:
    """The days with school, from today on, that are of one of these kinds."""
    _first, last = timetable.worked_out_between(school)
    table = timetable.timetable_of(school.id, clock.today(school.zone), last)
    regular = table.bells.regular_id
    days = table.open_days(clock.today(school.zone), last)
    return [day.on_date for day in days if (day.day_type_id or regular) in kinds]


def write_down(actor: Viewer, words: str) -> None:
    record(actor, AuditAct.SETTINGS_CHANGED, f"school:{actor.school_id}", words)
