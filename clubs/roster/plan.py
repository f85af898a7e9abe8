"""What an import would do: who is new, who has changed and how, who has left."""

from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from clubs.models.people import PersonKind
from clubs.roster.targets import Target

# More than this share of a school, and more than this many people, rarely leave at once.
_MANY_SHARE, _MANY_PEOPLE = 0.2, 10


@dataclass(frozen=True)
class Facts:
    """What a roster may say of a person, and nothing more."""

    source_id: str | None
    given_name: str
    family_name: str
    email: str | None
    grade: str | None
    active: bool = True
    # Kind of day ("" for regular ones) and lunch by name; empty if no file speaks of them.
    lunches: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Known:
    """A person as the site knows them."""

    id: str
    school_id: str
    kind: PersonKind
    facts: Facts


@dataclass(frozen=True)
class NewPerson:
    """Somebody to add, to the school that has this id in the file."""

    school: str
    kind: PersonKind
    facts: Facts


@dataclass(frozen=True)
class Changed:
    """Somebody whose facts change."""

    person: Known
    facts: Facts

    @property
    def returns(self) -> bool:
        return self.facts.active and not self.person.facts.active


@dataclass(frozen=True)
class Plan:
    """All an import would do. `frees`: ended accounts that give up an address."""

    targets: tuple[Target, ...]
    new: tuple[NewPerson, ...]
    changed: tuple[Changed, ...]
    leaving: tuple[Known, ...]
    frees: tuple[str, ...]
    refused: int
    notes: tuple[str, ...]
    # How many people each school has now, by the school's id.
    sizes: tuple[tuple[str, int], ...]

    @property
    def counts(self) -> str:
        """The line scripts read; the same in every language."""
        return (
            f"new: {len(self.new)}, changed: {len(self.changed)}, "
            f"left: {len(self.leaving)}, refused: {self.refused}"
        )

    @property
    def empty(self) -> bool:
        """Whether there is nothing to do."""
        named = any(one.remembers or one.school_id is None for one in self.targets)
        return not (self.new or self.changed or self.leaving or named)

    @property
    def many_leave(self) -> bool:
        """Whether so many leave some school that the file may be only half of one."""
        for school_id, size in self.sizes:
            gone = sum(one.school_id == school_id for one in self.leaving)
            if gone > _MANY_PEOPLE and gone > size * _MANY_SHARE:
                return True
        return False

    @cached_property
    def fingerprint(self) -> str:
        """Differs as soon as the same file would do anything else."""
        return sha256(repr((self.targets, *self._acts)).encode()).hexdigest()

    @property
    def _acts(self) -> tuple[object, ...]:
        return self.new, self.changed, self.leaving, self.frees
