"""A club list as its preview prints it: what was written beside what was understood."""

from dataclasses import dataclass
from datetime import time

from flask_babel import format_time
from flask_babel import gettext as _

from clubs.directory.words import KINDS, WEEKDAYS
from clubs.roster.club_kinds import kind_of
from clubs.roster.club_plan import ClubPlan, said_of, when_of
from clubs.roster.reading import ClubRecord
from clubs.roster.when_and_where import PartOfDay, Understood


@dataclass(frozen=True)
class ShownClubs:
    """Rows to print: name, kind, what was written, what was understood."""

    counts: tuple[tuple[str, int], ...]
    new: tuple[tuple[str, ...], ...]
    alike: tuple[str, ...]
    notes: tuple[str, ...]
    empty: bool


def shown_clubs(plan: ClubPlan) -> ShownClubs:
    return ShownClubs(
        counts=(
            (_("New drafts"), len(plan.new)),
            (_("Here already"), len(plan.there)),
            (_("Rows left out"), plan.refused),
        ),
        new=tuple(_row(record) for record in plan.new),
        alike=tuple(said_of(one) for one in plan.alike),
        notes=plan.notes,
        empty=plan.empty,
    )


def _row(record: ClubRecord) -> tuple[str, ...]:
    written = " · ".join(filter(None, (when_of(record), record.place_text)))
    kind = str(KINDS[kind_of(record.name)])
    return record.name, kind, written, understood_as(record.understood)


def understood_as(found: Understood) -> str:
    """Such as "Wednesdays, at lunch, room 12"; says so when somebody should look."""
    parts = {
        PartOfDay.BEFORE_SCHOOL: _("before school"),
        PartOfDay.LUNCH: _("at lunch"),
        PartOfDay.AFTER_SCHOOL: _("after school"),
    }
    said = [str(WEEKDAYS[day]) for day in found.weekdays]
    said += [parts[found.part_of_day]] if found.part_of_day else []
    said += [str(format_time(at, "H:mm", rebase=False)) for at in _times(found)]
    said += [_("room %(room)s", room=room) for room in found.rooms]
    if not said:
        return _("Nothing for sure")
    words = ", ".join(said)
    return words if found.certain else _("%(words)s (please check)", words=words)


def _times(found: Understood) -> list[time]:
    return [at for at in (found.starts, found.ends) if at is not None]
