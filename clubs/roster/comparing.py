"""Compare a roster file with what the site knows: pure, so that a preview is the truth."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flask_babel import gettext as _

from clubs.models.people import PersonKind
from clubs.roster.addresses import Settled, Wish, settle
from clubs.roster.lunches import LunchesHere
from clubs.roster.plan import Changed, Facts, Known, NewPerson, Plan
from clubs.roster.reading import PersonRecord, Roster
from clubs.roster.targets import Target


@dataclass
class Comparing:
    """The schools' people beside the file's, paired step by step."""

    roster: Roster
    targets: tuple[Target, ...]
    people: Iterable[Known]
    lunches: LunchesHere = field(default_factory=LunchesHere)
    new: list[tuple[Target, PersonRecord]] = field(default_factory=list)
    pairs: list[tuple[Known, PersonRecord]] = field(default_factory=list)
    leaving: dict[str, Known] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    refused: int = 0

    def __post_init__(self) -> None:
        ours = {one.school_id for one in self.targets if one.school_id}
        self.by_source = {one.source_id: one for one in self.targets}
        self.here = [one for one in self.people if one.school_id in ours]
        self.by_id = {(one.school_id, one.facts.source_id): one for one in self.here}
        self.holders = {one.facts.email: one for one in self.people if one.facts.email}
        self.staying: set[str] = set()

    def plan(self) -> Plan:
        for record in self.roster.people:
            self._place(record)
        self._find_leaving()
        settled = self._settled()
        new = [self._new(target, record, settled) for target, record in self.new]
        changed = [self._changed(person, record, settled) for person, record in self.pairs]
        active = [one.school_id for one in self.here if one.facts.active]
        return Plan(
            targets=self.targets,
            new=tuple(new),
            changed=tuple(one for one in changed if one.facts != one.person.facts),
            leaving=tuple(sorted(self.leaving.values(), key=_by_name)),
            frees=tuple(sorted(settled.frees)),
            refused=self.refused + sum(note.skipped for note in self.roster.notes),
            notes=(
                *(note.sentence for note in self.roster.notes),
                *self.notes,
                *self.lunches.notes,
            ),
            sizes=tuple((one, active.count(one)) for one in sorted(set(active))),
        )

    def _place(self, record: PersonRecord) -> None:
        """Where somebody belongs: where they are known, else the first school."""
        ids = record.school_source_ids
        listed = [self.by_source[one] for one in ids if one in self.by_source]
        if not listed:
            return
        found = [
            one
            for t in listed
            if (one := self.by_id.get((t.school_id or "", record.source_id)))
        ]
        known = next((one for one in found if one.facts.active), None)
        known = known or next(iter(found), None) or self._added_by_hand(record, listed)
        if known is not None:
            self._pair(known, record)
        elif record.enabled:
            self.new.append((listed[0], record))

    def _added_by_hand(self, record: PersonRecord, listed: list[Target]) -> Known | None:
        """Somebody without an id yet, such as a first admin, by kind and address."""
        known = self.holders.get(record.email) if record.email else None
        if known is None or known.facts.source_id is not None:
            return None
        here = known.school_id in [one.school_id for one in listed]
        fits = here and known.facts.active and known.kind == record.kind
        return known if fits and known.id not in self.staying else None

    def _pair(self, known: Known, record: PersonRecord) -> None:
        self.staying.add(known.id)
        if known.kind != record.kind:
            # A file never makes a student staff: whoever it is, a person has to look.
            self.refused += 1
            sentence = _(
                "%(name)s is here as another kind of person than in the file; "
                "nothing was changed.",
                name=_name(known.facts),
            )
            self.notes.append(sentence)
        elif record.enabled:
            self.pairs.append((known, record))
        elif known.facts.active:
            self.leaving[known.id] = known

    def _find_leaving(self) -> None:
        said, skipped = set(self.roster.leaving), self.roster.skipped_ids
        for one in self.here:
            source_id = one.facts.source_id
            if source_id is None or not one.facts.active or one.id in self.staying:
                continue
            unmentioned = self.roster.complete and source_id not in skipped
            if source_id in said or unmentioned:
                self.leaving[one.id] = one

    def _settled(self) -> Settled:
        wishes = {one.id: Wish(r.email, one.facts.email) for one, r in self.pairs}
        wishes |= {_key(t, record): Wish(record.email, None) for t, record in self.new}
        holders = {address: one.id for address, one in self.holders.items()}
        back = {one.id for one, _record in self.pairs}
        away = {one.id for one in self.people if not one.facts.active} - back
        return settle(wishes, holders, away | set(self.leaving))

    def _new(self, target: Target, record: PersonRecord, settled: Settled) -> NewPerson:
        facts = self._facts(record, _key(target, record), settled)
        lunches = self.lunches.after(target.school_id or "", record.lunches)
        facts = replace(facts, lunches=lunches)
        return NewPerson(target.source_id, PersonKind(record.kind), facts)

    def _changed(self, known: Known, record: PersonRecord, settled: Settled) -> Changed:
        facts = self._facts(record, known.id, settled)
        lunches = self.lunches.after(known.school_id, record.lunches, known.id)
        return Changed(known, replace(facts, lunches=lunches))

    def _facts(self, record: PersonRecord, who: str, settled: Settled) -> Facts:
        facts = Facts(
            record.source_id, record.given_name, record.family_name, None, record.grade
        )
        if who in settled.refused:
            sentence = _(
                "The address of %(name)s is another account's and was left out.",
                name=_name(facts),
            )
            self.notes.append(sentence)
        return replace(facts, email=settled.given[who])


def compared(
    roster: Roster,
    targets: tuple[Target, ...],
    people: list[Known],
    lunches: LunchesHere | None = None,
) -> Plan:
    """What the file would do to these schools.

    `people`: everybody in the schools, and whoever else has an address of the file.
    """
    return Comparing(roster, targets, people, lunches or LunchesHere()).plan()


def _key(target: Target, record: PersonRecord) -> str:
    return f"+{target.source_id} {record.source_id}"


def _name(facts: Facts) -> str:
    return f"{facts.given_name} {facts.family_name}".strip()


def _by_name(one: Known) -> tuple[str, str, str]:
    return one.facts.family_name, one.facts.given_name, one.id
