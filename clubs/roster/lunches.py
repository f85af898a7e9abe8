"""Which lunch a roster gives to whom: by name, and nothing guessed."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from flask_babel import gettext as _
from sqlalchemy import CompoundSelect, delete, insert, literal, select, union_all, update

from clubs.db import db, in_parts
from clubs.models.people import Person
from clubs.models.timetable import DayType, PersonLunch, Slot, SlotKind
from clubs.roster.text import one_line

# Kind of day, "" for the regular one, and the name of the lunch on it; sorted.
Lunches = tuple[tuple[str, str], ...]
_HEADING = re.compile(
    r"(?:metadata\.|ext_)?lunch(?:[ _]?wave)?(?: ?: ?(?P<kind>.+))?", re.I
)
_PREFIX = "lunch:"
_LONGEST = 60


def lunch_column(heading: str) -> str | None:
    """What a column of lunches is known by: "lunch:", and perhaps a kind of day."""
    found = _HEADING.fullmatch(one_line(heading))
    return f"{_PREFIX}{found['kind'] or ''}" if found else None


def lunches_in(cells: Mapping[str, str]) -> Lunches:
    """The lunches of one row, as the file writes them; an empty cell says nothing."""
    said = (
        (column.removeprefix(_PREFIX)[:_LONGEST], one_line(cell)[:_LONGEST])
        for column, cell in cells.items()
        if column.startswith(_PREFIX)
    )
    return tuple((kind, name) for kind, name in said if name)


@dataclass
class LunchesHere:
    """The lunches and kinds of day of some schools, by school and lower-case name."""

    slots: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    kinds: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    people: dict[str, dict[str, str]] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)

    def of(self, person_id: str) -> Lunches:
        return tuple(sorted(self.people.get(person_id, {}).items()))

    def after(self, school_id: str, said: Lunches, person_id: str = "") -> Lunches:
        """Somebody's lunches once the file had its say; what it does not name stays."""
        found = dict(self.people.get(person_id, {}))
        for kind, name in said:
            _id, known_kind = self.kinds.get((school_id, kind.casefold()), ("", None))
            _id, known = self.slots.get((school_id, name.casefold()), ("", None))
            if kind and known_kind is None:
                self.unknown[
                    _("“%(name)s” is no kind of day of the school", name=kind)
                ] += 1
            elif known is None:
                self.unknown[_("“%(name)s” is no lunch of the school", name=name)] += 1
            else:
                found[known_kind or ""] = known
        return tuple(sorted(found.items()))

    @property
    def notes(self) -> list[str]:
        """One sentence for each name nobody knows."""
        return [
            _("%(told)s; rows that say so: %(count)s. They change no lunch.", **said)
            for said in self._said()
        ]

    def _said(self) -> Iterable[dict[str, object]]:
        return ({"told": told, "count": count} for told, count in self.unknown.items())


def lunches_here(school_ids: Collection[str]) -> LunchesHere:
    """All of it in one query."""
    found = LunchesHere()
    for what, whose, name, last in db.session.execute(_all(school_ids)):
        if what == "person":
            found.people.setdefault(whose, {})[name] = last
        elif what == "slot":
            found.slots[whose, name.casefold()] = (last, name)
        else:
            # The regular kind of day needs no name of its own.
            found.kinds[whose, name.casefold()] = (last, "" if what == "regular" else name)
    return found


def _all(school_ids: Collection[str]) -> CompoundSelect[str, str, str, str]:
    kinds = select(literal("kind"), DayType.school_id, DayType.name, DayType.id)
    regular = select(literal("regular"), DayType.school_id, DayType.name, DayType.id)
    slots = select(literal("slot"), Slot.school_id, Slot.name, Slot.id)
    own = select(literal("person"), Person.id, literal(""), Slot.name)
    other = select(literal("person"), PersonLunch.person_id, DayType.name, Slot.name)
    return union_all(
        kinds.where(DayType.school_id.in_(school_ids), ~DayType.regular),
        regular.where(DayType.school_id.in_(school_ids), DayType.regular),
        slots.where(Slot.school_id.in_(school_ids), Slot.kind == SlotKind.LUNCH),
        own.join(Slot, Slot.id == Person.wave_id).where(Person.school_id.in_(school_ids)),
        other.join(DayType, DayType.id == PersonLunch.day_type_id)
        .join(Slot, Slot.id == PersonLunch.slot_id)
        .where(PersonLunch.school_id.in_(school_ids)),
    )


def give_lunches(wanted: Iterable[tuple[str, str, Lunches]]) -> None:
    """Store the lunches of people: id, school and what they have from now on."""
    wanted = list(wanted)
    if not wanted:
        return
    here = lunches_here({school_id for _person_id, school_id, _lunches in wanted})
    for some in in_parts(wanted):
        people = [person_id for person_id, _school_id, _lunches in some]
        db.session.execute(delete(PersonLunch).where(PersonLunch.person_id.in_(people)))
        waves = [_wave(here, *one) for one in some]
        db.session.execute(update(Person), waves)
        others = [row for one in some for row in _others(here, *one)]
        if others:
            db.session.execute(insert(PersonLunch), others)


def _wave(
    here: LunchesHere, person_id: str, school_id: str, lunches: Lunches
) -> dict[str, object]:
    name = dict(lunches).get("")
    slot_id = here.slots[school_id, name.casefold()][0] if name else None
    return {"id": person_id, "wave_id": slot_id}


def _others(
    here: LunchesHere, person_id: str, school_id: str, lunches: Lunches
) -> Iterable[dict[str, object]]:
    for kind, name in lunches:
        if kind:
            yield {
                "person_id": person_id,
                "school_id": school_id,
                "day_type_id": here.kinds[school_id, kind.casefold()][0],
                "slot_id": here.slots[school_id, name.casefold()][0],
            }
